import Foundation
import Testing

@Suite struct ReadmeTests {
  private static let page: String = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    // A page that cannot be read has no session, which the test says.
    return (try? String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8))
      ?? ""
  }()

  /// The shell blocks of one section, in their order.
  private func blocks(of section: String) -> [String] {
    let text = Self.page.components(separatedBy: "\n## ").first { $0.hasPrefix(section) } ?? ""
    return text.components(separatedBy: "```sh\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  @Test func `the first session works as typed, from an empty folder to a verified ledger`() throws
  {
    let blocks = blocks(of: "A first session")
    #expect(blocks.count >= 7)
    let office = try Office.vacant()
    let run = try office.script(
      "unset LIGGARE_KEY LIGGARE_LEDGER\n" + blocks.joined(separator: "\n")
        + "\ntest \"$(liggare verify --format tsv --no-header | cut -f 1)\" = intact")
    #expect(run.status == 0, "\(run.error)\(run.output)")
    #expect(run.output.contains("Yes: G-1, decided by Siv Dahl (P-3), is in effect"))
    #expect(run.output.contains("ST-11"))
    // Every command did something: none of them was refused and passed over.
    #expect(!run.error.contains("What to do"), "\(run.error)")

    // What the page says to do when something breaks, with a disk of its own.
    let rescue = self.blocks(of: "When something breaks").joined(separator: "\n")
      .replacingOccurrences(of: "/media/disk", with: "../disk")
    let saved = try office.script(
      "unset LIGGARE_LEDGER; export LIGGARE_KEY=$PWD/my-key; mkdir disk; cd ledger\n" + rescue
        + "\nliggare verify --ledger restored")
    #expect(saved.status == 0, "\(saved.error)\(saved.output)")
  }
}
