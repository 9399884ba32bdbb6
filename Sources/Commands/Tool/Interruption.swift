import Glibc
import SQLiteStore

/// Ctrl-C: the first one stops the running query, the second one the program.
enum Interruption {
  /// Cancelled by SIGINT.
  static let cancellation: Cancellation = {
    signal(SIGINT) { _ in
      if Interruption.cancellation.isCancelled { _exit(130) }
      Interruption.cancellation.cancel()
    }
    return Cancellation()
  }()
}
