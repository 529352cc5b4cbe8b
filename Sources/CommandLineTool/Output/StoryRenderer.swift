public import AuditViews
internal import Chronology
internal import Diagnostics

/// Writes a story: for people each step with its position, moment and sentence, and the details below it; for programs its table.
///
/// Every text is made visible and kept on its own lines, so that no name or free text can look like a step.
public struct StoryRenderer: Sendable {
  public var format: OutputFormat
  public var options: RenderingOptions

  public init(_ format: OutputFormat, _ options: RenderingOptions = RenderingOptions()) {
    self.format = format
    self.options = options
  }

  /// The whole story as UTF-8, ending in a line feed.
  public func bytes(_ story: Story) -> [UInt8] {
    guard format == .table else { return TableRenderer(format, options).bytes(story.table) }
    return Array(peopleText(story).utf8)
  }

  /// The whole story as text, ending in a line feed.
  public func text(_ story: Story) -> String { String(decoding: bytes(story), as: UTF8.self) }

  private func peopleText(_ story: Story) -> String {
    var output = ""
    if options.hasHeader { write(words(story.title), indent: 0, to: &output) }
    write(words(story.conclusion), indent: 0, to: &output)
    for step in story.steps {
      let mark = step.position.map { "[\($0)]" } ?? "[–]"
      let late = words(step.lateness.word)
      let time = step.effective.map { " " + options.instantText($0) } ?? ""
      output += "\n" + VisibleText.of(mark + time + (late.isEmpty ? "" : " (\(late))")) + "\n"
      write(words(step.sentence), indent: 2, to: &output)
      for detail in step.details {
        write("\(words(detail.label)): \(words(detail.text))", indent: 4, to: &output)
      }
    }
    for (index, note) in story.notes.enumerated() {
      output += index == 0 ? "\n" : ""
      write(words(note), indent: 0, to: &output)
    }
    return output
  }

  private func words(_ text: Localized) -> String { text.text(in: options.language) }

  private func write(_ text: String, indent: Int, to output: inout String) {
    let lead = String(repeating: " ", count: indent)
    let visible = VisibleText.of(text)
    let lines =
      options.terminalWidth.map { TextWrapping.lines(visible, width: max($0 - indent - 2, 20)) }
      ?? [visible]
    for (index, line) in lines.enumerated() {
      output += lead + (index == 0 ? "" : "  ") + line + "\n"
    }
  }
}
