import AuditViews
import Projections

/// `view active-grants --format tsv` of everything: the lines of a snapshot are the answer as they stand, and no row is made of them.
enum ActiveGrantLines {
  /// Answers when nothing but that is asked for, and a snapshot has the lines.
  ///
  /// - Returns: whether it did; else the question is one for the view.
  static func answer(_ asked: QuestionSession) throws -> Bool {
    let view = ActiveGrants.self
    guard asked.session.format == .tsv, view.isOfLines(asked.question),
      var heading = try asked.promptStream(of: view.description.columns),
      let lines = asked.question.register.linesInEffect(at: asked.question.asOf)
    else { return false }
    // All that is written rests on what was read by now.
    try asked.check()
    try asked.note(view.description.name)
    try asked.session.answer(heading.taken())
    try lines.forEachPiece { try asked.session.answer($0) }
    return true
  }
}
