import AccessModel
import Diagnostics

/// What the documents of a packet say, in both languages.
enum PacketWords {
  static func title(_ packet: ReviewPacket) -> Localized {
    Localized(
      en: "Access review \(packet.review): \(packet.about.english)",
      sv: "Behörighetsgranskning \(packet.review): \(packet.about.swedish)")
  }

  /// When what is shown was so, and on what it rests.
  static func shown(_ packet: ReviewPacket) -> Localized {
    Localized(
      en: "\(packet.shownAt), by \(packet.position) events in \(packet.origin)",
      sv: "\(packet.shownAt), enligt \(packet.position) händelser i \(packet.origin)")
  }

  // MARK: What the register shows

  static let grant = Localized(en: "Grant", sv: "Tilldelning")
  static let person = Localized(en: "Person", sv: "Person")
  static let unit = Localized(en: "Unit", sv: "Enhet")
  static let system = Localized(en: "System", sv: "System")
  static let entitlement = Localized(en: "Entitlement", sv: "Behörighet")
  static let description = Localized(en: "In plain words", sv: "Med vanliga ord")
  static let privilege = Localized(en: "Kind of entitlement", sv: "Slag av behörighet")
  static let level = Localized(en: "Level, 0–4", sv: "Nivå, 0–4")
  static let heldScope = Localized(en: "Part of the system", sv: "Del av systemet")
  static let since = Localized(en: "Since", sv: "Sedan")
  static let lastDay = Localized(en: "Valid until", sv: "Gäller till och med")
  static let lastUse = Localized(en: "Last used", sv: "Senast använd")
  static let peers = Localized(en: "Colleagues who have it", sv: "Kollegor som har den")
  static let hints = Localized(en: "Speaks against keeping it", sv: "Talar emot att behålla")
  static let change = Localized(en: "Since the last review", sv: "Sedan förra granskningen")
  static let previous = Localized(en: "Answer last time", sv: "Svar förra gången")
  static let digest = Localized(en: "Digest", sv: "Kontrollsumma")

  // MARK: What is answered

  static let outcome = Localized(en: "Outcome", sv: "Utfall")
  static let reason = Localized(en: "Reason", sv: "Motivering")
  static let until = Localized(en: "Last day", sv: "Sista dag")
  static let scope = Localized(
    en: "Reduced to this part of the system", sv: "Minskas till denna del av systemet")
  static let seconds = Localized(en: "Seconds", sv: "Sekunder")

  static let noEnd = Localized(en: "no end", sv: "inget slut")
  static let unknownUse = Localized(
    en: "unknown: no source tells, which does not mean unused",
    sv: "okänt: ingen källa visar det, vilket inte betyder oanvänd")
  /// Why there is no day of a last use.
  static func noUse(_ item: ReviewPacket.Item) -> Localized {
    item.unusedSince.map {
      Localized(en: "not used since \($0)", sv: "inte använd sedan \($0)")
    } ?? unknownUse
  }
  static let neverReviewed = Localized(en: "never reviewed", sv: "aldrig granskad")
  static let nowhere = Localized(en: "none", sv: "ingen")

  static func peers(_ item: ReviewPacket.Item) -> Localized {
    item.peers == 0
      ? Localized(en: "no colleagues", sv: "inga kollegor")
      : Localized(
        en: "\(item.peersWithIt) of \(item.peers)", sv: "\(item.peersWithIt) av \(item.peers)")
  }

  static func previous(_ item: ReviewPacket.Item) -> Localized {
    guard let outcome = item.previous?.word else { return neverReviewed }
    guard let day = item.previousOn else { return outcome }
    return Localized(en: "\(outcome.english), \(day)", sv: "\(outcome.swedish), \(day)")
  }

  static func count(_ items: [ReviewPacket.Item]) -> Localized {
    Localized(
      en: items.count == 1 ? "1 item" : "\(items.count) items",
      sv: items.count == 1 ? "1 post" : "\(items.count) poster")
  }

  /// What each outcome means.
  static func meaning(of outcome: ReviewOutcome) -> Localized {
    switch outcome {
    case .keep:
      Localized(
        en: "The need is there, and the access is right for it.",
        sv: "Behovet finns, och behörigheten motsvarar det.")
    case .keepUntil:
      Localized(
        en: "The need ends on a day that you name. Needs a day and a reason.",
        sv: "Behovet upphör en dag som du anger. Kräver dag och motivering.")
    case .reduce:
      Localized(
        en: "Less is enough: a shorter time, or a part of the system. Needs a reason.",
        sv: "Mindre räcker: kortare tid eller en del av systemet. Kräver motivering.")
    case .revoke:
      Localized(
        en: "The need is not there. The access ends when your answer is recorded. Needs a reason.",
        sv:
          "Behovet finns inte. Behörigheten upphör när ditt svar registreras. Kräver motivering.")
    case .cannotJudge:
      Localized(
        en: "You do not know. Say why; somebody else is asked.",
        sv: "Du vet inte. Ange varför; någon annan tillfrågas.")
    }
  }

  /// What silence leads to.
  static func silence(_ packet: ReviewPacket) -> Localized {
    let day = packet.lastDay
    return switch packet.onNoResponse {
    case .escalate:
      Localized(
        en: "What nobody answers by \(day) goes to somebody above you. Silence never keeps access.",
        sv:
          "Det som ingen svarar på senast \(day) går till någon ovanför dig. Tystnad behåller aldrig behörighet."
      )
    case .suspend:
      Localized(
        en:
          "What nobody answers by \(day) goes to somebody above you, and is then suspended. Silence never keeps access.",
        sv:
          "Det som ingen svarar på senast \(day) går till någon ovanför dig och spärras sedan. Tystnad behåller aldrig behörighet."
      )
    case .expire:
      Localized(
        en:
          "What nobody answers by \(day) goes to somebody above you, is then suspended, and ends. Silence never keeps access.",
        sv:
          "Det som ingen svarar på senast \(day) går till någon ovanför dig, spärras sedan och upphör. Tystnad behåller aldrig behörighet."
      )
    }
  }
}
