import Synchronization
import Threads

/// One question to a model, on a thread of its own: who waits goes on at the deadline, whatever the thread still does.
final class Call: Sendable {
  private let condition = Condition()
  private let result = Mutex<Result<String, ModelFault>?>(nil)
  private let isAbandoned = Atomic<Bool>(false)
  private let end: ContinuousClock.Instant
  private let isCancelled: @Sendable () -> Bool

  /// How often one looks whether the reply is still wanted.
  private static let glance = Duration.milliseconds(25)

  init(
    _ model: any LanguageModel,
    _ request: ModelRequest,
    within time: Duration,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(ModelFault) {
    end = .now + time
    self.isCancelled = isCancelled
    let thread = SystemThread { [self] in
      let reply = self.reply(of: model, to: request)
      condition.withLock {
        result.withLock { $0 = reply }
        condition.wakeAll()
      }
    }
    guard let thread else { throw .noThread }
    thread.detach()
  }

  private func reply(of model: any LanguageModel, to request: ModelRequest) -> Result<
    String, ModelFault
  > {
    do throws(ModelFault) {
      let text = try model.reply(to: request, by: end) { [self] in
        isAbandoned.load(ordering: .relaxed) || isCancelled()
      }
      return .success(text)
    } catch {
      return .failure(error)
    }
  }

  /// Waits for the reply.
  func content() throws(ModelFault) -> String {
    let outcome = condition.withLock { () -> Result<String, ModelFault> in
      while true {
        if let result = result.withLock({ $0 }) { return result }
        let left = end - .now
        if left <= .zero { return .failure(.tooLate) }
        if isCancelled() { return .failure(.cancelled) }
        condition.wait(min(left, Self.glance))
      }
    }
    isAbandoned.store(true, ordering: .relaxed)
    return try outcome.get()
  }
}
