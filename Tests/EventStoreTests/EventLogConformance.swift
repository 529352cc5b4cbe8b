import Chronology
import Diagnostics
import EventStore
import Foundation
import Testing
import Transparency

/// The kinds of log the suite below is run for.
enum LogKind: CaseIterable, CustomTestStringConvertible {
  case memory
  case file
  case modelledDisk

  var testDescription: String {
    switch self {
    case .memory: "in memory"
    case .file: "in a folder"
    case .modelledDisk: "in a folder of a modelled disk"
    }
  }

  /// Calls the closure with an empty log of this kind, with segments of four events.
  func withLog(_ body: (any EventLog) throws -> Void) throws {
    switch self {
    case .memory: try body(InMemoryEventLog(origin: "log.example"))
    case .file:
      let path = freshPath()
      defer { try? FileManager.default.removeItem(atPath: path) }
      try FileEventLog.create(at: path, origin: "log.example", created: noon, segmentSize: 4)
      try body(try FileEventLog.open(at: path, for: .writing))
    case .modelledDisk:
      let disk = ModelledDisk()
      try FileEventLog.create(
        at: "/l", origin: "log.example", created: noon, segmentSize: 4, files: disk)
      try body(try FileEventLog.open(at: "/l", for: .writing, files: disk))
      #expect(disk.openCount == 0, "A descriptor stays open.")
    }
  }
}

/// What every log must do, whatever it is kept in.
@Suite struct EventLogConformance {
  @Test(arguments: LogKind.allCases)
  func `an empty log has the empty tree and reads nothing`(_ kind: LogKind) throws {
    try kind.withLog { log in
      #expect(log.head == .empty)
      #expect(log.lastRecorded == nil)
      let events = try events(of: log)
      #expect(events.isEmpty)
    }
  }

  @Test(arguments: LogKind.allCases)
  func `what was appended is read back byte for byte from any position`(_ kind: LogKind) throws {
    try kind.withLog { log in
      var expected: [[UInt8]] = []
      var leaves: [Digest] = []
      for (index, count) in [1, 3, 2, 9, 4, 1, 12].enumerated() {
        let batch = try batch(expected.count..<expected.count + count)
        let receipt = try log.append(
          batch, signedBy: signer, now: noon.advanced(byMilliseconds: Int64(index)),
          expecting: log.head)
        #expect(receipt.first == UInt64(expected.count))
        #expect(receipt.count == count)
        #expect(receipt.head == log.head)
        expected += batch.events
      }
      try log.read(hashing: true) { record in
        #expect(record.leaf == MerkleTree.leafHash(of: record.line))
        leaves.append(try #require(record.leaf))
        return .proceed
      }
      #expect(log.head == TreeHead(size: 32, root: MerkleTree.root(of: leaves)))
      for position in 0...33 {
        #expect(try events(of: log, from: UInt64(position)) == Array(expected.dropFirst(position)))
      }
    }
  }

  @Test(arguments: LogKind.allCases)
  func `the lines carry the position, the batch, and the signature only at its end`(_ kind: LogKind)
    throws
  {
    try kind.withLog { log in
      _ = try log.append(
        try batch(0..<2), signedBy: signer, now: noon, expecting: log.head)
      var lines: [String] = []
      try log.read { record in
        lines.append(String(decoding: record.line, as: UTF8.self))
        return .proceed
      }
      let namespace = try #require(SignatureNamespace("liggare-event@log.example"))
      var message = SHA512()
      message.update(Array("\(first)\n\(second)\n".utf8))
      let signature = try signer.sshSignature(over: message.digest, namespace: namespace).base64
      #expect(signature.utf8.count == 112)
      #expect(
        lines == [
          #"{"seq":0,"recorded":"2026-11-23T12:00:00.000Z","batch":[1,2],"event":\#(first)}"#,
          #"{"seq":1,"recorded":"2026-11-23T12:00:00.000Z","batch":[2,2],"key":""#
            + "\(signer.fingerprint)" + #"","sig":"\#(signature)","event":\#(second)}"#,
        ])
    }
  }

  private var first: String { #"{"id":"0","data":{"text":"","of":[0,-1]}}"# }
  private var second: String { #"{"id":"1","data":{"text":"","of":[1,-1]}}"# }

  @Test(arguments: LogKind.allCases)
  func `an append that expects another head is told to decide again and leaves no trace`(
    _ kind: LogKind
  ) throws {
    try kind.withLog { log in
      let stale = log.head
      _ = try log.append(
        try batch(0..<1), signedBy: signer, now: noon, expecting: stale)
      let head = log.head
      #expect(throws: AppendFailure.headMoved(to: head)) {
        try log.append(try batch(1..<2), signedBy: signer, now: noon, expecting: stale)
      }
      #expect(log.head == head)
      #expect(try events(of: log) == [event(0)])
    }
  }

  @Test(arguments: LogKind.allCases)
  func `recorded times never go back when the clock does`(_ kind: LogKind) throws {
    try kind.withLog { log in
      var recorded: [Instant] = []
      for (index, offset) in [0, 50, -7_000, 49, 51].enumerated() {
        recorded.append(
          try log.append(
            try batch(index..<index + 1), signedBy: signer,
            now: noon.advanced(byMilliseconds: Int64(offset)), expecting: log.head
          ).recorded)
      }
      #expect(recorded.map { $0.milliseconds - noon.milliseconds } == [0, 50, 50, 50, 51])
      #expect(log.lastRecorded == recorded.last)
    }
  }

  @Test(arguments: LogKind.allCases)
  func `a line of 16 KiB is kept and one byte more is refused whole`(_ kind: LogKind) throws {
    try kind.withLog { log in
      // The last line of a batch is the longest one: find the padding that fills it exactly.
      func wide(_ bytes: Int) -> [UInt8] {
        Array("{\"a\":\"\(String(repeating: "x", count: bytes))\"}".utf8)
      }
      var bare = 0
      _ = try log.append(
        try UnsignedBatch([wide(0)]), signedBy: signer, now: noon, expecting: log.head)
      try log.read { record in
        bare = record.line.count
        return .proceed
      }
      let fill = RecordLine.byteCountMax - bare
      let head = log.head
      #expect(
        code {
          _ = try log.append(
            try UnsignedBatch([wide(3), wide(fill + 1)]), signedBy: signer, now: noon,
            expecting: head)
        } == "LOG-17")
      #expect(log.head == head)
      _ = try log.append(
        try UnsignedBatch([wide(fill)]), signedBy: signer, now: noon, expecting: log.head)
      #expect(try events(of: log).map(\.count) == [wide(0).count, wide(fill).count])
    }
  }

  @Test(arguments: LogKind.allCases)
  func `a batch of 4,096 events is one batch`(_ kind: LogKind) throws {
    // On segments of four events: over a thousand files at once.
    if kind == .modelledDisk { return }
    try kind.withLog { log in
      let batch = try batch(0..<(kind == .memory ? 4_096 : 600))
      _ = try log.append(batch, signedBy: signer, now: noon, expecting: log.head)
      #expect(try events(of: log) == batch.events)
    }
  }

  @Test(arguments: LogKind.allCases)
  func `a reader that says stop is asked no more, and its error comes through`(_ kind: LogKind)
    throws
  {
    struct Enough: Error {}
    try kind.withLog { log in
      _ = try log.append(
        try batch(0..<9), signedBy: signer, now: noon, expecting: log.head)
      var count = 0
      try log.read {
        count += 1
        return $0.position == 5 ? .stop : .proceed
      }
      #expect(count == 6)
      #expect(throws: Enough.self) { try log.read { _ in throw Enough() } }
    }
  }

  @Test(arguments: LogKind.allCases)
  func `a signer that refuses leaves no trace`(_ kind: LogKind) throws {
    struct Unwilling: BatchSigner {
      var publicKey = key().publicKey
      func signature(
        over message: SHA512.Digest, namespace: SignatureNamespace
      ) throws(Diagnostic) -> SSHSignature {
        throw StoreCode.notPermitted.diagnostic(.init(Localized(verbatim: "ns"), namespace.text))
      }
    }
    try kind.withLog { log in
      #expect(
        throws: AppendFailure.refused(
          StoreCode.notPermitted.diagnostic(
            .init(Localized(verbatim: "ns"), "liggare-event@log.example")))
      ) {
        try log.append(
          try batch(0..<1), signedBy: Unwilling(), now: noon, expecting: log.head)
      }
      #expect(log.head == .empty)
    }
  }

  @Test func `every kind of log makes the same lines and the same root`() throws {
    var heads: Set<TreeHead> = []
    for kind in LogKind.allCases {
      try kind.withLog { log in
        for count in 1...6 {
          _ = try log.append(
            try batch(count * 10..<count * 11), signedBy: signer, now: noon,
            expecting: log.head)
        }
        heads.insert(log.head)
      }
    }
    #expect(heads.count == 1)
  }
}
