internal import Synchronization

/// What the tool wrote while a test watched, and the answers it is given.
public final class ConsoleCapture: Sendable {
  private struct State {
    var output: [UInt8] = []
    var messages: [UInt8] = []
    var answers: [String]
  }

  private let state: Mutex<State>

  init(answers: [String]) { state = Mutex(State(answers: answers)) }

  /// Everything written to the stream of answers.
  public var output: String { String(decoding: state.withLock { $0.output }, as: UTF8.self) }

  /// Everything written to the stream of messages.
  public var messages: String { String(decoding: state.withLock { $0.messages }, as: UTF8.self) }

  func append(_ bytes: [UInt8], to stream: Console.Stream) {
    state.withLock {
      switch stream {
      case .output: $0.output += bytes
      case .messages: $0.messages += bytes
      }
    }
  }

  func nextAnswer(bytesMax: Int) -> [UInt8] {
    state.withLock {
      guard !$0.answers.isEmpty else { return [] }
      return Array(($0.answers.removeFirst() + "\n").utf8.prefix(bytesMax))
    }
  }
}

extension Console {
  /// A console that keeps what is written and reads prepared answers, one for each question.
  public static func capturing(
    isTerminal: Bool = false, width: Int? = nil, answers: [String] = []
  ) -> (console: Console, capture: ConsoleCapture) {
    let capture = ConsoleCapture(answers: answers)
    let console = Console(
      write: {
        capture.append($0, to: $1)
        return .written
      },
      read: { capture.nextAnswer(bytesMax: $0) },
      isTerminal: { _ in isTerminal },
      isInputTerminal: { isTerminal },
      width: { _ in isTerminal ? width : nil })
    return (console, capture)
  }
}
