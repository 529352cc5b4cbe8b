import Diagnostics
import EventStore
import Foundation
import Testing
import Transparency

@Suite struct PublicCopyTests {
  @Test func `a copy holds what is published, whatever of it was there before`() throws {
    let published = try PublishedLog()
    published.disk.state.folders.insert("/www")
    for count in [3, 300, 210] {
      try published.append(count)
      #expect(
        code { _ = try published.log.copyPublished(to: "/www/log") }
          == (count == 3 ? "PUB-04" : nil))
      try published.publish(.whole)
      let copied = try published.log.copyPublished(to: "/www/log")
      #expect(copied.tilesWritten > 0 && copied.tilesMended == 0)
      for (path, bytes) in try PublishedLog.files(of: try published.leaves())
      where path.hasPrefix("/l/public") {
        let copy = path.replacing("/l/public", with: "/www/log")
        #expect(PublishedLog.bytes(copy, on: published.disk) == bytes, "\(copy)")
      }
      var changes = 0
      published.disk.onStep = { _ in changes += 1 }
      published.disk.ignoresSync = { _, _ in true }
      #expect(try published.log.copyPublished(to: "/www/log").tilesWritten == 0)
      #expect(changes == 0)
      published.disk.onStep = { _ in }
      published.disk.ignoresSync = { _, _ in false }
    }
  }

  @Test func `a folder of another log, another history or a larger log is refused`() throws {
    let published = try PublishedLog()
    try published.append(9)
    try published.publish(.whole)
    published.disk.state.folders.insert("/www")
    let leaves = try published.leaves()
    func checkpoint(_ origin: String, _ size: Int, _ root: Digest) throws -> [UInt8] {
      try SignedCheckpoint(
        Checkpoint(origin: origin, head: TreeHead(size: UInt64(size), root: root)),
        signedBy: [PublishedLog.logKey]
      ).bytes
    }
    let root = MerkleTree.root(of: leaves[..<5])
    for (bytes, expected) in [
      (try checkpoint("log.example", 5, root), nil),
      (try checkpoint("log.example", 5, leaves[0]), "PUB-01"),
      (try checkpoint("log.example", 9, root), "PUB-01"),
      (try checkpoint("log.example", 10, root), "PUB-02"),
      (try checkpoint("other.example", 5, root), "PUB-03"),
      (Array("Welcome\n".utf8), "PUB-03"),
    ] as [([UInt8], String?)] {
      let disk = PublishedLog.disk(published.disk.state, with: "/www/checkpoint", bytes)
      let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
      #expect(code { _ = try log.copyPublished(to: "/www") } == expected)
      if expected != nil { #expect(PublishedLog.bytes("/www/checkpoint", on: disk) == bytes) }
    }
  }

  @Test func `everybody can read a copy, and nobody the ledger's own folder`() throws {
    let path = freshPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try FileEventLog.create(at: path + "/l", origin: "log.example", created: noon)
    let log = try FileEventLog.open(at: path + "/l", for: .writing)
    _ = try log.append(try batch(0..<3), signedBy: signer, now: noon, expecting: log.head)
    _ = try log.publish(signedBy: [PublishedLog.logKey], .whole)
    _ = try log.copyPublished(to: path + "/www")
    func mode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path + name)[.posixPermissions] as? Int
    }
    for (folder, isOpen) in [("/l/public", false), ("/www", true)] {
      #expect(try mode(folder) == (isOpen ? 0o755 : 0o700))
      #expect(try mode(folder + "/tile/0/000.p") == (isOpen ? 0o755 : 0o700))
      #expect(try mode(folder + "/tile/0/000.p/3") == (isOpen ? 0o644 : 0o600))
      #expect(try mode(folder + "/checkpoint") == (isOpen ? 0o644 : 0o600))
    }
    #expect(try mode("/l/checkpoints/00000000000000000003") == 0o600)
  }
}
