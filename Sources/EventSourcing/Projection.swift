/// What is true, folded from the log one event at a time, in order.
///
/// The same events give the same value, byte for byte: nothing but the events comes in.
public protocol Projection: Sendable {
  associatedtype Event: Sendable

  init()

  mutating func apply(_ recorded: borrowing Recorded<Event>)
}
