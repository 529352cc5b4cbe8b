public import AccessModel
import Chronology
import Diagnostics
public import Projections

/// What a reviewer is, or was, shown of one item.
public enum ReviewSightCard {
  public static let description = ViewDescription(
    "review-sight",
    title: Localized(en: "What the reviewer is shown", sv: "Vad granskaren ser"),
    question: Localized(
      en: "What was a reviewer shown before they answered, and is that what the register held?",
      sv: "Vad visades en granskare före svaret, och är det vad registret innehöll?"),
    controls: [.accessRights, .nonRepudiation], form: .card)

  /// - Parameter recorded: what the answer says was shown, when it is an answer's that is looked at.
  public static func card(
    _ sight: ReviewSight, in review: ReviewID, recorded: Bool, _ question: ViewQuestion
  ) -> Card {
    Card(
      name: "review_sight",
      title: Localized(
        en: recorded
          ? "What was shown of \(sight.grant) in \(review)" : "\(sight.grant) in \(review)",
        sv: recorded
          ? "Vad som visades av \(sight.grant) i \(review)" : "\(sight.grant) i \(review)"),
      fields: [
        .init(Campaigns.review, .id(review)), .init(.grant, .id(sight.grant)),
        .init(.person, .id(sight.person)),
        .init(.name, .text(orEmpty: sight.person.flatMap(question.names))),
        .init(.account, .id(sight.account)), .init(.system, .id(sight.entitlement.system)),
        .init(.entitlement, .id(sight.entitlement.name)), .init(.scope, .id(sight.scope)),
        .init(.ends, .end(orEmpty: sight.until)),
        .init("level", Localized(en: "Level", sv: "Nivå"), .integer(sight.level)),
        .init("privilege", Localized(en: "Privilege", sv: "Makt"), .word(sight.privilege)),
        .init(
          "conflicts", Localized(en: "Breaks", sv: "Bryter mot"),
          .list(sight.conflicts.map { "\($0)" })),
        .init(
          "peers", Localized(en: "Colleagues with it", sv: "Kollegor med den"),
          .text("\(sight.peersWithIt)/\(sight.peers)")),
        .init(
          "last_use", Localized(en: "Last used", sv: "Senast använd"),
          sight.lastUse.map { .instant($0) }
            ?? (sight.unusedSince == nil
              ? .word(code: "unknown", Localized(en: "not known", sv: "inte känt"))
              : .word(code: "unused", Localized(en: "not used", sv: "inte använd")))),
        .init(
          "unused_since", Localized(en: "Unused since", sv: "Oanvänd sedan"),
          .instant(orEmpty: sight.unusedSince)),
        .init(
          "previous", Localized(en: "Last time", sv: "Förra gången"),
          sight.previous.map { .word($0) } ?? .empty),
        .init(
          "previous_at", Localized(en: "Reviewed", sv: "Granskad"),
          .instant(orEmpty: sight.previousAt)),
        .init("delta", Localized(en: "Since last time", sv: "Sedan sist"), .word(sight.delta)),
        .init(
          "hints", Localized(en: "Speaks against", sv: "Talar emot"),
          .list(
            sight.hints.map {
              question.reader == .people ? $0.word.text(in: question.language) : "\($0.code)"
            })),
        .init(
          "seen_at", Localized(en: "Events it rests on", sv: "Händelser det vilar på"),
          .integer(Int(clamping: sight.position))),
        .init(
          "seen", Localized(en: "Digest", sv: "Kontrollsumma"), .text("\(sight.digest)")),
        .init(
          "canonical", Localized(en: "In its canonical form", sv: "I kanonisk form"),
          .text(sight.description)),
      ])
  }
}
