import Glibc
import Synchronization

/// Threads that help the one that made them with pieces of work, for as long as this value lasts.
///
/// Everything shared stands behind one lock, but for the number of the next piece. The pieces of a round are independent of each
/// other, so that who does which changes nothing.
public final class Crew: @unchecked Sendable {
  private let monitor = Monitor()
  private var threads: [pthread_t] = []
  /// What the present round does with a piece; `nil` between two rounds.
  private var body: ((Int) -> Void)?
  private var count = 0
  private let next = Atomic<Int>(0)
  private var round = 0
  /// How many helpers are at work in the present round.
  private var busyCount = 0
  private var isDismissed = false

  /// - Parameter helpers: how many threads to start; fewer when the system gives no more.
  public init(helpers: Int) {
    for _ in 0..<helpers {
      var thread = pthread_t()
      let me = Unmanaged.passUnretained(self).toOpaque()
      let isStarted =
        pthread_create(
          &thread, nil,
          { argument in
            if let argument { Unmanaged<Crew>.fromOpaque(argument).takeUnretainedValue().help() }
            return nil
          }, me) == 0
      guard isStarted else { break }
      threads.append(thread)
    }
  }

  /// As many helpers as there are other cores, and not more than have been found to be of use.
  public static var usefulHelpers: Int { max(0, min(4, sysconf(Int32(_SC_NPROCESSORS_ONLN))) - 1) }

  /// As many helpers as there are other cores: for work that is nearly all computing.
  static var allHelpers: Int { max(0, min(256, sysconf(Int32(_SC_NPROCESSORS_ONLN))) - 1) }

  deinit {
    monitor.locked { isDismissed = true }
    monitor.broadcast()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Does `count` pieces of work, the helpers at once and the caller after `meanwhile`; returns when all are done, even when
  /// `meanwhile` throws.
  public func work(
    on count: Int, _ body: (Int) -> Void, meanwhile: () throws -> Void
  ) rethrows {
    try withoutActuallyEscaping(body) { body in
      begin(on: count, body)
      defer { finish(helping: false) }
      try meanwhile()
      take(body, count)
    }
  }

  /// Lets the helpers begin with `count` pieces of work. `finish()` must follow before anything else is begun.
  public func begin(on count: Int, _ body: @escaping (Int) -> Void) {
    monitor.locked {
      self.body = body
      self.count = count
      next.store(0, ordering: .relaxed)
      round += 1
    }
    monitor.broadcast()
  }

  /// Helps with what was begun and waits until all of it is done; nothing when nothing was.
  public func finish() { finish(helping: true) }

  private func finish(helping: Bool) {
    if helping, let body { take(body, count) }
    monitor.locked {
      body = nil
      while busyCount > 0 { monitor.wait() }
    }
  }

  /// Does pieces until none is left.
  private func take(_ body: (Int) -> Void, _ count: Int) {
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      body(piece)
    }
  }

  /// A helper's life.
  private func help() {
    var seen = 0
    monitor.lock()
    while !isDismissed {
      guard round != seen, let body else {
        seen = round
        monitor.wait()
        continue
      }
      seen = round
      busyCount += 1
      let count = count
      monitor.unlock()
      take(body, count)
      monitor.lock()
      busyCount -= 1
      if busyCount == 0 { monitor.broadcast() }
    }
    monitor.unlock()
  }
}
