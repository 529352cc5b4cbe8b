public import AccessModel
public import Chronology
public import Events

extension SystemRow {
  /// The analysis of each kind that counts at a moment: the one made last, and of those the last recorded.
  ///
  /// A new analysis takes the place of the one before it, so what the new one does not ask for is asked for no more.
  public func presentAnalyses(at moment: Instant) -> [RiskAnalysed] {
    var latest: [RiskAnalysisKind: RiskAnalysed] = [:]
    for row in analyses where row.fact.effective <= moment {
      let analysis = row.analysis
      if let present = latest[analysis.kind], present.conducted > analysis.conducted { continue }
      latest[analysis.kind] = analysis
    }
    return RiskAnalysisKind.allCases.compactMap { latest[$0] }
  }

  /// The last classification that holds at a moment, with what it rests on and since when it holds.
  public func presentClassification(
    at moment: Instant
  ) -> (classification: Classification, ground: ClassificationRow, since: Instant)? {
    var found: Int?
    for index in classifications.indices
    where classifications[index].fact.effective <= moment {
      if let present = found,
        classifications[present].fact.effective > classifications[index].fact.effective
      {
        continue
      }
      found = index
    }
    return found.map {
      (
        classifications[$0].classification, classifications[$0],
        classifications[$0].fact.effective
      )
    }
  }

  /// Since when the system has had the status it has at a moment; `nil` for one whose status was never said.
  public func statusSince(_ moment: Instant) -> Instant? {
    statuses.map(\.fact).filter { $0.effective <= moment }.map(\.effective).max()
  }

  /// The analysis with that identifier.
  public func analysis(_ id: AnalysisID) -> RiskAnalysed? {
    analyses.first { $0.analysis.analysis == id }?.analysis
  }
}
