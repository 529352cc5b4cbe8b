import Chronology
import Diagnostics
import EventStore
import Glibc
import Transparency
import Witnessing

/// One request carried to a witness and its answer carried back.
struct WitnessCall {
  let address: WitnessAddress
  /// How long another program may take to carry it.
  var milliseconds = WitnessCall.millisecondsMax
  /// Ten seconds, for what is recorded or verified.
  static let millisecondsMax = 10_000

  /// - Throws: `WIT-08` when no answer came, or what is wrong with a witness on this machine.
  func ask(
    _ request: [UInt8], at now: Instant, patience: FileEventLog.Patience
  ) throws(Diagnostic) -> WitnessAnswer {
    switch address {
    case .folder(let path):
      return try Witness.open(at: path, patience: patience).answer(request, at: now)
    case .host(let user, let host, let port, let folder):
      var words = [
        "ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=\(max(1, milliseconds / 2_000))",
      ]
      if let port { words += ["-p", "\(port)"] }
      words += ["--", (user.map { $0 + "@" } ?? "") + host, "liggare witness answer \(folder)"]
      // Status 1 is a witness that does not cosign, and says why.
      guard let answer = WitnessAnswer(lines: try output(of: words, request, statuses: [0, 1]))
      else { throw unreachable(Localized(en: "its answer is none", sv: "dess svar är inget svar")) }
      return answer
    case .web(let prefix):
      let words = [
        "curl", "--silent", "--show-error", "--max-time", "\(milliseconds / 1_000)",
        "--proto", "=http,https", "--data-binary", "@-", "--header",
        "Content-Type: text/plain; charset=utf-8", "--write-out", "%{stderr}%{http_code}", "--",
        prefix + "/add-checkpoint",
      ]
      var status = ""
      let body = try output(of: words, request, statuses: [0]) { status = $0 }
      guard status.utf8.count == 3, let number = Int(status) else {
        throw unreachable(Localized(en: "its answer is none", sv: "dess svar är inget svar"))
      }
      return WitnessAnswer(status: number, body: body)
    }
  }

  private func output(
    of words: [String], _ input: [UInt8], statuses: Set<Int32>,
    messages: (String) -> Void = { _ in }
  ) throws(Diagnostic) -> [UInt8] {
    let ending = Subprocess.run(
      words, input: input, outputMax: WitnessAnswer.bytesMax, milliseconds: milliseconds)
    switch ending {
    case .ended(let status, let output, let said):
      let text = String(decoding: said, as: UTF8.self)
      guard statuses.contains(status) else {
        throw unreachable(Localized(verbatim: "\(words[0]) \(status): \(Self.oneLine(text))"))
      }
      messages(text)
      return output
    case .stopped:
      throw unreachable(
        Localized(
          en: "it took too long or said too much", sv: "det tog för lång tid eller sade för mycket")
      )
    case .notStarted(let error):
      throw unreachable(Localized(verbatim: "\(words[0]): \(String(cString: strerror(error)))"))
    }
  }

  private func unreachable(_ why: Localized) -> Diagnostic {
    WitnessCodes.unreachable.diagnostic(.init(en: "why", sv: "varför", localized: why))
  }

  /// The last line, at most 200 characters of it, without control characters.
  private static func oneLine(_ text: String) -> String {
    let line = text.split(separator: "\n").last ?? ""
    return String(
      String.UnicodeScalarView(
        line.unicodeScalars.prefix(200).map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
