import Glibc
import SQLiteStore
import Synchronization

/// Ctrl-C: stops the running query and with it the program; at once when no query runs.
enum Interruption {
  private static let isQuerying = Atomic<Bool>(false)

  /// Cancelled by SIGINT.
  static let cancellation: Cancellation = {
    signal(SIGINT) { _ in
      if !Interruption.isQuerying.load(ordering: .relaxed) || Interruption.cancellation.isCancelled
      {
        _exit(130)
      }
      Interruption.cancellation.cancel()
    }
    return Cancellation()
  }()

  /// Runs something that looks at `cancellation`, so that Ctrl-C only sets that; one may stand in another.
  static func whileQuerying<Result, Fault>(_ body: () throws(Fault) -> Result) throws(Fault)
    -> Result
  {
    let former = isQuerying.exchange(true, ordering: .relaxed)
    defer { isQuerying.store(former, ordering: .relaxed) }
    return try body()
  }
}
