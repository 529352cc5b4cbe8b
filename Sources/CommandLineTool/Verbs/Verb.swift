import Diagnostics

/// One thing a person can type: how it is declared, and what it does.
struct Verb: Sendable {
  let declaration: VerbDeclaration
  /// Does it, and says how the program should end.
  let run: @Sendable (VerbSession) throws -> ExitStatus

  init(_ declaration: VerbDeclaration, run: @escaping @Sendable (VerbSession) throws -> ExitStatus)
  {
    self.declaration = declaration
    self.run = run
  }
}
