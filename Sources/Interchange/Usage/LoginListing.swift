import Chronology
import Diagnostics

/// The output of `last` or `lastlog`: who has logged in to a Linux host, and when.
struct LoginListing {
  private(set) var accounts: [UsageFile.Account] = []
  /// When the host's record of logins begins; only `last` tells.
  private(set) var begins: Instant?
  private var places: [String: Int] = [:]
  private let zone: TimeZoneRules

  /// What `last` lists besides accounts.
  private static let others: Set<String> = ["reboot", "shutdown", "runlevel"]
  private static let never = "**Never logged in**"

  /// Whether the bytes look like such a listing rather than a table.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.split(separator: 0x0A)
    guard let first = lines.first, let last = lines.last else { return false }
    return isHeading(text(first)) || isTrailer(text(last))
  }

  /// - Throws: `USE-03` with the line that is not understood.
  init(_ bytes: [UInt8], in zone: TimeZoneRules) throws(Diagnostic) {
    guard bytes.count <= UsageFile.bytesMax else {
      throw DiagnosticCode.tableForm.diagnostic(
        .init(en: "bytes", sv: "byte", "\(bytes.count)"),
        .init(en: "at most", sv: "högst", "\(UsageFile.bytesMax)"))
    }
    self.zone = zone
    var isLastlog = false
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let text = LoginListing.text(line)
      let words = text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
      guard let name = words.first else { continue }
      if LoginListing.isHeading(text) {
        isLastlog = true
      } else if LoginListing.isTrailer(text) {
        begins = moments(in: Array(words.dropFirst(2))).first
      } else if isLastlog, text.hasSuffix(LoginListing.never) {
        add(UsageFile.Account(name: name))
      } else if !LoginListing.others.contains(name) {
        let times = moments(in: Array(words.dropFirst()))
        guard let login = times.first, times.count <= 2, accounts.count < UsageFile.rowsMax else {
          throw DiagnosticCode.loginLine.diagnostic(
            .line(index + 1), .found(Excerpt.text(line)))
        }
        let isInUse = text.contains("still logged in")
        add(
          UsageFile.Account(
            name: name, last: max(login, times.last ?? login), first: isLastlog ? nil : login,
            count: isLastlog ? nil : 1, isInUse: isInUse))
      }
    }
  }

  /// Adds a login to what is said of its account.
  private mutating func add(_ login: UsageFile.Account) {
    guard let place = places[login.name] else {
      places[login.name] = accounts.count
      accounts.append(login)
      return
    }
    var account = accounts[place]
    account.last = [account.last, login.last].compactMap(\.self).max()
    account.first = [account.first, login.first].compactMap(\.self).min()
    account.isInUse = account.isInUse || login.isInUse
    if let count = account.count, let more = login.count { account.count = count + more }
    accounts[place] = account
  }

  /// The moments that words write, in their order: `2026-11-23T08:01:02+01:00`, or `Mon Nov 23 08:01:02 2026` with an offset before the
  /// year or without one.
  private func moments(in words: [String]) -> [Instant] {
    var found: [Instant] = []
    var index = 0
    while index < words.count {
      let bytes = Array(words[index].utf8)
      if let moment = Instant(rfc3339: bytes, 0..<bytes.count) {
        found.append(moment)
      } else if let (moment, count) = longMoment(at: index, in: words) {
        found.append(moment)
        index += count - 1
      }
      index += 1
    }
    return found
  }

  private func longMoment(at index: Int, in words: [String]) -> (Instant, count: Int)? {
    let rest = words[index...].prefix(6).map(\.self)
    guard rest.count >= 5, LoginListing.weekdays.contains(rest[0]),
      let month = LoginListing.months.firstIndex(of: rest[1]).map({ $0 + 1 }),
      let day = Int(rest[2]), (1...31).contains(day)
    else { return nil }
    let isZoned = rest.count == 6 && (rest[4].hasPrefix("+") || rest[4].hasPrefix("-"))
    let year = isZoned ? rest[5] : rest[4]
    guard let number = Int(year), (1_970...9_999).contains(number), year.utf8.count == 4 else {
      return nil
    }
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    var text = "\(year)-\(padded(month))-\(padded(day)) \(rest[3])"
    if isZoned {
      // `+0100` as RFC 3339 writes it.
      let offset = Array(rest[4])
      guard offset.count == 5 else { return nil }
      text += String(offset[0...2]) + ":" + String(offset[3...4])
    }
    do throws(MomentRefusal) {
      return (try MomentText.parse(text, in: zone, dayMeans: .start), isZoned ? 6 : 5)
    } catch {
      return nil
    }
  }

  private static let weekdays: Set<String> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func text(_ line: some Collection<UInt8>) -> String {
    String(decoding: line, as: UTF8.self)
  }

  private static func isHeading(_ text: String) -> Bool {
    text.hasPrefix("Username ") && text.contains("Latest")
  }

  private static func isTrailer(_ text: String) -> Bool {
    text.hasPrefix("wtmp begins ") || text.hasPrefix("wtmpdb begins ")
  }
}

extension DiagnosticCode {
  static let loginLine = DiagnosticCode(
    "USE-03",
    Localized(
      en: "The line is not one that last or lastlog writes.",
      sv: "Raden är inte en som last eller lastlog skriver."),
    remedy: Localized(
      en:
        "Give the whole output of last -F -w, last --time-format iso -w, or lastlog, in English (LC_ALL=C).",
      sv:
        "Ange hela utdata från last -F -w, last --time-format iso -w, eller lastlog, på engelska (LC_ALL=C)."
    ))
}
