import AccessModel
import Diagnostics
import Projections

/// The keys that sign, for whom, and until when.
public enum Keys: RegisterView {
  private static let key = Column.identifier("key", Localized(en: "Key", sv: "Nyckel"))
  private static let enrolled = Column(
    key: "enrolled", title: Localized(en: "Enrolled", sv: "Registrerad"))
  private static let revoked = Column(
    key: "revoked", title: Localized(en: "Revoked", sv: "Spärrad"))
  private static let isValid = Column(
    key: "is_valid", title: Localized(en: "May sign", sv: "Får signera"))

  public static let description = ViewDescription(
    "keys",
    title: Localized(en: "Keys", sv: "Nycklar"),
    question: Localized(
      en: "Which keys sign for whom, and which no longer do?",
      sv: "Vilka nycklar signerar för vem, och vilka gör det inte längre?"),
    controls: [.identities, .nonRepudiation],
    columns: [.person, .name, .isPresent, .kind, isValid, enrolled, revoked, key], key: ["key"],
    filters: [.person])

  /// In the order of enrolment.
  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.register.keys.values.filter {
      $0.enrolled.effective <= question.asOf && question.filter.admits($0.principal)
    }.sorted { $0.enrolled.position < $1.enrolled.position }.map { row in
      let revoked = row.revoked.flatMap { $0.effective <= question.asOf ? $0.effective : nil }
      return [
        .id(row.principal), question.nameCell(row.principal),
        .flag(question.register.isPresent(row.principal, at: question.asOf)), .word(row.kind),
        .flag(revoked == nil), .instant(row.enrolled.effective), .instant(orEmpty: revoked),
        .text("\(row.fingerprint)"),
      ]
    }
  }
}
