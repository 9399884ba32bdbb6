import Synchronization

/// What stands beside a spinner, told by one thread and drawn by another.
final class SpinnerLabel: Sendable {
  private let stored: Mutex<String>

  init(_ text: String) {
    stored = Mutex(text)
  }

  /// One line.
  var text: String {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }
}
