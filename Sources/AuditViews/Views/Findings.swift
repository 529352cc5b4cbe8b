import AccessModel
public import Diagnostics
import Projections

/// Everything in the register that is missing, too old or against the rules, the gravest first.
public enum Findings: RegisterView {
  private static let code = Column.identifier("code", Localized(en: "Code", sv: "Kod"))
  private static let severity = Column(
    key: "severity", title: Localized(en: "Severity", sv: "Allvar"))
  private static let subject = Column.identifier("subject", Localized(en: "About", sv: "Gäller"))
  private static let statement = Column(
    key: "statement", title: Localized(en: "What", sv: "Vad"))
  private static let detail = Column(key: "detail", title: Localized(en: "Detail", sv: "Närmare"))
  private static let since = Column(key: "since", title: Localized(en: "Since", sv: "Sedan"))
  private static let command = Column.identifier("command", Localized(en: "Do", sv: "Gör"))

  public static let description = ViewDescription(
    "findings",
    title: Localized(en: "Findings in the register", sv: "Iakttagelser i registret"),
    question: Localized(
      en: "What in the register is missing, too old or against the rules?",
      sv: "Vad i registret saknas, är för gammalt eller strider mot reglerna?"),
    controls: [.followUp, .inventory, .stewards, .segregation],
    columns: [severity, code, subject, statement, detail, since, command],
    key: ["code", "subject"],
    filters: [.system])

  /// The findings, the gravest first; of equals, in a fixed order.
  public static func all(_ question: ViewQuestion) -> [Finding] {
    let found =
      SystemFindings(question).findings() + PersonFindings(question).findings()
      + AccountFindings(question).findings() + GrantFindings(question).findings()
      + FlagFindings(question).findings()
    let admitted = found.filter { question.filter.admits($0.system) }
    return Finding.Severity.allCases.flatMap { severity in
      admitted.filter { $0.severity == severity }
    }
  }

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    all(question).map { finding in
      [
        .word(code: finding.severity.code, finding.severity.word), .text(finding.code.code),
        .text(finding.subject), .localized(finding.code.statement),
        finding.detail.english.isEmpty ? .empty : .localized(finding.detail),
        .instant(orEmpty: finding.since), .text(finding.command),
      ]
    }
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "Nothing was found.", sv: "Inget hittades.")
  }
}
