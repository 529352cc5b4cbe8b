public import Chronology
public import Diagnostics

/// A mail: one sender, one recipient, plain text (RFC 5322, MIME).
public struct Letter: Hashable, Sendable {
  public var from: MailAddress
  public var to: MailAddress
  /// What the recipient is called; `nil` where the name is not to be shown.
  public var toName: String?
  public var subject: String
  /// With line feeds between its lines.
  public var text: String
  public var date: Instant
  public var zone: TimeZoneRules
  public var language: Language
  /// What stands before the `@` of its Message-ID: the same for the same letter, in hexadecimal digits.
  public var id: String
  /// What stands after it.
  public var idHost: String

  public init(
    from: MailAddress, to: MailAddress, toName: String?, subject: String, text: String,
    date: Instant, zone: TimeZoneRules, language: Language, id: String, idHost: String
  ) {
    self.from = from
    self.to = to
    self.toName = toName
    self.subject = subject
    self.text = text
    self.date = date
    self.zone = zone
    self.language = language
    self.id = id
    self.idHost = idHost
  }

  /// The mail as bytes.
  ///
  /// - Parameter lineEnd: CR LF in a file, a line feed for a program that is given mail.
  public func bytes(lineEnd: String) -> [UInt8] {
    let headers = [
      "From: \(from.text)",
      "To: \(EncodedWord.mailbox(toName, to, lineEnd: lineEnd))",
      "Subject: \(EncodedWord.header(subject, lineEnd: lineEnd))",
      "Date: \(Self.date(date, in: zone))",
      "Message-ID: <\(id)@\(idHost)>",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "Content-Language: \(language.rawValue)",
      // No program answers it (RFC 3834).
      "Auto-Submitted: auto-generated",
    ]
    let head = headers.joined(separator: lineEnd) + lineEnd + lineEnd
    return Array((head + QuotedPrintable.encode(text, lineEnd: lineEnd)).utf8)
  }

  /// `Sat, 02 Jan 2027 02:15:00 +0100`.
  static func date(_ moment: Instant, in zone: TimeZoneRules) -> String {
    let offset = zone.offset(at: moment)
    let second = (moment.milliseconds.quotient(flooredBy: 1_000) + Int64(offset))
    let day = Day(number: Int32(clamping: second.quotient(flooredBy: 86_400)))
    let rest = Int(second - Int64(day.number) * 86_400)
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let minutes = abs(offset) / 60
    return """
      \(weekdays[day.weekday - 1]), \(two(day.day)) \(months[day.month - 1]) \(day.year) \
      \(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60)) \
      \(offset < 0 ? "-" : "+")\(two(minutes / 60))\(two(minutes % 60))
      """
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Int64 {
  fileprivate func quotient(flooredBy divisor: Int64) -> Int64 {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
