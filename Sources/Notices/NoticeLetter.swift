import AccessModel
import Chronology
import Diagnostics
import Projections
import Transparency

/// What somebody is told, as a letter.
public struct NoticeLetter {
  let phrasing: DutyPhrasing
  let origin: String
  let from: MailAddress

  /// - Parameter origin: the name of the ledger.
  public init(_ phrasing: DutyPhrasing, origin: String, from: MailAddress) {
    self.phrasing = phrasing
    self.origin = origin
    self.from = from
  }

  public func letter(_ digest: NoticeRound.Digest, to address: MailAddress) -> Letter {
    Letter(
      from: from, to: address, toName: phrasing.names(digest.recipient),
      subject: subject(digest).text(in: phrasing.language), text: text(digest),
      date: phrasing.moment, zone: phrasing.zone, language: phrasing.language, id: id(of: digest),
      idHost: host)
  }

  private func subject(_ digest: NoticeRound.Digest) -> Localized {
    let day = digest.duties[0].lastDay(in: phrasing.zone)
    let count = digest.duties.count
    return Localized(
      en: "To be done in \(origin): \(count), the first by \(day)",
      sv: "Att göra i \(origin): \(count), det första senast \(day)")
  }

  private func text(_ digest: NoticeRound.Digest) -> String {
    let late = digest.duties.filter { $0.isLate(at: phrasing.moment) }
    let coming = digest.duties.filter { !$0.isLate(at: phrasing.moment) }
    var parts = [
      Localized(
        en:
          "This is yours to see to in the register of access \(origin). Answer the one who keeps the register, or give the command yourself if you have a key.",
        sv:
          "Detta är ditt att sköta i behörighetsregistret \(origin). Svara den som för registret, eller ge kommandot själv om du har en nyckel."
      ).text(in: phrasing.language)
    ]
    for (title, duties) in [
      (Localized(en: "LATE", sv: "FÖRSENAT"), late),
      (Localized(en: "COMING", sv: "KOMMANDE"), coming),
    ] where !duties.isEmpty {
      parts.append(title.text(in: phrasing.language))
      parts += duties.map { duty in
        ([phrasing.heading(of: duty)]
          + phrasing.lines(of: duty, tellsActors: false).map { "  \($0)" })
          .joined(separator: "\n")
      }
    }
    parts.append(
      Localized(
        en:
          "You are told of a matter a few times before its last day, and no more once it is done.",
        sv: "Du påminns några gånger före sista dagen, och inte mer när saken är klar."
      ).text(in: phrasing.language))
    return parts.joined(separator: "\n\n")
  }

  /// The same for the same ledger, person, day and duties.
  private func id(of digest: NoticeRound.Digest) -> String {
    let day = phrasing.zone.day(of: phrasing.moment)
    let parts =
      [origin, "\(digest.recipient)", "\(day)"] + digest.duties.map { "\($0.id) \($0.due)" }
    let hash = SHA256.digest(of: Array(parts.joined(separator: "\n").utf8)).hexadecimal
    return String(hash.prefix(40))
  }

  /// The name of the ledger as the host of a Message-ID.
  private var host: String {
    let name = origin.map {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") ? $0 : "-"
    }
    let labels = String(name).split(separator: ".")
    return labels.isEmpty ? "ledger.invalid" : labels.joined(separator: ".")
  }
}
