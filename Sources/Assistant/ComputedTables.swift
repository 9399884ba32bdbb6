package import Diagnostics

/// The tables that the assistant computes itself: forecasts and what follows from them.
package protocol ComputedTables: Sendable {
  /// Sees to it that they can be read and are not stale, computing them anew where they are.
  ///
  /// - Returns: when they were computed.
  /// - Throws: why they cannot be had.
  func makeReady() throws(Failure) -> ComputedTime
}

/// When computed tables were made, and until when they stand.
package struct ComputedTime: Hashable, Sendable {
  /// Local time, "2026-03-31 00:30:12".
  package var madeAt: String
  /// A day later, unless the data change before.
  package var freshUntil: String

  package init(madeAt: String, freshUntil: String) {
    self.madeAt = madeAt
    self.freshUntil = freshUntil
  }
}
