import Threads

/// Does something at once, then again and again, on a thread of its own.
package final class Ticker: @unchecked Sendable {
  // `isStopped` is touched inside the condition's lock, `thread` only by the owner.
  private let condition = Condition()
  private var isStopped = false
  private var thread: SystemThread?

  package init(every time: Duration, _ body: @escaping @Sendable () -> Void) {
    thread = SystemThread { [weak self, condition] in
      while true {
        body()
        let isOver = condition.withLock { () -> Bool in
          guard let self else { return true }
          if !self.isStopped { condition.wait(time) }
          return self.isStopped
        }
        if isOver { return }
      }
    }
  }

  /// Ends it, after the turn that runs.
  package func stop() {
    condition.withLock {
      isStopped = true
      condition.wakeAll()
    }
    thread?.join()
    thread = nil
  }
}
