import AccessLedger

enum QuestionVerbs {
  static let all: [Verb] = []
  static func showEvents(_ s: VerbSession, _ l: Ledger, to: UInt64) throws {}
}
