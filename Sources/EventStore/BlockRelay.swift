/// What a block of lines is read into, and what can be made of it before it is known what came before it.
public protocol BlockPiece: AnyObject, Sendable {
  /// The lines; read anew each time.
  var block: LineBlock { get }

  /// Works on the lines, in place of what was made of those before; on any thread.
  func work()
}

/// Reads, works on and takes the blocks of a log with all cores, each doing whatever can be done next.
///
/// Three things are done with a block: it is read from the disk, one block after the other; it is worked on, any number of them at a
/// time; and it is taken, in the order of the log, one at a time. No thread has a part of its own: whoever has done one thing takes what
/// waits, first what is to be taken, then what is to be read. So a core is idle only when everything waits for the disk, and for that
/// there is one thread more than there are cores. Memory is bounded: a block that waits for its turn keeps its piece.
///
/// What is taken, and what is refused first, is the same with any number of threads.
public final class BlockRelay<Piece: BlockPiece>: @unchecked Sendable {
  // Unchecked because what is shared stands behind one lock, and a piece and the reading are used by who has taken them out.
  private let reading: any BlockReading
  private let make: () -> Piece
  private let threadCount: Int
  private let pieceCount: Int
  private let monitor = Monitor()

  private var free: [Piece] = []
  private var madeCount = 0
  /// Pieces that were worked on, each at its number modulo `pieceCount`.
  private var done: [Piece?]
  /// The number of the block that is read next, and of the one that is taken next.
  private var readNext = 0
  private var takeNext = 0
  private var isReading = false
  private var isTaking = false
  /// How many threads have found nothing to do.
  private var waitingCount = 0
  private var hasEnded = false
  /// Why reading ended before the head, which is told when everything before it was taken.
  private var refusal: (any Error)?
  /// Why taking ended: because it was told to, or because of a fault.
  private var isOver = false
  private var failure: (any Error)?

  /// - Parameters:
  ///   - isShort: whether there is so little to read that it is not worth starting a thread.
  ///   - make: makes a piece; there will be a few for each core.
  public init(_ reading: any BlockReading, isShort: Bool, make: @escaping () -> Piece) {
    self.reading = reading
    self.make = make
    threadCount = isShort ? 1 : Crew.usefulHelpers + 2
    pieceCount = 2 * threadCount + 2
    done = Array(repeating: nil, count: pieceCount)
  }

  /// Reads to the head of the log, or until `take` says stop; once.
  ///
  /// - Parameter take: takes the pieces in the order of the log; on any thread, on one at a time.
  /// - Throws: what comes first in the log of what `take` throws and what reading does.
  public func run(_ take: (Piece) throws -> ReadingStep) throws {
    if threadCount == 1 {
      relay(take)
    } else {
      Crew(helpers: threadCount - 1).work(on: threadCount, { _ in relay(take) }, meanwhile: {})
    }
    if let failure { throw failure }
    if !isOver, let refusal { throw refusal }
  }

  /// The life of a thread: whatever can be done, until there is nothing more to do.
  ///
  /// Who has done something looks by itself for the next thing. So another thread is woken only for what is left to do when one sets
  /// out to do something else, and at the end.
  private func relay(_ take: (Piece) throws -> ReadingStep) {
    monitor.lock()
    while !isOver {
      if canTake, let piece = done[takeNext % pieceCount] {
        takeOne(piece, take)
      } else if canRead, let piece = freePiece() {
        readOne(into: piece)
      } else if hasEnded, takeNext == readNext {
        break
      } else {
        waitingCount += 1
        monitor.wait()
        waitingCount -= 1
      }
    }
    monitor.broadcast()
    monitor.unlock()
  }

  private var canTake: Bool { !isTaking && done[takeNext % pieceCount] != nil }
  private var canRead: Bool {
    !isReading && !hasEnded && (!free.isEmpty || madeCount < pieceCount)
  }

  /// Lets the lock go to do something, and wakes a thread for what is left to do.
  private func unlockAndPassOn() {
    if waitingCount > 0, canTake || canRead { monitor.signal() }
    monitor.unlock()
  }

  private func freePiece() -> Piece? {
    if let piece = free.popLast() { return piece }
    guard madeCount < pieceCount else { return nil }
    madeCount += 1
    return make()
  }

  /// With the lock, which is let go meanwhile.
  private func takeOne(_ piece: Piece, _ take: (Piece) throws -> ReadingStep) {
    isTaking = true
    done[takeNext % pieceCount] = nil
    unlockAndPassOn()
    var step = ReadingStep.stop
    var fault: (any Error)?
    do { step = try take(piece) } catch { fault = error }
    monitor.lock()
    isTaking = false
    takeNext += 1
    free.append(piece)
    if step == .stop {
      isOver = true
      failure = fault
    }
  }

  /// With the lock, which is let go meanwhile.
  private func readOne(into piece: Piece) {
    isReading = true
    unlockAndPassOn()
    var isRead = false
    var fault: (any Error)?
    do { isRead = try reading.next(into: piece.block) } catch { fault = error }
    monitor.lock()
    isReading = false
    guard isRead else {
      hasEnded = true
      refusal = fault
      free.append(piece)
      return
    }
    let number = readNext
    readNext += 1
    unlockAndPassOn()
    piece.work()
    monitor.lock()
    done[number % pieceCount] = piece
  }
}
