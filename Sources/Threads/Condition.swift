import Glibc

/// A lock with threads that wait for something to become true.
package final class Condition: @unchecked Sendable {
  // Both pointers are allocated once and freed at the end; pthreads guard what they point to.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let signal = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(signal, nil)
  }

  deinit {
    pthread_cond_destroy(signal)
    pthread_mutex_destroy(mutex)
    signal.deallocate()
    mutex.deallocate()
  }

  /// Runs a body alone.
  package func withLock<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Inside `withLock`: lets others in until somebody wakes this thread.
  package func wait() { pthread_cond_wait(signal, mutex) }

  /// The same, for a limited time.
  package func wait(_ time: Duration) {
    var end = timespec()
    clock_gettime(CLOCK_REALTIME, &end)
    let (seconds, attoseconds) = time.components
    let nanoseconds = Int(attoseconds / 1_000_000_000) + end.tv_nsec
    end.tv_sec += Int(seconds) + nanoseconds / 1_000_000_000
    end.tv_nsec = nanoseconds % 1_000_000_000
    pthread_cond_timedwait(signal, mutex, &end)
  }

  /// Wakes one that waits.
  package func wakeOne() { pthread_cond_signal(signal) }

  /// Wakes all that wait.
  package func wakeAll() { pthread_cond_broadcast(signal) }
}
