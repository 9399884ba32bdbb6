package import Diagnostics
import Glibc
package import SQLiteStore

/// The right to write a side file, held by one process at a time and given back when it ends, however it ends.
///
/// An advisory lock on `<file>.lock`, which stays there: removing it would let two hold "the" lock.
package final class ComputedLock: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Takes the lock of a side file.
  ///
  /// - Parameters:
  ///   - path: the side file.
  ///   - patience: how long to wait for another process.
  ///   - cancellation: a switch to stop the waiting.
  /// - Returns: the lock, held for as long as this object lives.
  /// - Throws: "batch.busy" when another process holds it for all that time, "batch.interrupted",
  ///   "batch.not-writable".
  package static func take(
    for path: String,
    patience: Duration,
    cancellation: Cancellation? = nil
  ) throws(Failure) -> ComputedLock {
    let file = path + ".lock"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritableFile(file, error: errno) }
    let deadline = ContinuousClock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let isCancelled = cancellation?.isCancelled == true
      guard !isCancelled, ContinuousClock.now < deadline else {
        close(descriptor)
        throw isCancelled ? .batchInterrupted : .busyFile(at: path)
      }
      usleep(50_000)
    }
    return ComputedLock(descriptor: descriptor)
  }
}
