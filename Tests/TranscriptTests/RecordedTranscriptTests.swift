import Foundation
import Testing

/// Every transcript in the repository, played against the built program.
@Suite struct RecordedTranscriptTests {
  @Test func `each transcript prints exactly what is written in it`() throws {
    let folder = TranscriptRun.root.appending(path: "Tests/TranscriptTests/Transcripts")
    let files = try TranscriptRun.transcripts(in: folder)
    #expect(!files.isEmpty)
    for file in files {
      let run = try TranscriptRun("check", [file])
      #expect(run.status == 0, "\(run.output)\nIf this is meant: tools/record-goldens")
    }
  }

  @Test func `the worked example prints and keeps exactly the bytes that are in the repository`()
    throws
  {
    let example = TranscriptRun.example
    let chapters = try TranscriptRun.transcripts(in: example.appending(path: "asked"))
    #expect(chapters.count >= 13)
    try TranscriptRun.withFolder { folder in
      let run = try TranscriptRun("check", chapters, folder: folder)
      #expect(run.status == 0, "\(run.output)\nIf this is meant: tools/record-goldens")

      var kept = try files(in: folder.appending(path: "ledger/segments")).filter {
        $0.key.hasSuffix(".ndjson")
      }
      for name in ["FORMAT", "head"] {
        kept[name] = try Data(contentsOf: folder.appending(path: "ledger/\(name)"))
      }
      var expected = try files(in: example.appending(path: "kept/segments"))
      for name in ["FORMAT", "head"] {
        expected[name] = try Data(contentsOf: example.appending(path: "kept/\(name)"))
      }
      #expect(differences(kept, expected) == [])
      let seen = try files(in: folder.appending(path: "seen"))
      let written = try files(in: example.appending(path: "seen"))
      #expect(differences(seen, written) == [])
    }
  }

  private func files(in folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: folder.appending(path: $0)))
      })
  }

  /// The names of the files that only one side has or that are not the same.
  private func differences(_ one: [String: Data], _ other: [String: Data]) -> [String] {
    Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
  }
}
