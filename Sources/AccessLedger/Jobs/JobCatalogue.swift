/// Every job there is.
enum JobCatalogue {
  /// In the order in which they run: what has ended is noted before somebody is asked about it, whoever must act is told when all that is
  /// recorded, and what was recorded is published last.
  static let jobs: [Job] = [
    .expiry, .reviewOpening, .reviewFollowUp, .staleScan, .clockWatch, .capacityCheck,
    .reconciliationWatch,
    .digest, .committeeLists, .rulesCalendar, .mail, .publish,
  ]
}
