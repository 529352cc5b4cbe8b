import AccessModel
import Chronology
public import Diagnostics

/// Why an operation of another register's history cannot be taken over: it makes no sense where it stands.
public enum HistoryCodes {
  public static let unknown = DiagnosticCode(
    "IMP-50",
    Localized(
      en: "The operation names something that nothing before it has brought into the register.",
      sv: "Operationen nämner något som inget före den har fört in i registret."),
    remedy: Localized(
      en:
        "Check the identifier, and that the operation that brings it in stands before this line. Then run the import again: it goes on where it stopped.",
      sv:
        "Kontrollera beteckningen, och att operationen som för in den står före denna rad. Kör sedan importen igen: den fortsätter där den stannade."
    ))

  public static let taken = DiagnosticCode(
    "IMP-51",
    Localized(
      en: "The operation brings in something under an identifier that is in use already.",
      sv: "Operationen för in något under en beteckning som redan används."),
    remedy: Localized(
      en:
        "Find out which of the two is meant and give one of them another identifier. Then run the import again: it goes on where it stopped.",
      sv:
        "Ta reda på vilken av de två som avses och ge en av dem en annan beteckning. Kör sedan importen igen: den fortsätter där den stannade."
    ))

  public static let order = DiagnosticCode(
    "IMP-52",
    Localized(
      en: "The operation does not fit what happened before it.",
      sv: "Operationen går inte ihop med det som hände före den."),
    remedy: Localized(
      en:
        "See whether an operation is missing, stands too late or is there twice, and correct the file. Then run the import again: it goes on where it stopped.",
      sv:
        "Se efter om en operation saknas, står för sent eller finns två gånger, och rätta filen. Kör sedan importen igen: den fortsätter där den stannade."
    ))

  public static let mismatch = DiagnosticCode(
    "IMP-53",
    Localized(
      en: "The operation says something else than what it refers to.",
      sv: "Operationen säger något annat än det som den hänvisar till."),
    remedy: Localized(
      en:
        "Check which of the two is right in the register that the file comes from, and correct the file. Then run the import again: it goes on where it stopped.",
      sv:
        "Kontrollera vilket som är rätt i registret som filen kommer från, och rätta filen. Kör sedan importen igen: den fortsätter där den stannade."
    ))

  public static let text = DiagnosticCode(
    "IMP-57",
    Localized(
      en: "The operation has a free text that is too long.",
      sv: "Operationen har en fritext som är för lång."),
    remedy: Localized(
      en:
        "Shorten the text to at most 8,000 bytes, and keep the whole of it where it came from. Then run the import again: it goes on where it stopped.",
      sv:
        "Korta texten till högst 8 000 byte, och behåll hela texten där den kommer ifrån. Kör sedan importen igen: den fortsätter där den stannade."
    ))

  public static let catalogue = [unknown, taken, order, mismatch, text]

  static func tooLong(_ text: String, _ field: String) -> Rejection {
    Rejection(
      HistoryCodes.text.diagnostic(
        .init(en: "field", sv: "fält", field), .init(en: "bytes", sv: "byte", "\(text.utf8.count)")
      ))
  }

  static func unknown<Subject: IdentifierSubject>(_ id: Identifier<Subject>) -> Rejection {
    Rejection(unknown.diagnostic(.init(Subject.word, "\(id)")))
  }

  static func taken<Subject: IdentifierSubject>(_ id: Identifier<Subject>) -> Rejection {
    Rejection(taken.diagnostic(.init(Subject.word, "\(id)")))
  }

  static func order(_ thing: String, state: Localized, since: Instant? = nil) -> Rejection {
    var facts: [Diagnostic.Fact] = [
      .init(en: "what", sv: "vad", thing), .init(en: "state", sv: "läge", localized: state),
    ]
    if let since { facts.append(.init(en: "since", sv: "sedan", at: since)) }
    return Rejection(order.diagnostic(facts: facts))
  }

  static func mismatch(_ what: Localized, of thing: String, said: String, known: String)
    -> Rejection
  {
    Rejection(
      mismatch.diagnostic(
        .init(en: "what", sv: "vad", localized: what),
        .init(en: "said here", sv: "sägs här", said),
        .init(en: "known of \(thing)", sv: "känt om \(thing)", known)))
  }
}
