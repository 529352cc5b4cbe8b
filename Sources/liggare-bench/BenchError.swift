import Chronology
import Glibc

/// Why nothing was measured.
enum BenchError: Error, CustomStringConvertible {
  /// The words are not those of the usage.
  case usage
  /// A file cannot be read.
  case unreadable(path: String)
  /// A line is not a person, a tab and an entitlement.
  case malformedPair(line: Int)
  /// The lines and the head do not agree.
  case foreignRoot(found: String, committed: String)
  /// A line says that it stands elsewhere.
  case misplaced(stated: UInt64, position: UInt64)
  /// Writers stopped before their commands were recorded.
  case writersStopped([String])

  var description: String {
    switch self {
    case .usage: "wrong usage"
    case .unreadable(let path): "\(path) cannot be read"
    case .malformedPair(let line): "line \(line) of the pairs is no person, tab, entitlement"
    case .foreignRoot(let found, let committed):
      "the lines come to the root \(found), the head says \(committed)"
    case .misplaced(let stated, let position): "line \(position) says that it is \(stated)"
    case .writersStopped(let reasons): "writers stopped: \(reasons.joined(separator: "; "))"
    }
  }
}

/// A moment on the command line.
func instant(_ word: String) throws(BenchError) -> Instant {
  guard let instant = Instant(word) else { throw .usage }
  return instant
}

/// A whole number from 1 on the command line.
func number(_ word: String) throws(BenchError) -> Int {
  guard let number = Int(word), number >= 1 else { throw .usage }
  return number
}

/// The bytes of a file.
func contents(of path: String) throws(BenchError) -> [UInt8] {
  guard let file = fopen(path, "r") else { throw .unreadable(path: path) }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    bytes += buffer[..<count]
  }
  guard ferror(file) == 0 else { throw .unreadable(path: path) }
  return bytes
}
