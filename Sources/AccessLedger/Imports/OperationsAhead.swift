import AccessModel
import Diagnostics
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

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
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
    pthread_mutex_init(lock, nil)
    pthread_cond_init(change, nil)
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
    pthread_cond_destroy(change)
    pthread_mutex_destroy(lock)
    change.deallocate()
    lock.deallocate()
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
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while blocks.isEmpty { pthread_cond_wait(change, lock) }
    pthread_cond_signal(change)
    return blocks.removeFirst()
  }

  private func readAll() {
    while true {
      let block = readBlock()
      pthread_mutex_lock(lock)
      while isWanted, blocks.count >= Self.aheadMax { pthread_cond_wait(change, lock) }
      let isWanted = isWanted
      blocks.append(block)
      pthread_cond_signal(change)
      pthread_mutex_unlock(lock)
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
    pthread_mutex_lock(lock)
    body()
    pthread_cond_broadcast(change)
    pthread_mutex_unlock(lock)
  }
}
