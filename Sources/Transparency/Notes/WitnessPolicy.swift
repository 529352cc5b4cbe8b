public import Diagnostics

/// Which logs and witnesses count, and how many witnesses it takes (C2SP tlog-policy).
///
/// ```text
/// log <vkey> [<url>]
/// witness <name> <vkey> [<url>]
/// group <name> all|any|<count> <name>…
/// quorum <name>|none
/// ```
///
/// Empty lines and lines that begin with `#` say nothing. Names are compared byte by byte.
public struct WitnessPolicy: Hashable, Sendable {
  /// The longest policy that is read.
  public static let bytesMax = 65_536
  /// The most logs, witnesses and groups together.
  public static let entriesMax = 256

  /// A log, and where it can be reached.
  public struct Log: Hashable, Sendable {
    public var key: NoteVerifierKey
    public var url: String?
  }

  /// A witness, and where it can be asked.
  public struct Witness: Hashable, Sendable {
    /// What this policy calls it.
    public var name: String
    public var key: NoteVerifierKey
    public var url: String?
  }

  /// Names of which so many must have seen a checkpoint.
  struct Group: Hashable, Sendable {
    var name: String
    var threshold: Int
    var members: [String]
  }

  public private(set) var logs: [Log] = []
  public private(set) var witnesses: [Witness] = []
  private(set) var groups: [Group] = []
  /// The witness or group that must have seen a checkpoint; nothing for `none`.
  public private(set) var quorum: String?

  /// Reads a policy.
  ///
  /// - Throws: `NOTE-06` with the line that is wrong and why.
  public init(_ bytes: some Collection<UInt8>) throws(Diagnostic) {
    let bytes = Array(bytes)
    guard bytes.count <= Self.bytesMax, String(validating: bytes, as: UTF8.self) != nil else {
      throw Self.refusal(0, .text)
    }
    var quorumCount = 0
    var members: Set<[UInt8]> = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let number = index + 1
      guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
        throw Self.refusal(number, .text)
      }
      let words = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard let keyword = words.first, !keyword.utf8.starts(with: "#".utf8) else { continue }
      guard logs.count + witnesses.count + groups.count < Self.entriesMax else {
        throw Self.refusal(number, .tooMany)
      }
      switch keyword {
      case "log" where words.count == 2 || words.count == 3:
        let key = try Self.key(words[1], .note, number)
        guard !logs.contains(where: { $0.key.publicKey == key.publicKey }) else {
          throw Self.refusal(number, .duplicate)
        }
        logs.append(Log(key: key, url: words.count == 3 ? words[2] : nil))
      case "witness" where words.count == 3 || words.count == 4:
        try refuseTaken(words[1], number)
        let key = try Self.key(words[2], .cosignature, number)
        guard !witnesses.contains(where: { $0.key.publicKey == key.publicKey }) else {
          throw Self.refusal(number, .duplicate)
        }
        witnesses.append(
          Witness(name: words[1], key: key, url: words.count == 4 ? words[3] : nil))
      case "group" where words.count >= 4:
        try refuseTaken(words[1], number)
        let names = Array(words[3...])
        for name in names {
          guard isDefined(name), members.insert(Array(name.utf8)).inserted else {
            throw Self.refusal(number, .unknownName)
          }
        }
        guard let threshold = Self.threshold(words[2], of: names.count) else {
          throw Self.refusal(number, .threshold)
        }
        groups.append(Group(name: words[1], threshold: threshold, members: names))
      case "quorum" where words.count == 2:
        quorumCount += 1
        guard quorumCount == 1 else { throw Self.refusal(number, .quorum) }
        if Self.areSame(words[1], "none") {
          quorum = nil
        } else {
          guard isDefined(words[1]) else { throw Self.refusal(number, .unknownName) }
          quorum = words[1]
        }
      default: throw Self.refusal(number, .form)
      }
    }
    guard quorumCount == 1 else { throw Self.refusal(lines.count, .quorum) }
  }

  /// The keys by which a log of this origin signs.
  public func logKeys(of origin: String) -> [NoteVerifierKey] {
    logs.map(\.key).filter { Self.areSame($0.name, origin) }
  }

  /// Whether these witnesses, named as the policy names them, are enough.
  public func isSatisfied(by seen: [Witness]) -> Bool {
    guard let quorum else { return true }
    var met: Set<[UInt8]> = Set(seen.map { Array($0.name.utf8) })
    for group in groups {
      let count = group.members.count { met.contains(Array($0.utf8)) }
      if count >= group.threshold { met.insert(Array(group.name.utf8)) }
    }
    return met.contains(Array(quorum.utf8))
  }

  /// The policy as a file for others: with these keys of the log in the place of its own, and without addresses.
  public func text(logKeys: [NoteVerifierKey]) -> [UInt8] {
    var lines = logKeys.map { "log \($0.text)" }
    lines += witnesses.map { "witness \($0.name) \($0.key.text)" }
    lines += groups.map {
      "group \($0.name) \($0.threshold) \($0.members.joined(separator: " "))"
    }
    lines.append("quorum \(quorum ?? "none")")
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// A policy that asks for no witness.
  public static func text(logKeysAlone keys: [NoteVerifierKey]) -> [UInt8] {
    Array((keys.map { "log \($0.text)\n" }.joined() + "quorum none\n").utf8)
  }

  private func isDefined(_ name: String) -> Bool {
    witnesses.contains { Self.areSame($0.name, name) }
      || groups.contains { Self.areSame($0.name, name) }
  }

  private func refuseTaken(_ name: String, _ line: Int) throws(Diagnostic) {
    guard !isDefined(name), !Self.areSame(name, "none") else {
      throw Self.refusal(line, .duplicate)
    }
  }

  private static func areSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  private static func threshold(_ text: String, of count: Int) -> Int? {
    switch text {
    case "all": return count
    case "any": return 1
    default:
      guard let number = NoteNumber.read(text.utf8), number >= 1, number <= count else {
        return nil
      }
      return Int(number)
    }
  }

  private static func key(
    _ text: String, _ algorithm: NoteVerifierKey.Algorithm, _ line: Int
  ) throws(Diagnostic) -> NoteVerifierKey {
    let key: NoteVerifierKey
    do throws(Diagnostic) { key = try NoteVerifierKey(text.utf8) } catch {
      throw refusal(line, .key)
    }
    guard key.algorithm == algorithm else { throw refusal(line, .key) }
    return key
  }

  private static func refusal(_ line: Int, _ reason: PolicyTrouble) -> Diagnostic {
    NoteCodes.unreadablePolicy.diagnostic(
      .init(en: "line", sv: "rad", "\(line)"),
      .init(en: "because", sv: "eftersom", localized: reason.text))
  }
}

/// What can be wrong with a line of a witness policy.
enum PolicyTrouble {
  case text, form, key, duplicate, unknownName, threshold, quorum, tooMany

  var text: Localized {
    switch self {
    case .text:
      Localized(
        en: "it is too long, or has characters that are not text",
        sv: "den är för lång, eller har tecken som inte är text")
    case .form:
      Localized(
        en: "it is none of log, witness, group and quorum with their words",
        sv: "den är varken log, witness, group eller quorum med sina ord")
    case .key:
      Localized(
        en: "its key is not one of the right kind", sv: "dess nyckel är inte en av rätt sort")
    case .duplicate:
      Localized(
        en: "the name or the key stands there already", sv: "namnet eller nyckeln står redan där")
    case .unknownName:
      Localized(
        en: "it names what no line above it defines, or names it a second time",
        sv: "den nämner det som ingen rad ovanför bestämmer, eller nämner det en andra gång")
    case .threshold:
      Localized(
        en: "the count is neither all, any nor a number of its members",
        sv: "antalet är varken all, any eller ett antal av dess medlemmar")
    case .quorum:
      Localized(
        en: "there must be exactly one line quorum", sv: "det måste finnas exakt en rad quorum")
    case .tooMany:
      Localized(en: "there are too many entries", sv: "det finns för många rader")
    }
  }
}
