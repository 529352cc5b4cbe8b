import Diagnostics
import EventStore
import Testing
import Transparency

@Suite struct LogKeyFilesTests {
  private func seed(_ byte: UInt8) throws -> Ed25519Seed {
    try #require(Ed25519Seed([UInt8](repeating: byte, count: 32)))
  }

  private func files(_ disk: ModelledDisk) -> LogKeyFiles {
    LogKeyFiles(path: "/log-key", files: disk)
  }

  private func verifierKey(_ half: SigningKey) throws -> NoteVerifierKey {
    try #require(half.noteVerifierKey(named: "log.example"))
  }

  /// A disk with both halves of a replacement.
  private func replacing() throws -> (
    disk: ModelledDisk, old: NoteVerifierKey, new: NoteVerifierKey
  ) {
    let disk = ModelledDisk()
    let old = try files(disk).key(orMakingFrom: try seed(1), origin: "log.example")
    let new = try files(disk).nextKey(orMakingFrom: try seed(2), origin: "log.example")
    return (disk, try verifierKey(old), try verifierKey(new))
  }

  @Test func `a key is made once, for its owner alone, and is on the medium`() throws {
    let disk = ModelledDisk()
    let made = try files(disk).key(orMakingFrom: try seed(1), origin: "log.example")
    let again = try files(disk).key(orMakingFrom: try seed(2), origin: "log.example")
    #expect(made.publicKey == key(1).publicKey)
    #expect(again.publicKey == made.publicKey)
    let id = try #require(disk.state.stable.files["/log-key"])
    let file = try #require(disk.state.files[id])
    #expect(file.mode == 0o600 && file.stable == file.bytes && !file.bytes.isEmpty)
    #expect(disk.openCount == 0)
  }

  @Test func `halves are found by their public halves, and those that are gone are named`() throws {
    let (disk, old, new) = try replacing()
    let stranger = try verifierKey(key(3))
    let found = try files(disk).privateHalves(of: [old, stranger, new])
    #expect(try found.keys.map(verifierKey) == [old, new])
    #expect(found.missing == [stranger])
    #expect(try files(ModelledDisk()).privateHalves(of: [old]).missing == [old])
  }

  @Test func `a file that others can read, or that is no key, is refused`() throws {
    let (disk, old, _) = try replacing()
    let id = try #require(disk.state.names["/log-key"])
    disk.state.files[id]?.mode = 0o640
    #expect(code { _ = try files(disk).privateHalves(of: [old]) } == "LKEY-02")
    disk.state.files[id]?.mode = 0o600
    disk.state.files[id]?.bytes = Array("key\n".utf8)
    #expect(code { _ = try files(disk).privateHalves(of: [old]) } == "KEY-01")
  }

  @Test func `a retired key is destroyed, and its successor takes its name`() throws {
    let (disk, old, new) = try replacing()
    let id = try #require(disk.state.names["/log-key"])
    // As long as both count, both stay.
    try files(disk).settle(current: [old, new], retired: [])
    #expect(disk.state.names.count == 2)
    try files(disk).settle(current: [new], retired: [old])
    #expect(disk.state.names.keys.sorted() == ["/log-key"])
    #expect(disk.state.files[id]?.stable.allSatisfy { $0 == 0 } == true)
    #expect(try files(disk).privateHalves(of: [new]).missing == [])
    try files(disk).settle(current: [new], retired: [old])
    #expect(try files(disk).privateHalves(of: [new]).missing == [])
  }

  @Test func `cut off at any step, the destruction is completed by the next one`() throws {
    let (disk, old, new) = try replacing()
    var moments: [ModelledDisk.State] = [disk.state]
    disk.onStep = { moments.append($0.state) }
    try files(disk).settle(current: [new], retired: [old])
    #expect(moments.count > 5)
    for moment in moments {
      var numbers = SeededNumbers(3)
      CrashImages(moment).each(limit: 40, using: &numbers) { image in
        do {
          let disk = ModelledDisk(image)
          try files(disk).settle(current: [new], retired: [old])
          #expect(try files(disk).privateHalves(of: [new]).missing == [])
          #expect(try files(disk).privateHalves(of: [old]).missing == [old])
        } catch {
          Issue.record("\(error)")
        }
      }
    }
  }
}
