import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Projections

/// What the head of an administration or a managing director answers for, to go through and sign on paper.
enum FollowUpReport {
  static let description = ReportDescription(
    name: "follow-up",
    title: Localized(en: "Follow-up of access", sv: "Uppföljning av åtkomst och behörighet"),
    question: Localized(
      en: "What does the head of a unit answer for, and what must they see to?",
      sv: "Vad ansvarar en enhets chef för, och vad måste åtgärdas?"),
    filters: [.unit], needs: .unit, comparesWithBefore: true,
    views: [
      "duties", "grants", "incident-accountability", "incidents", "overdue-reviews", "persons",
      "stale", "systems",
    ])

  /// How many rows a list has at most on paper.
  static let rowsMax = 50

  static func report(_ inquiry: ReportInquiry) -> Report? {
    let question = inquiry.question
    guard let id = question.filter.units.first, let unit = question.register.units[id] else {
      return nil
    }
    let name = unit.name(at: question.asOf).text
    let heads = question.register.roles(for: id, at: question.asOf).filter { $0.role == .head }
      .map { question.phrasing.person($0.holder) }
    let lists = FollowUpLists(inquiry, id)
    return Report(
      description, subject: Localized(verbatim: "\(name) (\(id))"),
      standing: inquiry.standingWithBefore,
      sections: [
        ReportSection(
          Localized(en: "What you answer for", sv: "Det du ansvarar för"),
          [
            .text(accountable(heads)),
            .figures(
              lists.figures,
              before: Localized(
                en: "Before (\(question.zone.day(of: inquiry.since)))",
                sv: "Före (\(question.zone.day(of: inquiry.since)))")),
          ]),
        ReportSection(
          Localized(en: "What is late or due", sv: "Det som är försenat eller ska göras"),
          [.table(lists.duties)]),
        ReportSection(
          Localized(en: "Reviews overdue", sv: "Försenade granskningar"),
          [.table(lists.reviews)]),
        ReportSection(
          Localized(en: "Flags on stale access", sv: "Flaggor om inaktuell åtkomst"),
          [.table(lists.flags)]),
        ReportSection(
          Localized(en: "Incidents", sv: "Incidenter"),
          [.table(lists.incidents), .table(lists.heads)]),
        ReportSection(Localized(en: "Systems", sv: "System"), [.table(lists.systems)]),
        ReportSection(
          Localized(en: "Persons and their access", sv: "Personer och deras åtkomst"),
          [.table(lists.persons), .table(lists.grants)]),
        ReportSection(
          Localized(en: "Signature", sv: "Underskrift"),
          [
            .signature(
              ReportSignature(
                statement: Localized(
                  en:
                    "I have gone through this follow-up. What is late or flagged is put right, by whom and when as written below.",
                  sv:
                    "Jag har gått igenom uppföljningen. Det som är försenat eller flaggat åtgärdas, av den och vid den tid som anges nedan."
                ), signers: heads,
                role: Localized(
                  en: "Head of administration or managing director",
                  sv: "Förvaltningschef eller verkställande direktör")))
          ]),
      ], provenance: inquiry.provenance)
  }

  private static func accountable(_ heads: [String]) -> Localized {
    guard !heads.isEmpty else {
      return Localized(
        en:
          "Nobody holds the role of head of this unit. Assign it with liggare role assign head.",
        sv: "Ingen innehar rollen som chef för enheten. Tilldela den med liggare role assign head.")
    }
    let named = heads.joined(separator: ", ")
    return Localized(
      en:
        "Head: \(named). The head answers for it that the access of those who work in the unit, and in the systems that it owns, is followed up.",
      sv:
        "Chef: \(named). Chefen ansvarar för att åtkomst och behörighet följs upp, för dem som arbetar i enheten och i de system som den äger."
    )
  }
}
