import AccessModel
public import AuditViews
import Chronology
import Diagnostics
public import EventSourcing
public import Events

/// The events of the log as messages of syslog (RFC 5424), each on a line of its own.
///
/// Facility 13, the log of audits. The time is that of record, the message identifier the type of the event; the structured data says where in the
/// log it is, when it holds, and what it is about. The text is English, UTF-8 with its mark.
public struct SyslogExport {
  /// The facility that is for audits.
  public static let facility = 13
  /// The enterprise number that is set aside for documentation (RFC 5612).
  public static let documentationEnterprise = 32_473

  private let question: ViewQuestion
  private let origin: String
  private let enterprise: Int

  /// - Parameter enterprise: the private enterprise number under which the structured data is named.
  public init(_ question: ViewQuestion, origin: String, enterprise: Int) {
    self.question = question
    self.origin = origin
    self.enterprise = enterprise
  }

  /// The line for an event, with its line feed.
  public func line(for recorded: borrowing Recorded<AccessEvent>) -> [UInt8] {
    let event = recorded.event
    let type = EventLine.type(of: event)
    let export = OCSFExport(question, origin: origin)
    let priority = Self.facility * 8 + Self.severity(export.severity(of: event))
    var fields: [(String, String)] = [
      ("log", origin), ("position", "\(recorded.position)"), ("stream", "\(event.stream)"),
      ("principal", "\(recorded.actor.principal)"), ("effective", "\(recorded.effective)"),
      ("command", "\(recorded.command.id)"),
    ]
    if let role = recorded.actor.role { fields.append(("role", "\(role.code)")) }
    if let number = recorded.caseNumber { fields.append(("case", "\(number)")) }
    let data = fields.map { " \($0.0)=\"\(Self.escaped($0.1))\"" }.joined()
    let text = EventLine.summary(event, question.phrasing, register: question.register).english
    let line =
      "<\(priority)>1 \(recorded.recorded) \(Self.word(origin, bytesMax: 255)) liggare - "
      + "\(Self.word(type, bytesMax: 32)) [event@\(enterprise)\(data)] \u{FEFF}\(Self.plain(text))\n"
    return Array(line.utf8)
  }

  /// What syslog calls the severities of OCSF.
  private static func severity(_ severity: Int64) -> Int {
    switch severity {
    case 5...: 2
    case 4: 3
    case 3: 4
    case 2: 5
    case _: 6
    }
  }

  /// A value of structured data: a quotation mark, a backslash and a closing bracket are escaped.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in plain(text).unicodeScalars {
      if ["\"", "\\", "]"].contains(character) { escaped += "\\" }
      escaped.unicodeScalars.append(character)
    }
    return escaped
  }

  /// Text without control characters, which would end the line.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }

  /// A word of the header: visible ASCII, and a hyphen where nothing is left.
  private static func word(_ text: String, bytesMax: Int) -> String {
    let bytes = text.utf8.filter { (0x21...0x7E).contains($0) }.prefix(bytesMax)
    return bytes.isEmpty ? "-" : String(decoding: bytes, as: UTF8.self)
  }
}
