public import Diagnostics
internal import Glibc

/// The terminal and the pipes: the one place where the tool touches the world around it.
///
/// A struct of closures, so that a test runs the whole tool in its own process and reads what it
/// wrote. `standard` is the real one.
public struct Console: Sendable {
  /// Where text goes.
  public enum Stream: Int32, Hashable, Sendable {
    /// Answers: descriptor 1.
    case output = 1
    /// Messages, questions and progress: descriptor 2.
    case messages = 2
  }

  /// What became of bytes that were written.
  public enum WriteOutcome: Hashable, Sendable {
    case written
    /// The reader has left, as `head` does. Nothing is wrong; there is only nothing more to say.
    case readerLeft
    /// The system refused, with this `errno`: a full disk, a broken device.
    case failed(Int32)

    /// What to tell about bytes that could not be written; `nil` when there is nothing to tell.
    public var diagnostic: Diagnostic? {
      guard case .failed(let error) = self else { return nil }
      return Console.notWritten.diagnostic(
        .init(en: "system says", sv: "systemet säger", String(cString: strerror(error))))
    }
  }

  /// An answer that could not be written to its end.
  static let notWritten = DiagnosticCode(
    "CLI-20",
    Localized(
      en: "The answer could not be written to its end.",
      sv: "Svaret kunde inte skrivas ut till slutet."),
    remedy: Localized(
      en:
        "Do not use what has been written. Make room on the disk or choose another place, and ask again.",
      sv:
        "Använd inte det som skrivits. Frigör plats på disken eller välj en annan plats, och fråga igen."
    ))

  /// Every code that writing can fail with.
  public static let catalogue: [DiagnosticCode] = [notWritten]

  /// Writes all the bytes or says why not.
  public var write: @Sendable ([UInt8], Stream) -> WriteOutcome
  /// Reads what is there, at most so many bytes: up to a line on a terminal, empty at the end.
  public var read: @Sendable (_ bytesMax: Int) -> [UInt8]
  /// Whether a person may be reading that stream.
  public var isTerminal: @Sendable (Stream) -> Bool
  /// Whether a person may be typing.
  public var isInputTerminal: @Sendable () -> Bool
  /// The columns of the terminal behind a stream; `nil` when it is none or does not say.
  public var width: @Sendable (Stream) -> Int?

  public init(
    write: @escaping @Sendable ([UInt8], Stream) -> WriteOutcome,
    read: @escaping @Sendable (Int) -> [UInt8],
    isTerminal: @escaping @Sendable (Stream) -> Bool,
    isInputTerminal: @escaping @Sendable () -> Bool,
    width: @escaping @Sendable (Stream) -> Int?
  ) {
    self.write = write
    self.read = read
    self.isTerminal = isTerminal
    self.isInputTerminal = isInputTerminal
    self.width = width
  }
}

extension Console {
  /// The descriptors 0, 1 and 2 of this process.
  ///
  /// From the first use on, a reader who leaves is an outcome and no longer a signal that ends the
  /// process: a ledger must not be left because `head` had seen enough.
  public static let standard: Console = {
    signal(SIGPIPE, SIG_IGN)
    Descriptor.occupyStandard()
    return Console(
      write: { Descriptor.write($0, to: $1.rawValue) },
      read: { Descriptor.read(at: 0, bytesMax: $0) },
      isTerminal: { isatty($0.rawValue) == 1 },
      isInputTerminal: { isatty(0) == 1 },
      width: { Descriptor.columns(of: $0.rawValue) })
  }()

  /// The words of this process's command line as bytes, without the program's name.
  public static func arguments() -> [[UInt8]] {
    let count = Int(CommandLine.argc)
    let vector = CommandLine.unsafeArgv
    guard count > 1 else { return [] }
    return (1..<count).compactMap { index in
      vector[index].map { start in
        Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
      }
    }
  }

  /// The environment of this process; a variable that is not UTF-8 is left out.
  public static func environment() -> [String: String] {
    var result: [String: String] = [:]
    var entry = environ
    while let start = entry.pointee {
      let bytes = UnsafeRawBufferPointer(start: start, count: strlen(start))
      if let text = String(validating: bytes, as: UTF8.self),
        let equals = text.utf8.firstIndex(of: UInt8(ascii: "="))
      {
        result[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      entry += 1
    }
    return result
  }

  /// Writes text to a stream as UTF-8.
  public func write(_ text: String, to stream: Stream) -> WriteOutcome {
    write(Array(text.utf8), stream)
  }

  /// Says something on the stream of messages. A failure has nowhere to be told, so it is not.
  public func say(_ text: String) {
    _ = write(Array((text + "\n").utf8), .messages)
  }

  /// Asks a question that is answered by yes or no; `nil` when nobody is there to answer.
  ///
  /// Nobody is there when input or messages are no terminal, when the input ends, and when three
  /// answers in a row are neither.
  public func ask(_ question: Localized, in language: Language) -> Bool? {
    guard isInputTerminal(), isTerminal(.messages) else { return nil }
    let hint = Localized(en: "[y/n]", sv: "[j/n]").text(in: language)
    for _ in 0..<3 {
      let prompt = "\(VisibleText.of(question.text(in: language))) \(hint) "
      guard write(prompt, to: .messages) == .written else { return nil }
      let line = read(1_024)
      if line.isEmpty { return nil }
      if let answer = Console.answer(in: String(decoding: line, as: UTF8.self)) { return answer }
    }
    return nil
  }

  /// What a typed line means, in either language; `nil` when it is neither yes nor no.
  static func answer(in line: String) -> Bool? {
    let word = line.lowercased().filter { !$0.isWhitespace }
    if ["y", "yes", "j", "ja"].contains(word) { return true }
    if ["n", "no", "nej"].contains(word) { return false }
    return nil
  }
}
