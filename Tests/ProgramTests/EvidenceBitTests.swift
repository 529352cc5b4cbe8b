import Foundation
import Testing
import Transparency

@testable import AccessLedger

/// Every bit of a bundle counts.
@Suite struct EvidenceBitTests {
  private func bundle() throws -> EvidenceBundle {
    let office = try Office()
    let run = try office.liggare("evidence", "grant", "G-5", "--out", "bundle.tar")
    #expect(run.status == 0, "\(run)")
    return try EvidenceBundle(at: office.folder + "/bundle.tar")
  }

  /// Whether a bundle is accepted.
  private func isAccepted(_ bundle: EvidenceBundle) -> Bool {
    do { return try bundle.verify().verdict == .intact } catch { return false }
  }

  /// The bundle with one bit of a file turned.
  private func flipped(_ bundle: EvidenceBundle, _ name: String, _ bit: Int) -> EvidenceBundle {
    var bundle = bundle
    bundle.files[name]?[bit / 8] ^= 1 << (bit % 8)
    return bundle
  }

  @Test func `no bit of any file can be turned unseen`() throws {
    let bundle = try bundle()
    #expect(isAccepted(bundle))
    var random = SeededRandom(seed: 20)
    for (name, bytes) in bundle.files.sorted(by: { $0.key < $1.key }) {
      // The list of checksums is held against every byte of every file; a sample of each shows that all are in it.
      for _ in 0..<3 {
        let bit = random.below(bytes.count * 8)
        #expect(!isAccepted(flipped(bundle, name, bit)), "\(name) bit \(bit)")
      }
    }
  }

  @Test func `no bit of what counts can be turned, though the checksums are made anew`() throws {
    let bundle = try bundle()
    let page = EvidenceBundle.Name.readme
    var random = SeededRandom(seed: 21)
    func check(_ name: String, _ bits: some Sequence<Int>) {
      for bit in bits {
        var altered = flipped(bundle, name, bit)
        altered.files[EvidenceBundle.Name.sums] = altered.sums
        #expect(!isAccepted(altered), "\(name) bit \(bit)")
      }
    }
    for (name, bytes) in bundle.files.sorted(by: { $0.key < $1.key })
    where name != page && name != EvidenceBundle.Name.sums {
      let count = bytes.count * 8
      // All of the short files that everything rests on; a sample of each of the others.
      let isShort =
        ["FORMAT", "policy", "checkpoint"].contains(name) || name.hasSuffix("/salt")
      if isShort {
        check(name, 0..<count)
      } else {
        check(name, (0..<40).map { _ in random.below(count) })
      }
    }
  }

  @Test func `no file can be left out or added, and no line taken away with all that speaks of it`()
    throws
  {
    let bundle = try bundle()
    for name in bundle.files.keys {
      for isListed in [false, true] {
        var altered = bundle
        altered.files[name] = nil
        if isListed, name != EvidenceBundle.Name.sums {
          altered.files[EvidenceBundle.Name.sums] = altered.sums
        }
        #expect(!isAccepted(altered), "\(name)")
      }
    }
    var added = bundle
    added.files["texts/1-more/text"] = Array("more".utf8)
    added.files[EvidenceBundle.Name.sums] = added.sums
    #expect(!isAccepted(added))
    let heading = try #require(bundle.files["FORMAT"].flatMap(EvidenceBundle.Heading.init))
    let lines = try (bundle.files["lines.ndjson"] ?? []).split(separator: 0x0A)
      .map { try EvidenceLine(Array($0), number: 0) }
    let facts = EvidenceFacts(origin: heading.origin, subject: heading.subject, lines: lines)
    // Batches left out whole, and all that follows from the lines made anew.
    for batch in facts.batches {
      let gone = Set(batch.map(\.position))
      let rest = lines.filter { !gone.contains($0.position) }
      let said = EvidenceFacts(origin: heading.origin, subject: heading.subject, lines: rest)
      var altered = bundle
      altered.files = altered.files.filter { !$0.key.hasPrefix("signatures/") }
      altered.files.merge(said.derived) { $1 }
      altered.files["lines.ndjson"] = rest.flatMap { $0.bytes + [0x0A] }
      for position in gone {
        altered.files[EvidenceBundle.Name.proof(position)] = nil
        altered.files = altered.files.filter { !$0.key.hasPrefix("texts/\(position)-") }
      }
      altered.files[EvidenceBundle.Name.sums] = altered.sums
      let isLast = batch.last?.position == lines.last?.position
      // What comes last can be missing: the bundle then speaks of an earlier moment, as its README says.
      #expect(!isAccepted(altered) || isLast, "\(gone)")
    }
  }
}
