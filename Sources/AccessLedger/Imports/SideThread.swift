import Glibc

/// A thread that does one piece of work at a time beside the one that made it, for as long as this value lasts.
final class SideThread: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var work: (() -> Void)?
  private var isDismissed = false
  private var thread: pthread_t?

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(change, nil)
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
    pthread_mutex_lock(lock)
    isDismissed = true
    pthread_cond_broadcast(change)
    pthread_mutex_unlock(lock)
    if let thread { pthread_join(thread, nil) }
    pthread_cond_destroy(change)
    pthread_mutex_destroy(lock)
    change.deallocate()
    lock.deallocate()
  }

  /// Begins a piece of work, after the one before it is done. Where the system gave no thread it is done here and now.
  func begin(_ work: @escaping () -> Void) {
    guard thread != nil else { return work() }
    wait()
    pthread_mutex_lock(lock)
    self.work = work
    pthread_cond_broadcast(change)
    pthread_mutex_unlock(lock)
  }

  /// Returns when nothing is being done any more.
  func wait() {
    pthread_mutex_lock(lock)
    while work != nil { pthread_cond_wait(change, lock) }
    pthread_mutex_unlock(lock)
  }

  private func run() {
    pthread_mutex_lock(lock)
    while true {
      while work == nil, !isDismissed { pthread_cond_wait(change, lock) }
      guard let work else { break }
      pthread_mutex_unlock(lock)
      work()
      pthread_mutex_lock(lock)
      self.work = nil
      pthread_cond_broadcast(change)
    }
    pthread_mutex_unlock(lock)
  }
}
