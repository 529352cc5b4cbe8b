import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import IdentityRegister
import Testing

@Suite struct `Recording in a ledger` {
  private static func register(
    _ number: Int, _ identity: Identity, until: Instant? = nil
  ) -> [Recording.Step] {
    let person = PersonID(number: number)
    var identity = identity
    identity.person = "\(person)"
    return [
      .init(
        .person(.register(RegisterPerson(person: person, category: .employee))), identity: identity),
      .init(
        .person(
          .affiliate(
            StartAffiliation(
              affiliation: .init(number: number), person: person, unit: .init(number: 1),
              from: Instant(milliseconds: 1_800_000_000_000), until: until)))),
    ]
  }

  private static func refusals(
    _ bench: ImportsWorkbench, _ ledger: Ledger, _ steps: [Recording.Step]
  ) -> [Diagnostic] {
    do throws(LedgerError) {
      _ = try ledger.record(Recording { _ in steps }, signedBy: bench.signer)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test func `a user name, a number and an address belong to one person who is here`() throws {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    let first = Identity(
      person: "", name: "Bo Ek", userName: "bo.ek", employeeNumber: "17", email: "bo@town.example")
    #expect(Self.refusals(bench, ledger, Self.register(2, first)) == [])
    for (identity, field) in [
      (Identity(person: "", name: "Bo Ek", userName: "BO.EK"), "user name"),
      (Identity(person: "", name: "Eva", employeeNumber: "17"), "employee number"),
      (Identity(person: "", name: "Eva", email: "Bo@town.example"), "e-mail address"),
    ] {
      let found = Self.refusals(bench, ledger, Self.register(3, identity))
      #expect(found.map(\.code) == ["LED-11"])
      #expect(found.first?.facts.map(\.value.english) == [field, "P-2"])
    }
    // Each kind is compared with its own, and a name is no key.
    let other = Identity(person: "", name: "Bo Ek", userName: "17", employeeNumber: "bo.ek")
    #expect(Self.refusals(bench, ledger, Self.register(3, other)) == [])
    // Two in one batch are compared as well.
    let twins =
      Self.register(4, Identity(person: "", name: "A", userName: "twin"))
      + Self.register(5, Identity(person: "", name: "B", userName: "twin"))
    #expect(Self.refusals(bench, ledger, twins).map(\.code) == ["LED-11"])
  }

  @Test func `whoever has left leaves the user name to others`() throws {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    let identity = Identity(person: "", name: "Bo Ek", userName: "bo.ek")
    #expect(Self.refusals(bench, ledger, Self.register(2, identity)) == [])
    let leaving = AccessCommand.person(.leave(EndAffiliation(affiliation: .init(number: 2))))
    #expect(Self.refusals(bench, ledger, [.init(leaving)]) == [])
    #expect(Self.refusals(bench, ledger, Self.register(3, identity)) == [])
  }

  @Test func `what the steps refuse is refused as it is`() throws {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    let code = DiagnosticCode(
      "TST-01", Localized(en: "No.", sv: "Nej."), remedy: Localized(en: "Stop.", sv: "Sluta."))
    let recording = Recording { _ throws(LedgerError) in throw .refused([code.diagnostic()]) }
    #expect(throws: LedgerError.refused([code.diagnostic()])) {
      try ledger.record(recording, signedBy: bench.signer)
    }
  }

  @Test func `a name refused twice is told once`() throws {
    let bench = try ImportsWorkbench()
    let ledger = try bench.open()
    let units = (2...3).map {
      Recording.Step(
        .unit(
          .register(
            RegisterUnit(
              unit: .init(number: $0), name: "somebody@town.example", kind: .unit,
              parent: .init(number: 1)))))
    }
    #expect(Self.refusals(bench, ledger, units).map(\.code) == ["INV-57"])
  }
}
