/// How the events of a log are read.
public enum HistoryReading: Hashable, Sendable {
  /// As corrected by what was recorded later.
  case corrected
  /// As first recorded.
  case original
}
