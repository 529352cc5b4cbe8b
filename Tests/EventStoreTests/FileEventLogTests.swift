import Chronology
import Diagnostics
import EventStore
import Foundation
import Synchronization
import Testing
import Transparency

@Suite struct FileEventLogTests {
  /// A ledger in a folder of the real file system, removed afterwards.
  private func withLedger(segmentSize: UInt64 = 4, _ body: (String) throws -> Void) throws {
    let path = freshPath()
    defer {
      _ = chmod(path, 0o700)
      try? FileManager.default.removeItem(atPath: path)
    }
    try FileEventLog.create(
      at: path, origin: "log.example", created: noon, segmentSize: segmentSize)
    try body(path)
  }

  private func append(_ numbers: Range<Int>, to log: FileEventLog) throws {
    _ = try log.append(try batch(numbers), signedBy: signer, now: noon, expecting: log.head)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `what is no ledger is told apart, and nothing is made on the way`() throws {
    let path = freshPath()
    #expect(code { _ = try FileEventLog.open(at: path, for: .writing) } == "LOG-01")
    #expect(!FileManager.default.fileExists(atPath: path))
    try withLedger { path in
      #expect(
        code { try FileEventLog.create(at: path, origin: "log.example", created: noon) }
          == "LOG-05")
      try Data("liggare/v2 later\n".utf8).write(to: URL(filePath: path + "/FORMAT"))
      #expect(code { _ = try FileEventLog.open(at: path, for: .reading) } == "LOG-02")
    }
    for origin in ["", "a b", "å.example", "a+b", "a\n", String(repeating: "a", count: 256)] {
      #expect(
        code { try FileEventLog.create(at: path, origin: origin, created: noon) } == "LOG-22")
    }
  }

  @Test func `a ledger is closed to others, and full segments to writing`() throws {
    try withLedger { path in
      let log = try FileEventLog.open(at: path, for: .writing)
      try append(0..<5, to: log)
      #expect(try mode(path) == 0o700)
      #expect(try mode(path + "/segments") == 0o700)
      #expect(try mode(path + "/head") == 0o600)
      #expect(try mode(path + "/segments/000000000000.ndjson") == 0o444)
      #expect(try mode(path + "/segments/000000000004.ndjson") == 0o600)
    }
  }

  @Test func `network file systems are refused`() throws {
    for (kind, code) in [
      (0x6969, "LOG-06"), (0xFF53_4D42, "LOG-06"), (0x0102_1997, "LOG-06"), (0x6573_5546, nil),
      (0xEF53, nil),
    ] {
      let disk = ModelledDisk()
      disk.fileSystemKind = kind
      #expect(
        EventStoreTests.code {
          try FileEventLog.create(at: "/l", origin: "log.example", created: noon, files: disk)
        } == code)
    }
  }

  @Test func `a read-only folder is read, and writing to it has its own code`() throws {
    let ledger = try ReferenceLedger()
    let disk = ModelledDisk(ledger.disk.state)
    disk.isReadOnly = true
    let log = try FileEventLog.open(at: "/l", for: .reading, files: disk)
    #expect(try events(of: log).count == 10)
    #expect(try verify(disk).verdict == .intact)
    #expect(code { try append(10..<11, to: log) } == "LOG-21")
    #expect(code { _ = try FileEventLog.open(at: "/l", for: .writing, files: disk) } == "LOG-04")
  }

  @Test func `a second writer waits as long as it is told, then says so`() throws {
    try withLedger { path in
      let log = try FileEventLog.open(at: path, for: .writing)
      try append(0..<1, to: log)
      let holder = open(path + "/lock", O_RDWR)
      #expect(flock(holder, LOCK_EX) == 0)
      var pauses = 0
      #expect(
        code {
          _ = try FileEventLog.open(
            at: path, for: .writing, patience: .init(tries: 4) { pauses += 1 })
        } == "LOG-07")
      #expect(pauses == 3)
      let failure = #expect(throws: AppendFailure.self) {
        try log.append(try batch(1..<2), signedBy: signer, now: noon, expecting: log.head)
      }
      if case .locked = failure {} else { Issue.record("\(String(describing: failure))") }
      // Readers do not care, and the writer goes on when the lock is free.
      #expect(try events(of: FileEventLog.open(at: path, for: .reading)).count == 1)
      close(holder)
      try append(1..<2, to: log)
      #expect(log.head.size == 2)
    }
  }

  @Test func `of two writers the second decides again on what the first wrote`() throws {
    try withLedger { path in
      let one = try FileEventLog.open(at: path, for: .writing)
      let two = try FileEventLog.open(at: path, for: .writing)
      let reader = try FileEventLog.open(at: path, for: .reading)
      try append(0..<6, to: one)
      #expect(throws: AppendFailure.headMoved(to: one.head)) {
        try two.append(try batch(6..<7), signedBy: signer, now: noon, expecting: two.head)
      }
      #expect(two.head == one.head)
      try append(6..<7, to: two)
      #expect(try events(of: reader).isEmpty)
      try reader.refresh()
      #expect(reader.head == two.head)
      #expect(try events(of: reader) == (0..<7).map { event($0) })
    }
  }

  @Test func `writers at work at the same time lose nothing of each other's`() throws {
    try withLedger(segmentSize: 16) { path in
      // Threads with logs of their own are to flock what processes are.
      let failures = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 4) { worker in
        do {
          let log = try FileEventLog.open(
            at: path, for: .writing, patience: .init(tries: 10_000) { usleep(200) })
          for number in 0..<12 {
            while true {
              do {
                try append(worker * 100 + number..<worker * 100 + number + 1, to: log)
                break
              } catch let failure as AppendFailure {
                guard case .headMoved = failure else { throw failure }
              }
            }
          }
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
      #expect(failures.withLock { $0 } == [])
      let log = try FileEventLog.open(at: path, for: .reading)
      let found = Set(try events(of: log))
      #expect(log.head.size == 48)
      #expect(found == Set((0..<4).flatMap { worker in (0..<12).map { event(worker * 100 + $0) } }))
      let result = try LogVerification.verify(at: path) { _, _ in signer.publicKey }
      #expect(result.verdict == .intact, "\(result.damage)")
    }
  }

  @Test func `part of a batch behind the head is put aside, told, and never read`() throws {
    let ledger = try ReferenceLedger()
    let path = ReferenceLedger.segment(8)
    let good = ledger.bytes(path)
    for tail in [[0x7B], [UInt8](repeating: 0, count: 300), Array(good.prefix(40)) + [0x0A]] {
      let disk = ledger.with(path, good + tail)
      let reader = try FileEventLog.open(at: "/l", for: .reading, files: disk)
      #expect(reader.uncommittedByteCount == tail.count)
      #expect(try events(of: reader).count == 10)
      let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
      let expected = TornTail(
        segment: 8, offset: good.count, length: tail.count, sha256: SHA256.digest(of: tail))
      #expect(log.recoveredTails == [expected])
      #expect(try log.quarantinedTails() == [expected])
      #expect(disk.state.files[disk.state.names[path] ?? 0]?.bytes == good)
      #expect(log.head == reader.head)
      #expect(try verify(disk).verdict == .intact)
    }
  }

  @Test func `a head set back over more than one batch is suspected, and nothing is touched`()
    throws
  {
    let disk = ModelledDisk()
    try FileEventLog.create(
      at: "/l", origin: "log.example", created: noon, segmentSize: 4, files: disk)
    let log = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    var heads: [[UInt8]] = []
    for numbers in [0..<1, 1..<3, 3..<7, 7..<8, 8..<9] {
      heads.append(disk.state.files[disk.state.names["/l/head"] ?? 0]?.bytes ?? [])
      _ = try log.append(try batch(numbers), signedBy: signer, now: noon, expecting: log.head)
    }
    for (index, head) in heads.enumerated() {
      var state = disk.state
      state.files[state.names["/l/head"] ?? 0]?.bytes = head
      let found = code {
        _ = try FileEventLog.open(at: "/l", for: .writing, files: ModelledDisk(state))
      }
      // The last batch alone cannot be told from one that was interrupted before its commit.
      #expect(found == (index < 4 ? "LOG-15" : nil), "\(index)")
      #expect(
        code { _ = try FileEventLog.open(at: "/l", for: .reading, files: ModelledDisk(state)) }
          == nil)
      // Whoever had read more knows better than the head.
      disk.state.files[disk.state.names["/l/head"] ?? 0]?.bytes = head
      #expect(code { try log.refresh() } == "LOG-15")
    }
  }

  @Test func `a missing manifest is written anew, and a damaged one is left to a person`() throws {
    let ledger = try ReferenceLedger()
    let path = "/l/segments/000000000000.sealed"
    let manifest = ledger.bytes(path)
    var state = ledger.disk.state
    state.names[path] = nil
    let disk = ModelledDisk(state)
    _ = try FileEventLog.open(at: "/l", for: .reading, files: disk)
    _ = try FileEventLog.open(at: "/l", for: .writing, files: disk)
    #expect(disk.state.files[disk.state.names[path] ?? 0]?.bytes == manifest)
    let damaged = ledger.with(path, Array(manifest.reversed()))
    #expect(code { _ = try FileEventLog.open(at: "/l", for: .reading, files: damaged) } == nil)
    #expect(code { _ = try FileEventLog.open(at: "/l", for: .writing, files: damaged) } == "LOG-16")
  }

  @Test func `a damaged ledger is refused for writing and can still be examined`() throws {
    let ledger = try ReferenceLedger()
    let path = ReferenceLedger.segment(8)
    var bytes = ledger.bytes(path)
    bytes[bytes.count - 5] ^= 1
    let disk = ledger.with(path, bytes)
    #expect(code { _ = try FileEventLog.open(at: "/l", for: .writing, files: disk) } == "LOG-14")
    #expect(code { _ = try FileEventLog.open(at: "/l", for: .reading, files: disk) } == "LOG-14")
    let log = try FileEventLog.open(at: "/l", for: .examining, files: disk)
    #expect(try events(of: log).count == 10)
    #expect(code { try log.read(hashing: true) { _ in .proceed } } == "LOG-14")
  }

  @Test func `a log of several mebibytes is read in whole lines whatever the buffer`() throws {
    try withLedger(segmentSize: 1_024) { path in
      let log = try FileEventLog.open(at: path, for: .writing)
      var expected: [[UInt8]] = []
      for start in [0, 700] {
        let events = (start..<start + 700).map { event($0, padding: $0 * 37 % 9_000) }
        expected += events
        _ = try log.append(
          try UnsignedBatch(events), signedBy: signer, now: noon, expecting: log.head)
      }
      let again = try FileEventLog.open(at: path, for: .reading)
      #expect(again.head == log.head)
      var chunks = 0
      var next: UInt64 = 0
      try again.readChunks(from: 0) { chunk in
        chunks += 1
        #expect(chunk.first == next)
        #expect(chunk.bytes.last == 0x0A)
        #expect(chunk.bytes.count { $0 == 0x0A } == chunk.count)
        next += UInt64(chunk.count)
        return .proceed
      }
      #expect(chunks > 4)
      #expect(try events(of: again) == expected)
      #expect(try events(of: again, from: 1_030) == Array(expected[1_030...]))
      let result = try LogVerification.verify(at: path) { _, _ in signer.publicKey }
      #expect(result.verdict == .intact)
    }
  }

  @Test func `the signature of a batch holds for ssh-keygen`() throws {
    try withLedger { path in
      let log = try FileEventLog.open(at: path, for: .writing)
      try append(0..<3, to: log)
      var message: [UInt8] = []
      var signature: SSHSignature?
      try log.read { record in
        message += Array(record.fields.event) + [0x0A]
        if let text = record.fields.signatureText { signature = try SSHSignature(base64: text) }
        return .proceed
      }
      let namespace = try #require(SignatureNamespace.batch(origin: "log.example"))
      #expect(namespace.text == "liggare-event@log.example")
      let file = SSHSignatureFile(
        publicKey: signer.publicKey, namespace: namespace, signature: try #require(signature))
      try Data(file.text).write(to: URL(filePath: path + "/sig"))
      let line = "a@log.example \(signer.publicKey.kind) \(Base64.encode(signer.publicKey.blob))\n"
      try Data(line.utf8).write(to: URL(filePath: path + "/allowed"))
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/ssh-keygen")
      process.arguments = [
        "-Y", "verify", "-f", path + "/allowed", "-I", "a@log.example", "-n", namespace.text, "-s",
        path + "/sig",
      ]
      let input = Pipe()
      process.standardInput = input
      process.standardOutput = Pipe()
      try process.run()
      input.fileHandleForWriting.write(Data(message))
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }
}
