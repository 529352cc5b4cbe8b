import AccessLedger
import AccessModel
import IdentityRegister
import Testing
import Transparency

/// Names and texts that are looked up together.
@Suite struct LookingUpTests {
  @Test func `what several threads find is what one finds that asks for each`() throws {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    let salt = [UInt8](repeating: 3, count: 32)
    var persons: [PersonID] = []
    var commitments: [Commitment] = []
    var batch = Batch()
    for number in 1...60 {
      let person = PersonID(number: 100 + number)
      persons.append(person)
      // Some have no name, and some texts are not there or are altered.
      if number % 7 != 0 {
        batch.identities.append(Identity(person: "\(person)", name: "Namn \(number)"))
      }
      let event = UniqueID(high: 1, low: UInt64(number))
      let text = "Text \(number)"
      let commitment = Commitment(to: text, in: "need", of: event, salt: salt)
      commitments.append(commitment)
      guard number % 5 != 0 else { continue }
      batch.texts.append(
        OpenText(
          commitment: Array(commitment.digest.bytes), event: "\(event)", field: "need", salt: salt,
          text: number % 11 == 0 ? text + "!" : text))
    }
    _ = try ledger.identities.put(batch)
    for count in [0, 1, 2, 9, 20, 60] {
      let found = ledger.lookUp(Array(persons[..<count]), Array(commitments[..<count]))
      for place in 0..<count {
        let (person, commitment) = (persons[place], commitments[place])
        #expect(try found.identities[person] == ledger.identities.identity(of: "\(person)"))
        let plain = try? ledger.text(for: commitment)
        #expect(found.texts[commitment] == plain)
        if let state = found.texts[commitment] {
          #expect(try ledger.text(for: commitment, known: state) == plain)
        }
      }
      #expect(found.identities.count == count)
    }
  }
}
