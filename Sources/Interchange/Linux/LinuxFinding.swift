public import Diagnostics

/// Something on the host that could not be understood, cannot be resolved, or should be looked at.
public struct LinuxFinding: Hashable, Sendable {
  /// Which kind, with its meaning and remedy: `LNX-01` …
  public var code: DiagnosticCode
  /// The file as the caller named it.
  public var file: String
  /// The line, from 1; 0 when the finding concerns the file as a whole.
  public var line: Int
  /// The text as it stands there, cut and without control characters.
  public var excerpt: String
  /// What exactly: a name, a number, or what the grammar of sudoers(5) expects here; possibly empty.
  public var detail: String

  public init(
    code: DiagnosticCode, file: String, line: Int, excerpt: String = "", detail: String = ""
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.excerpt = excerpt
    self.detail = detail
  }

  /// The finding as a diagnostic with its facts.
  public var diagnostic: Diagnostic {
    var facts = [Diagnostic.Fact(en: "file", sv: "fil", file)]
    if line > 0 { facts.append(.line(line)) }
    if !excerpt.isEmpty { facts.append(Diagnostic.Fact(en: "text", sv: "text", excerpt)) }
    if !detail.isEmpty {
      facts.append(
        code == .sudoersSyntax
          ? .expected(detail) : Diagnostic.Fact(en: "detail", sv: "närmare", detail))
    }
    return code.diagnostic(facts: facts)
  }
}

/// Findings in the order they were made, each once, and not without bound.
struct LinuxFindings {
  static let countMax = 10_000

  private(set) var all: [LinuxFinding] = []
  private var seen: Set<LinuxFinding> = []

  mutating func add(_ finding: LinuxFinding) {
    guard all.count < Self.countMax else { return }
    guard seen.insert(finding).inserted else { return }
    all.append(finding)
    if all.count == Self.countMax {
      all[all.count - 1] = LinuxFinding(
        code: .linuxLimit, file: finding.file, line: finding.line,
        detail: "findings > \(Self.countMax - 1)")
    }
  }

  mutating func add(
    _ code: DiagnosticCode, _ file: String, _ line: Int, _ text: some Collection<UInt8>,
    _ detail: String = ""
  ) {
    add(
      LinuxFinding(
        code: code, file: file, line: line, excerpt: Excerpt.text(text), detail: detail))
  }
}
