/// Given what has happened, what follows from what is asked, or why not.
///
/// Pure: no clock, no disk, no randomness. Time, identity and fresh ids come in with the context. Facts
/// are gathered by a `Projection`; a decider only reads them.
public protocol Decider {
  associatedtype Command
  associatedtype State
  associatedtype Context
  associatedtype Event: Sendable
  associatedtype Rejection: Error

  static func decide(_ command: Command, given state: State, in context: Context)
    throws(Rejection) -> [Draft<Event>]
}
