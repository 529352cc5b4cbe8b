/// How long a classification holds before it must have been made again.
public enum ClassificationValidity {
  /// Three years, in days, where the organisation has set no other time.
  public static let days: Int64 = 1_096
}
