import EventStore
import Glibc

/// A thread that does one piece of work at a time beside the one that made it, for as long as this value lasts.
final class SideThread: @unchecked Sendable {
  private let monitor = Monitor()
  private var work: (() -> Void)?
  private var isDismissed = false
  private var thread: pthread_t?

  init() {
    var thread = pthread_t()
    let me = Unmanaged.passUnretained(self).toOpaque()
    let isStarted =
      pthread_create(
        &thread, nil,
        { argument in
          if let argument { Unmanaged<SideThread>.fromOpaque(argument).takeUnretainedValue().run() }
          return nil
        }, me) == 0
    if isStarted { self.thread = thread }
  }

  deinit {
    wait()
    monitor.lock()
    isDismissed = true
    monitor.broadcast()
    monitor.unlock()
    if let thread { pthread_join(thread, nil) }
  }

  /// Begins a piece of work, after the one before it is done. Where the system gave no thread it is done here and now.
  func begin(_ work: @escaping () -> Void) {
    guard thread != nil else { return work() }
    wait()
    monitor.lock()
    self.work = work
    monitor.broadcast()
    monitor.unlock()
  }

  /// Returns when nothing is being done any more.
  func wait() {
    monitor.lock()
    while work != nil { monitor.wait() }
    monitor.unlock()
  }

  private func run() {
    monitor.lock()
    while true {
      while work == nil, !isDismissed { monitor.wait() }
      guard let work else { break }
      monitor.unlock()
      work()
      monitor.lock()
      self.work = nil
      monitor.broadcast()
    }
    monitor.unlock()
  }
}
