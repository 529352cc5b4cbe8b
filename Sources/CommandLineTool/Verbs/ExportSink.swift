import Diagnostics

/// Where an export goes, piece by piece: standard output, or a file that takes its place when it is whole.
final class ExportSink {
  private let asked: QuestionSession
  private let path: String?
  private var pending: [UInt8] = []

  init(_ asked: QuestionSession) throws {
    self.asked = asked
    path = asked.session.command.string("out")
  }

  func add(_ bytes: [UInt8]) throws {
    pending += bytes
    // A file is written whole, or not at all.
    if path == nil, pending.count >= RowStream.pendingMax { try flush() }
  }

  func finish() throws {
    if let path {
      try asked.check()
      try ReplacedFile.write(pending, to: path, mode: 0o600)
    } else {
      try flush()
    }
  }

  private func flush() throws {
    try asked.check()
    if !pending.isEmpty { try asked.session.answer(pending) }
    pending.removeAll(keepingCapacity: true)
  }
}
