import Synchronization

/// What came of what a model was asked: how often, and a line for each time that it came to nothing.
package final class Tally: Sendable {
  private let state = Mutex<[String: Int]>([:])
  private let log: @Sendable (String) -> Void

  /// `log` takes a line, with nothing of the data, of the question or of the server.
  package init(log: @escaping @Sendable (String) -> Void) {
    self.log = log
  }

  /// Outcome → how often it came about.
  package var counts: [String: Int] { state.withLock { $0 } }

  /// Counts an outcome, and tells of one that is no success.
  package func note(_ outcome: String, isSuccess: Bool, of prompt: Prompt) {
    state.withLock { $0[outcome, default: 0] += 1 }
    if !isSuccess { log("llm: \(outcome) (\(prompt.id) \(prompt.version))") }
  }
}
