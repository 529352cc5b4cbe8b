public import Diagnostics

/// When room is told to be running out.
public struct CapacityLimits: Hashable, Sendable {
  /// The fewest percent of the disk that are to be free, and of the files that it has room for.
  public var freePercentMin = 10
  /// The fewest days until the disk is full.
  public var daysMin = 90

  public init(freePercentMin: Int = 10, daysMin: Int = 90) {
    self.freePercentMin = freePercentMin
    self.daysMin = daysMin
  }

  /// What is short, one line for each; empty when there is room.
  public func check(_ capacity: Capacity) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func tell(_ what: Localized, _ value: String, atLeast least: String) {
      found.append(
        JobCodes.littleSpace.diagnostic(
          .init(what, value), .init(en: "at least", sv: "minst", least)))
    }
    if capacity.freePercent < freePercentMin {
      tell(
        Localized(en: "of the disk free", sv: "av disken ledigt"), "\(capacity.freePercent) %",
        atLeast: "\(freePercentMin) %")
    }
    if capacity.freeFilesPercent < freePercentMin {
      tell(
        Localized(en: "of the files the disk has room for", sv: "av filerna disken rymmer"),
        "\(capacity.freeFilesPercent) %", atLeast: "\(freePercentMin) %")
    }
    if let days = capacity.daysUntilFull, days < Double(daysMin) {
      tell(
        Localized(en: "days until the disk is full", sv: "dagar tills disken är full"),
        "\(Int(days))", atLeast: "\(daysMin)")
    }
    return found
  }
}
