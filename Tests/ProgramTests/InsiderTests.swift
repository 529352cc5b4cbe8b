import Foundation
import Testing

/// What an insider can do is played, and the README says what came of it.
@Suite struct InsiderTests {
  @Test func `the README says of each fraud what the drill finds`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let office = try Office()
    let drill = root.appendingPathComponent("tools/insider-drill").path
    let run = try office.run([drill, "--program", Office.programs + "/liggare"])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.split(separator: "\n").count == 8, "\(run.output)")
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(readme.contains(run.output), "\(run.output)")
  }
}
