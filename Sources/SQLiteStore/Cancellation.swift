import Synchronization

/// A switch that stops a running query from elsewhere: Ctrl-C, a closed HTTP connection.
///
/// One for each question. Setting it is a single atomic store, so a signal handler may do it.
package final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  /// Asks the query that was given this switch to stop; it throws "db.interrupted".
  package func cancel() {
    flag.store(true, ordering: .relaxed)
  }

  /// Makes the switch ready for the next query.
  package func reset() {
    flag.store(false, ordering: .relaxed)
  }

  /// Whether `cancel()` was called.
  package var isCancelled: Bool {
    flag.load(ordering: .relaxed)
  }
}

/// What SQLite's progress handler looks at: how long, and whether still wanted.
///
/// Touched only by the thread that holds the connection, inside the query that set it.
final class Watch {
  /// When the running query must have ended; nil between queries.
  var deadline: ContinuousClock.Instant?
  /// The switch of the running query.
  var cancellation: Cancellation?

  /// Virtual machine steps between two looks: some 20 µs, so the look itself costs nothing.
  static let stepsBetweenLooks: Int32 = 1_000

  /// Whether the running query has to stop now.
  var mustStop: Bool {
    if let cancellation, cancellation.isCancelled { return true }
    if let deadline { return ContinuousClock.now >= deadline }
    return false
  }
}
