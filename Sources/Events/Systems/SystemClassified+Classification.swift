public import AccessModel

extension SystemClassified {
  /// The three levels together; `nil` when one is outside 0 to 4.
  public var classification: Classification? {
    Classification(
      confidentiality: Int(confidentiality), integrity: Int(integrity),
      availability: Int(availability))
  }
}
