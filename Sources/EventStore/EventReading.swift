/// Reads the events of some lines before it is known what came before them, for whoever judges them afterwards.
///
/// One is made for each piece that is in work at a time; one thread at a time uses it.
public protocol EventReading: AnyObject, Sendable {
  /// Reads the events of lines that follow each other, in place of what was read before; on any thread.
  ///
  /// - Returns: whether each could be read. Only canonical JSON can be: what this accepts is not looked at again.
  func read(_ lines: [RecordLine]) -> Bool
}
