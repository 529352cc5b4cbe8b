import AccessModel
import Diagnostics

/// The headings that several views share, so that the same thing has the same key everywhere.
extension Column {
  static let person = identifier("person", PersonSubject.capitalised)
  static let name = Column(key: "name", title: Localized(en: "Name", sv: "Namn"))
  static let userName = Column(
    key: "user_name", title: Localized(en: "User name", sv: "Användarnamn"))
  static let system = identifier("system", SystemSubject.capitalised)
  static let systemName = Column(
    key: "system_name", title: Localized(en: "System's name", sv: "Systemets namn"))
  static let entitlement = identifier("entitlement", EntitlementSubject.capitalised)
  static let scope = Column(
    key: "scope", title: ScopeSubject.capitalised, isIdentifier: true)
  static let grant = identifier("grant", GrantSubject.capitalised)
  static let request = identifier("request", RequestSubject.capitalised)
  static let account = identifier("account", AccountSubject.capitalised)
  static let accountName = Column(
    key: "account_name", title: Localized(en: "Account's name", sv: "Kontots namn"))
  static let unit = identifier("unit", UnitSubject.capitalised)
  static let unitName = Column(
    key: "unit_name", title: Localized(en: "Unit's name", sv: "Enhetens namn"))
  /// What the legal entity of a unit is called; two units of one name are told apart by it.
  static let entityName = Column(
    key: "entity_name", title: Localized(en: "Entity", sv: "Organisation"))
  static let post = identifier("post", PositionSubject.capitalised)
  /// By when access from before a move is to be confirmed.
  static let confirmBy = Column(
    key: "confirm_by", title: Localized(en: "Confirm by", sv: "Bekräftas senast"))
  static let state = Column(key: "state", title: Localized(en: "State", sv: "Läge"))
  static let from = Column(key: "from", title: Localized(en: "From", sv: "Från"))
  /// The first moment after, whatever it is that ends it; people read the last day.
  static let ends = Column(key: "ends", title: Localized(en: "Ends", sv: "Upphör"))
  /// What ended it, once the end has come.
  static let endCause = Column(
    key: "end_cause", title: Localized(en: "Why it ended", sv: "Varför den upphörde"))
  static let decidedBy = identifier("decided_by", Localized(en: "Decided by", sv: "Beslutad av"))
  static let decidedByName = Column(
    key: "decided_by_name", title: Localized(en: "Decider's name", sv: "Beslutarens namn"))
  static let delegation = identifier("delegation", DelegationSubject.capitalised)
  static let order = Column(
    key: "order", title: Localized(en: "Order", sv: "Delegationsordning"))
  static let version = number("version", Localized(en: "Version", sv: "Version"))
  static let body = identifier("body", Localized(en: "Body", sv: "Organ"))
  static let matter = identifier("matter", MatterSubject.capitalised)
  static let heldPosition = identifier("held_position", PositionSubject.capitalised)
  static let actingFor = identifier(
    "acting_for", Localized(en: "Acting for", sv: "Som ersättare för"))
  static let due = Column(key: "due", title: Localized(en: "Due by", sv: "Senast"))
  static let category = Column(
    key: "category", title: Localized(en: "Category", sv: "Kategori"))
  static let role = Column(key: "role", title: Localized(en: "Role", sv: "Roll"))
  static let kind = Column(key: "kind", title: Localized(en: "Kind", sv: "Slag"))
  static let isPresent = Column(
    key: "is_present", title: Localized(en: "Works here", sv: "Arbetar här"))
  static let grantsInEffect = number(
    "grants_in_effect", Localized(en: "Grants in effect", sv: "Gällande tilldelningar"))
  static let position = number("position", Localized(en: "Position", sv: "Plats"))
  static let recorded = Column(
    key: "recorded", title: Localized(en: "Recorded", sv: "Registrerat"))
  static let effective = Column(
    key: "effective", title: Localized(en: "Holds from", sv: "Gäller från"))
  static let type = Column(key: "type", title: Localized(en: "Event", sv: "Händelse"))
  static let count = number("count", Localized(en: "Count", sv: "Antal"))
}

extension IdentifierSubject {
  /// The kind's word as a heading.
  static var capitalised: Localized { word.capitalised }
}

extension Localized {
  /// The same text with its first letter as a capital.
  var capitalised: Localized {
    func raised(_ text: String) -> String {
      text.prefix(1).uppercased() + String(text.dropFirst())
    }
    return Localized(en: raised(english), sv: raised(swedish))
  }
}

extension Cell {
  /// The identifier, or `empty` when there is none.
  static func id<Subject: IdentifierSubject>(_ id: Identifier<Subject>?) -> Cell {
    id.map { .identifier($0.ascii) } ?? .empty
  }

  /// The word of a closed family.
  static func word(_ value: some CodedValue) -> Cell {
    .word(code: "\(value.code)", value.word)
  }
}
