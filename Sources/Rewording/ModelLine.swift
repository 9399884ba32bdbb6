import Synchronization

/// The way to a model, shared by all that is asked of it: no reply is waited for longer than was said, and a model that
/// fails again and again is left alone for a while.
package final class ModelLine: Sendable {
  /// Faults in a row after which the model is left alone, and for how long.
  private static let mostFaults = 3
  private static let rest = Duration.seconds(30)

  private struct State {
    var faults = 0
    var restsUntil: ContinuousClock.Instant?
  }

  private let model: any LanguageModel
  private let timeout: Duration
  private let state = Mutex(State())

  /// - Parameters:
  ///   - model: who is asked.
  ///   - timeout: from a question to the last word of its reply.
  package init(_ model: any LanguageModel, timeout: Duration) {
    self.model = model
    self.timeout = timeout
  }

  /// What the model is called, for receipts.
  package var name: String { model.name }

  /// Whether the model is left alone at present.
  package var isResting: Bool {
    state.withLock { state in state.restsUntil.map { $0 > .now } ?? false }
  }

  /// Asks the model; the caller goes on at the deadline, whatever the model, its server or the network do.
  ///
  /// - Parameters:
  ///   - request: what is asked.
  ///   - isCancelled: asked again and again; whether nobody wants the reply any more.
  /// - Returns: all that it said.
  /// - Throws: why there is no reply.
  package func reply(
    to request: ModelRequest,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(ModelFault) -> String {
    do throws(ModelFault) {
      let content = try Call(model, request, within: timeout, isCancelled).content()
      noteReply()
      return content
    } catch {
      note(error)
      throw error
    }
  }

  private func noteReply() { state.withLock { $0 = State() } }

  private func note(_ fault: ModelFault) {
    guard fault != .cancelled else { return }
    state.withLock { state in
      state.faults += 1
      if state.faults >= Self.mostFaults { state.restsUntil = .now + Self.rest }
    }
  }
}
