import Glibc

/// A lock with the one condition that whoever holds it may wait for: what threads share stands behind it.
public final class Monitor: @unchecked Sendable {
  // Unchecked because the two belong to the system, which is made for it.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  public init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(mutex)
    change.deallocate()
    mutex.deallocate()
  }

  public func lock() { pthread_mutex_lock(mutex) }

  public func unlock() { pthread_mutex_unlock(mutex) }

  /// Does something with the lock held.
  public func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
    lock()
    defer { unlock() }
    return try body()
  }

  /// Lets the lock go until something has changed, and holds it again; may return without that, so that the caller looks again.
  public func wait() { pthread_cond_wait(change, mutex) }

  /// Wakes one that waits.
  public func signal() { pthread_cond_signal(change) }

  /// Wakes all that wait.
  public func broadcast() { pthread_cond_broadcast(change) }
}
