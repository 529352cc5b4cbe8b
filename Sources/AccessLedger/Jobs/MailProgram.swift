public import Diagnostics
import Glibc
public import Notices

/// A program that is given each letter, as sendmail is: recipients stand in the letter, and a line with one dot ends nothing.
///
/// It gets no shell and a bounded time. After one that took too long no other is started in the same run.
public final class MailProgram: Post {
  /// How long one letter may take.
  public static let millisecondsMax = 30_000

  private let path: String
  private let milliseconds: Int
  /// Why nothing more is tried.
  private var stopped: Diagnostic?

  public init(_ path: String, milliseconds: Int = millisecondsMax) {
    self.path = path
    self.milliseconds = milliseconds
  }

  public func deliver(_ letter: Letter) throws(Diagnostic) {
    if let stopped { throw stopped }
    let ending = Subprocess.run(
      [path, "-t", "-i"], input: letter.bytes(lineEnd: "\n"), outputMax: 1 << 16,
      milliseconds: milliseconds)
    switch ending {
    case .ended(status: 0, _, _): return
    case .ended(let status, _, _):
      throw failure(.init(en: "exit status", sv: "slutkod", "\(status)"))
    case .stopped:
      let failure = failure(
        .init(
          en: "stopped after milliseconds", sv: "stoppat efter millisekunder", "\(milliseconds)"))
      stopped = failure
      throw failure
    case .notStarted(let number):
      let failure = failure(
        .init(en: "why", sv: "varför", String(cString: strerror(number))))
      stopped = failure
      throw failure
    }
  }

  private func failure(_ fact: Diagnostic.Fact) -> Diagnostic {
    JobCodes.notSent.diagnostic(.init(en: "program", sv: "program", path), fact)
  }
}
