import AccessModel
import Chronology
import Diagnostics
import Projections

/// One thing that the register has on a person.
struct PersonFact {
  /// What it is, in the order in which an extract tells it.
  enum Kind: Int, CaseIterable {
    case affiliation, absence, training, role, key, account, request, grant, separationException
    case decisionAbout, reviewAbout, flag, secrecy, incident
    case requestedFor, endorsed, decided, carriedOut, reviewed, answered

    var code: String {
      switch self {
      case .affiliation: "affiliation"
      case .absence: "absence"
      case .training: "training"
      case .role: "role"
      case .key: "key"
      case .account: "account"
      case .request: "request"
      case .grant: "grant"
      case .separationException: "separation-exception"
      case .decisionAbout: "decision-about"
      case .reviewAbout: "review-about"
      case .flag: "flag"
      case .secrecy: "secrecy"
      case .incident: "incident"
      case .requestedFor: "requested-for-another"
      case .endorsed: "opinion-by"
      case .decided: "decision-by"
      case .carriedOut: "carried-out-by"
      case .reviewed: "review-by"
      case .answered: "flag-answered-by"
      }
    }

    var word: Localized {
      switch self {
      case .affiliation: Localized(en: "employment or assignment", sv: "anställning eller uppdrag")
      case .absence: Localized(en: "absence", sv: "frånvaro")
      case .training: Localized(en: "training", sv: "utbildning")
      case .role: Localized(en: "role", sv: "roll")
      case .key: Localized(en: "key", sv: "nyckel")
      case .account: Localized(en: "account", sv: "konto")
      case .request: Localized(en: "request", sv: "begäran")
      case .grant: Localized(en: "grant", sv: "tilldelning")
      case .separationException:
        Localized(en: "exception from segregation", sv: "undantag från åtskillnad")
      case .decisionAbout: Localized(en: "decision about", sv: "beslut om")
      case .reviewAbout: Localized(en: "review of", sv: "granskning av")
      case .flag: Localized(en: "flag", sv: "flagga")
      case .secrecy: Localized(en: "secrecy", sv: "sekretess")
      case .incident: Localized(en: "named in an incident", sv: "namngiven i incident")
      case .requestedFor:
        Localized(en: "asked for somebody else", sv: "begärde för någon annan")
      case .endorsed: Localized(en: "opinion by", sv: "yttrande av")
      case .decided: Localized(en: "decision by", sv: "beslut av")
      case .carriedOut: Localized(en: "carried out by", sv: "verkställt av")
      case .reviewed: Localized(en: "review by", sv: "granskning av, som granskare")
      case .answered: Localized(en: "flag answered by", sv: "flagga besvarad av")
      }
    }
  }

  var kind: Kind
  /// Which one, by its identifier.
  var subject: String
  var system: SystemID?
  var unit: UnitID?
  var from: Instant?
  var until: Instant?
  /// Where it stands, or how it came out.
  var state: Cell = .empty
  /// What else it says.
  var says = Localized(verbatim: "")
  /// Where in the log it was said first.
  var position: UInt64

  init(_ kind: Kind, _ subject: String, at position: UInt64, from: Instant?) {
    self.kind = kind
    self.subject = subject
    self.position = position
    self.from = from
  }

  func cells(of person: PersonID, _ question: ViewQuestion) -> [Cell] {
    [
      .id(person), question.nameCell(person), .word(code: kind.code, kind.word), .text(subject),
      .id(system), .id(unit), .start(orEmpty: from), .end(orEmpty: until), state,
      says.english.isEmpty ? .empty : .localized(says), .integer(Int(clamping: position)),
    ]
  }
}
