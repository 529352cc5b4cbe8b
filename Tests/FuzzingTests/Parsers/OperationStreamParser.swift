import Diagnostics
import Interchange

/// The neutral history of a register that is taken over.
enum OperationStreamParser: FuzzedParser {
  static let name = "operation-stream"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    let whole = try read(OperationStream(bytes: bytes), bytes.count)
    var offset = 0
    let pieces = try read(
      OperationStream { (buffer: inout [UInt8]) throws(Diagnostic) -> Int in
        let count = min(7, bytes.count - offset)
        buffer.replaceSubrange(0..<count, with: bytes[offset..<offset + count])
        offset += count
        return count
      }, bytes.count)
    try require(whole == pieces, "the size of the pieces does not matter")
    return !whole.isEmpty && whole.allSatisfy { $0.operation != nil }
  }

  private struct Outcome: Equatable {
    var operation: Interchange.Operation?
    var code: String?
  }

  private static func read(
    _ stream: OperationStream, _ count: Int
  ) throws(Violation) -> [Outcome] {
    var stream = stream
    var outcomes: [Outcome] = []
    // More calls than lines would mean that a call uses up nothing.
    for _ in 0..<count + 3 {
      do throws(Diagnostic) {
        guard let operation = try stream.next() else { return outcomes }
        outcomes.append(Outcome(operation: operation))
      } catch {
        outcomes.append(Outcome(code: error.text(in: .swedish)))
      }
    }
    throw Violation("\(name): the stream does not end")
  }
}
