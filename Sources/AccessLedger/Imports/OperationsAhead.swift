import AccessModel
import Diagnostics
import EventStore
import Glibc
import Interchange

/// An operation as it was read, with what is asked of each and needs nothing but the operation.
struct ReadOperation {
  var operation: Operation
  var id: UniqueID
  /// What it says, as a number: the same for the same operation.
  var saying: Int

  init(_ operation: Operation) {
    self.operation = operation
    id = UniqueID(operation: operation.id)
    var hasher = Hasher()
    hasher.combine(operation.time)
    hasher.combine(operation.payload)
    saying = hasher.finalize()
  }
}

/// Operations read and taken apart by a thread of its own, while those before them are decided.
///
/// What comes out is what the stream would give, in the same order; the first fault comes after everything before it, and ends it.
final class OperationsAhead: @unchecked Sendable {
  /// Some operations, and how far the file had been read with them.
  private struct Block {
    var operations: [ReadOperation] = []
    var bytesRead: Int64 = 0
    var fault: Diagnostic?
    var isLast = false
  }

  private static let blockCount = 512
  /// How many blocks are read ahead: enough that neither thread waits for the other at every turn.
  private static let aheadMax = 4

  private let monitor = Monitor()
  // Behind the lock.
  private var blocks: [Block] = []
  private var isWanted = true
  // The reading thread's own.
  private var stream: OperationStream
  private let position: () -> Int64
  // The taking thread's own.
  private var block = Block()
  private var next = 0
  private var thread: pthread_t?

  /// How far the file had been read when the operation that was given last was.
  var bytesRead: Int64 { block.bytesRead }

  /// - Parameter position: how far the file has been read; asked by the reading thread.
  init(_ stream: OperationStream, position: @escaping () -> Int64) {
    self.stream = stream
    self.position = position
    var thread = pthread_t()
    let me = Unmanaged.passUnretained(self).toOpaque()
    let isStarted =
      pthread_create(
        &thread, nil,
        { argument in
          if let argument {
            Unmanaged<OperationsAhead>.fromOpaque(argument).takeUnretainedValue().readAll()
          }
          return nil
        }, me) == 0
    if isStarted { self.thread = thread }
  }

  deinit {
    locked { isWanted = false }
    if let thread { pthread_join(thread, nil) }
  }

  /// The next operation; `nil` when the file has ended.
  func take() throws(Diagnostic) -> ReadOperation? {
    while next == block.operations.count {
      if let fault = block.fault { throw fault }
      if block.isLast { return nil }
      // Without a thread of its own each block is read when it is asked for.
      block = thread == nil ? readBlock() : nextBlock()
      next = 0
    }
    next += 1
    return block.operations[next - 1]
  }

  private func nextBlock() -> Block {
    monitor.lock()
    defer { monitor.unlock() }
    while blocks.isEmpty { monitor.wait() }
    monitor.signal()
    return blocks.removeFirst()
  }

  private func readAll() {
    while true {
      let block = readBlock()
      monitor.lock()
      while isWanted, blocks.count >= Self.aheadMax { monitor.wait() }
      let isWanted = isWanted
      blocks.append(block)
      monitor.signal()
      monitor.unlock()
      if !isWanted || block.isLast || block.fault != nil { return }
    }
  }

  private func readBlock() -> Block {
    var block = Block()
    block.operations.reserveCapacity(Self.blockCount)
    do throws(Diagnostic) {
      while block.operations.count < Self.blockCount {
        guard let operation = try stream.next() else {
          block.isLast = true
          break
        }
        block.operations.append(ReadOperation(operation))
      }
    } catch {
      block.fault = error
    }
    block.bytesRead = position()
    return block
  }

  private func locked(_ body: () -> Void) {
    monitor.lock()
    body()
    monitor.broadcast()
    monitor.unlock()
  }
}
