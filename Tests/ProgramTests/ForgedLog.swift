import Testing
import Transparency

@testable import EventStore

/// A log in the hands of somebody who may write every file of the ledger, and has no key but their own.
struct ForgedLog {
  struct Batch {
    var recorded: String
    /// The `event` values.
    var events: [String]
    var key: String
    var signature: String
  }

  var batches: [Batch] = []

  /// Reads the log of an office.
  init(_ office: Office) throws {
    let form =
      /\{"seq":\d+,"recorded":"([^"]+)","batch":\[(\d+),\d+\](?:,"key":"([^"]+)","sig":"([^"]+)")?,"event":(.*)\}\n/
    for line in try office.lines() {
      let fields = try #require(String(decoding: line, as: UTF8.self).wholeMatch(of: form)).output
      if fields.2 == "1" {
        batches.append(Batch(recorded: String(fields.1), events: [], key: "", signature: ""))
      }
      let last = batches.count - 1
      batches[last].events.append(String(fields.5))
      if let key = fields.3, let signature = fields.4 {
        batches[last].key = String(key)
        batches[last].signature = String(signature)
      }
    }
  }

  /// The lines of one batch, without their LFs, when it begins at a position.
  private func lines(of batch: Batch, from position: Int) -> [[UInt8]] {
    batch.events.enumerated().map { index, event in
      let isLast = index + 1 == batch.events.count
      let signed = isLast ? ",\"key\":\"\(batch.key)\",\"sig\":\"\(batch.signature)\"" : ""
      return Array(
        ("{\"seq\":\(position + index),\"recorded\":\"\(batch.recorded)\","
          + "\"batch\":[\(index + 1),\(batch.events.count)]\(signed),\"event\":\(event)}").utf8)
    }
  }

  /// The first position of a batch.
  func position(of index: Int) -> Int { batches[..<index].reduce(0) { $0 + $1.events.count } }

  /// Lets each batch from one on claim to have been decided on the history that is now before it.
  mutating func rebase(from first: Int) {
    let form = /"basis":\{"size":\d+,"root":"[^"]+"\}/
    var tree = MerkleFrontier()
    var position = 0
    for index in batches.indices {
      if index >= first {
        let basis = "\"basis\":{\"size\":\(tree.size),\"root\":\"\(tree.root.base64)\"}"
        batches[index].events[0].replace(form, with: basis)
      }
      for line in lines(of: batches[index], from: position) {
        tree.append(leafHash: MerkleTree.leafHash(of: line))
      }
      position += batches[index].events.count
    }
  }

  /// Signs a batch with a key that the forger has.
  mutating func sign(_ index: Int, with key: SigningKey, origin: String = "ledger.example") throws {
    let batch = try UnsignedBatch(batches[index].events.map { Array($0.utf8) })
    let namespace = try #require(SignatureNamespace.batch(origin: origin))
    batches[index].key = "\(key.fingerprint)"
    batches[index].signature = try key.signature(over: batch.message, namespace: namespace).base64
  }

  /// Puts the log in the place of the real one, with every hash and the head counted anew.
  func keep(in office: Office) throws {
    var bytes: [UInt8] = []
    var leaves: [UInt8] = []
    var tree = MerkleFrontier()
    var position = 0
    for batch in batches {
      for line in lines(of: batch, from: position) {
        let leaf = MerkleTree.leafHash(of: line)
        tree.append(leafHash: leaf)
        leaves += Array(leaf.bytes)
        bytes += line + [0x0A]
      }
      position += batch.events.count
    }
    try office.write(bytes, to: office.segment)
    try office.write(leaves, to: office.ledger + "/segments/000000000000.leaves")
    let head = HeadRecord(head: tree.head, segment: 0, byteCount: bytes.count)
    try office.write(head.bytes, to: office.ledger + "/head")
  }
}
