public import Chronology
public import Diagnostics

/// A calendar in the form of iCalendar (RFC 5545): whole days, no alarms, no recipients.
///
/// Lines end in CR LF and are folded at 75 octets, never within a character. The same events make the same bytes.
public struct CalendarFile {
  /// Something on a day.
  public struct Event: Hashable, Sendable {
    /// The same for the same thing for ever; ASCII.
    public var uid: String
    public var day: Day
    public var summary: String
    public var description: String
    /// What sort it is, for whoever filters.
    public var category: String
  }

  public var name: String
  /// When what the calendar says was last changed.
  public var modified: Instant
  public var language: Language
  public var events: [Event]

  /// UTF-8.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func line(_ text: String) { Self.append(text, to: &bytes) }
    line("BEGIN:VCALENDAR")
    line("VERSION:2.0")
    line("PRODID:-//Liggare//Duties//\(language.rawValue.uppercased())")
    line("CALSCALE:GREGORIAN")
    line("METHOD:PUBLISH")
    line("X-WR-CALNAME:\(Self.escaped(name))")
    let stamp = Self.stamp(modified)
    for event in events {
      line("BEGIN:VEVENT")
      line("UID:\(Self.escaped(event.uid))")
      line("DTSTAMP:\(stamp)")
      line("LAST-MODIFIED:\(stamp)")
      line("DTSTART;VALUE=DATE:\(Self.digits(event.day))")
      if let next = event.day.advanced(exactlyByDays: 1) {
        line("DTEND;VALUE=DATE:\(Self.digits(next))")
      }
      line("SUMMARY;LANGUAGE=\(language.rawValue):\(Self.escaped(event.summary))")
      line("DESCRIPTION;LANGUAGE=\(language.rawValue):\(Self.escaped(event.description))")
      line("CATEGORIES:\(Self.escaped(event.category))")
      line("CLASS:CONFIDENTIAL")
      line("TRANSP:TRANSPARENT")
      line("END:VEVENT")
    }
    line("END:VCALENDAR")
    return bytes
  }

  /// A TEXT value (3.3.11): a backslash before what means something, and no control character.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n": escaped += "\\n"
      default:
        guard scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value) else { continue }
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Folds a line (3.1): 75 octets with the space that goes on, and CR LF after each.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    var count = 0
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if count + width > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        count = 1
      }
      bytes += Array(String(scalar).utf8)
      count += width
    }
    bytes += [0x0D, 0x0A]
  }

  /// `20270102`.
  private static func digits(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  /// `20270102T011500Z`; the part below a second is left out.
  private static func stamp(_ moment: Instant) -> String {
    let text = moment.description.filter { $0 != "-" && $0 != ":" }
    return text.prefix { $0 != "." && $0 != "Z" } + "Z"
  }
}
