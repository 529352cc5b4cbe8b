import Foundation
import Testing

/// An office in which the review V-1 of the system S-1 runs, with packets of it in `packets`.
///
/// Nils, deputy of the steward who decided the grants, has those of others to answer; against the first speaks that no colleague
/// has it, against the others nothing.
struct PacketOffice {
  static let reviewer = "nils.ek"

  let office: Office

  var folder: String { office.folder }

  init(language: String = "en") throws {
    office = try Office()
    let made = try office.script(
      """
      n=0
      liggare() { n=$((n + 1)); liggare-rehearsal 2026-01-14T08:00:00.000Z "packet-$n" "$@"; }
      need='Handles new cases in the unit'
      for right in post scan; do
        liggare entitlement define S-1/$right --name "Right to $right" --description "May $right cases"
      done
      for who in bo.ek ulf.alm kim.ahl; do
        for right in post scan; do
          liggare grant issue $who S-1/$right --need "$need" --endorsed-by eva.lind \\
            --decided-by siv.dahl --case "SN 2026/30" --provisioned
        done
      done
      liggare person register "Åsa </script><b onclick=x>Öberg</b> & \\"Söner\\"" --unit U-2 --user asa
      liggare grant issue asa S-1/read --need "$need" --endorsed-by eva.lind --decided-by siv.dahl \\
        --case "SN 2026/31" --provisioned
      liggare review plan --axis system --system S-1 --opens 2026-01-14 --due 2026-01-31
      liggare review start V-1
      liggare review packet V-1 --to packets --lang \(language)
      """)
    try #require(made.status == 0, "\(made.output.suffix(300))\(made.error)")
  }

  /// The name of the reviewer's files, without their ending.
  func packet() throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/packets")
    let page = try #require(
      names.sorted().first { $0.hasSuffix(".html") && text("packets/\($0)").contains(">Nils Ek (") }
    )
    return String(page.dropLast(5))
  }

  func text(_ name: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data(), as: UTF8.self)
  }

  /// Takes files back, a day later unless another moment is said.
  @discardableResult
  func collect(
    _ files: String..., saidBy: String = reviewer, at moment: String = "2026-01-15T08:00:00.000Z",
    seed: String = "collect", options more: [String] = []
  ) throws -> SystemProcess.Ending {
    try office.run(
      ["liggare-rehearsal", moment, seed, "review", "collect"] + files
        + ["--said-by", saidBy, "--verified", "call-back", "--case", "SN 2026/40"] + more)
  }

  /// The decision file that the page would make of outcomes in the order of its items.
  func decisionFile(
    _ answers: [(outcome: String, more: String)], as name: String,
    change: (String) -> String = { $0 }
  ) throws {
    let page = text("packets/\(try packet()).html")
    func value(_ key: String) throws -> String {
      let found = try #require(page.firstMatch(of: try Regex("data-\(key)=\"([^\"]*)\"")))
      return String(try #require(found[1].substring))
    }
    let items = page.matches(of: /data-grant="([^"]*)" data-seen="([^"]*)"/)
    try #require(items.count >= answers.count)
    let decisions = zip(items, answers).map { item, answer in
      "{\"grant\":\"\(item.1)\",\"seen\":\"\(item.2)\",\"outcome\":\"\(answer.outcome)\"\(answer.more)}"
    }
    let file = """
      {"liggare":"review-decisions","version":1,"origin":"\(try value("origin"))",\
      "review":"\(try value("review"))","reviewer":"\(try value("reviewer"))",\
      "position":\(try value("position")),"decisions":[
      \(decisions.joined(separator: ",\n"))
      ]}
      """
    try office.write(Array(change(file).utf8), to: "\(folder)/\(name)")
  }

  /// How many answers the log has.
  func answers() throws -> Int {
    let run = try office.liggare(
      "log", "--type", "review.item-decided", "--format", "csv", "--no-header")
    return run.output.split(separator: "\r\n").count
  }

  /// The path of a program that serves the tests.
  static func fixture(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(name)").path
  }
}
