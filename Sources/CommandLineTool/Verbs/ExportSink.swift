import Diagnostics

/// Where an export goes, piece by piece: standard output, or a file that takes its place when it is whole.
final class ExportSink {
  private let asked: QuestionSession
  private let file: AnswerFile?
  private var pending: [UInt8] = []

  init(_ asked: QuestionSession) {
    self.asked = asked
    file = asked.session.command.string("out").map { AnswerFile($0) }
  }

  func add(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count >= RowStream.pendingMax { try flush() }
  }

  func finish() throws {
    try flush()
    try file?.finish()
  }

  /// Writes what is pending, after everything in it was looked up.
  private func flush() throws {
    try asked.check()
    if let file {
      try file.add(pending)
    } else if !pending.isEmpty {
      try asked.session.answer(pending)
    }
    pending.removeAll(keepingCapacity: true)
  }
}
