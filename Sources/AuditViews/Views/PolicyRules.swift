public import AccessModel
import Diagnostics
import Events
public import Policies
public import Projections

/// The rules themselves: what holds for each key, and where it comes from.
public enum PolicyRules {
  private static let key = Column.identifier("key", Localized(en: "Rule", sv: "Regel"))
  private static let value = Column(key: "value", title: Localized(en: "Value", sv: "Värde"))
  private static let source = Column(key: "source", title: Localized(en: "From", sv: "Från"))
  private static let meaning = Column(
    key: "meaning", title: Localized(en: "Meaning", sv: "Betydelse"))
  private static let before = Column(key: "before", title: Localized(en: "Before", sv: "Före"))
  private static let after = Column(key: "after", title: Localized(en: "After", sv: "Efter"))
  private static let change = Column(key: "change", title: Localized(en: "Change", sv: "Ändring"))

  public static let description = ViewDescription(
    "policy-rules",
    title: Localized(en: "Rules", sv: "Regler"),
    question: Localized(
      en: "Which rules hold at a place, and which document does each come from?",
      sv: "Vilka regler gäller på en plats, och vilket dokument kommer var och en från?"),
    controls: [.accessGoverned], columns: [key, value, source, meaning],
    filters: [.system, .unit], form: .events)

  public static let differencesDescription = ViewDescription(
    "policy-differences",
    title: Localized(en: "Differing rules", sv: "Regler som skiljer"),
    question: Localized(
      en: "Where do two sets of rules differ, and which is the tighter?",
      sv: "Var skiljer sig två regelverk, och vilket är striktare?"),
    controls: [.accessGoverned], columns: [key, before, after, change, meaning], form: .events)

  /// What holds for each key, with the documents it comes from.
  public static func effective(_ rules: EffectivePolicy, _ question: ViewQuestion) -> Table {
    var table = Table(
      name: description.tableName, title: description.title(for: question),
      columns: description.columns,
      rows: PolicyKey.all.map { key in
        let sources = rules.sources(of: key).map { "\($0)" }
        return [
          .text(key.path), .text("\(rules[key])"),
          .text(sources.isEmpty ? "standard" : sources.joined(separator: ", ")),
          .localized(key.meaning),
        ]
      })
    let documents = rules.layers.map { "\($0.document.id)" }.joined(separator: ", ")
    table.notes = [
      documents.isEmpty
        ? Localized(
          en: "No document is adopted here: the standard rules hold.",
          sv: "Inget dokument är antaget här: standardreglerna gäller.")
        : Localized(
          en: "In force, from the top downwards: \(documents).",
          sv: "Gäller, uppifrån och ned: \(documents).")
    ]
    return table
  }

  /// A document with what it sets.
  public static func card(_ row: PolicyRow, _ question: ViewQuestion) -> Card {
    let fields = zip(PolicyDocuments.description.columns, PolicyDocuments.row(of: row, question))
      .map { Card.Field($0, $1) }
    let values = Table(
      name: "values", title: description.title, columns: [key, value, meaning],
      rows: (row.document?.entries ?? []).map { key, value in
        [.text(key.path), .text("\(value)"), .localized(key.meaning)]
      })
    return Card(
      name: "policy", title: Localized(verbatim: "\(row.adopted.policy)"),
      fields: fields + [
        Card.Field(
          "recorded", Localized(en: "Recorded", sv: "Registrerat"), .instant(row.fact.recorded)),
        Card.Field(
          "digest", Localized(en: "SHA-256 of the text", sv: "Textens SHA-256"),
          .text("\(row.adopted.digest)")),
      ], sections: [values])
  }

  /// Where two documents differ; what one of them says nothing of counts as in the standard rules.
  public static func differences(
    from before: PolicyDocument, to after: PolicyDocument, standard: AccessPolicy
  ) -> Table {
    differences(
      PolicyKey.all.compactMap { key in
        let fallback = key.read(standard)
        let (old, new) = (before[key], after[key])
        guard old ?? fallback != new ?? fallback else { return nil }
        return (
          key, old.map { "\($0)" } ?? "standard: \(fallback)",
          new.map { "\($0)" } ?? "standard: \(fallback)",
          key.compare(new ?? fallback, to: old ?? fallback)
        )
      }, from: "\(before.id)", to: "\(after.id)")
  }

  /// What a document would change of the rules that hold without it.
  ///
  /// - Parameters:
  ///   - level: whose rules it would be. The group's replaces the group's, so what it leaves out is as in the standard again.
  ///   - rules: those of the group for the group, those above it for a lower level.
  public static func differences(
    of document: PolicyDocument, at level: PolicyLevel, from rules: EffectivePolicy
  ) -> Table {
    let replaced = EffectivePolicy(
      [PolicyLayer(level: .group, document: document)], standard: rules.standard)
    return differences(
      PolicyKey.all.compactMap { key in
        let before = rules[key]
        let said = level == .group ? replaced[key] : document[key]
        guard let value = said, before != value else { return nil }
        return (key, "\(before)", "\(value)", key.compare(value, to: before))
      },
      from: rules.documents.isEmpty
        ? "standard" : rules.documents.map { "\($0)" }.joined(separator: ", "),
      to: "\(document.id)")
  }

  private static func differences(
    _ found: [(key: PolicyKey, before: String, after: String, PolicyComparison)], from: String,
    to: String
  ) -> Table {
    let title = differencesDescription.title
    return Table(
      name: differencesDescription.tableName,
      title: Localized(
        en: "\(title.english): \(from) → \(to)", sv: "\(title.swedish): \(from) → \(to)"),
      columns: differencesDescription.columns,
      rows: found.map { key, before, after, comparison in
        [.text(key.path), .text(before), .text(after), .word(comparison), .localized(key.meaning)]
      },
      ifEmpty: Localized(en: "Nothing differs.", sv: "Inget skiljer."))
  }
}
