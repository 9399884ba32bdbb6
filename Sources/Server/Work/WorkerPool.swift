import Threads

/// Threads that do what may block, each with a tool of its own: a connection with a database.
///
/// There are a few; when all of them have been busy for a while, more are made up to a limit, so that slow jobs never
/// keep quick ones waiting; those end when they are idle for long, and the others put down what their tools hold. What is
/// too much is not taken.
package final class WorkerPool<Tool>: @unchecked Sendable {
  /// What a thread does next.
  private enum Turn {
    case job(@Sendable (inout Tool) -> Void)
    case rest
    case end
  }

  // Everything that changes is touched inside the condition's lock.
  private let condition = Condition()
  private var queue: [@Sendable (inout Tool) -> Void] = []
  /// Those at the front of `queue` that were taken.
  private var head = 0
  private var threads: [Int: SystemThread] = [:]
  private var madeCount = 0
  private var idleCount = 0
  /// When a job was last taken.
  private var lastTaken = ContinuousClock.now
  private var isStopped = false

  private let fewest: Int
  private let most: Int
  private let longestQueue: Int
  private let makeTool: @Sendable () -> Tool
  private let restTool: @Sendable (inout Tool) -> Void
  /// Time without any job being taken after which another thread is made.
  private static var patience: Duration { .milliseconds(250) }
  /// Time without a job after which a thread beyond the first ones ends, and its tool with it; the others rest theirs.
  private let idleTime: Duration

  /// - Parameters:
  ///   - count: threads at the beginning.
  ///   - most: threads at most.
  ///   - longestQueue: most jobs that wait.
  ///   - idleTime: without a job, after which a thread puts down what its tool holds, or ends.
  ///   - makeTool: makes the tool of a thread, on that thread.
  ///   - restTool: frees what a tool holds only to be quick the next time, on that thread.
  package init(
    count: Int,
    most: Int,
    longestQueue: Int,
    idleTime: Duration = .seconds(10),
    makeTool: @escaping @Sendable () -> Tool,
    restTool: @escaping @Sendable (inout Tool) -> Void = { _ in }
  ) {
    fewest = max(1, count)
    self.most = max(fewest, most)
    self.longestQueue = longestQueue
    self.idleTime = idleTime
    self.makeTool = makeTool
    self.restTool = restTool
    condition.withLock { for _ in 0..<fewest { grow() } }
  }

  /// Hands over a job.
  ///
  /// - Returns: whether it was taken: not when too many wait, or the pool has stopped.
  package func submit(_ job: @escaping @Sendable (inout Tool) -> Void) -> Bool {
    condition.withLock {
      guard !isStopped, queue.count - head < longestQueue else { return false }
      queue.append(job)
      condition.wakeOne()
      return true
    }
  }

  /// Makes another thread when jobs wait although nobody took one for a while; to be called now and then.
  package func relieve(now: ContinuousClock.Instant = .now) {
    condition.withLock {
      guard queue.count > head, idleCount == 0, threads.count < most,
        now - lastTaken > Self.patience
      else { return }
      grow()
    }
  }

  /// How many threads there are, and how many jobs wait.
  package var load: (threads: Int, waiting: Int) {
    condition.withLock { (threads.count, queue.count - head) }
  }

  /// Does what was taken, and ends all threads.
  package func stop() {
    let threads = condition.withLock {
      isStopped = true
      condition.wakeAll()
      return self.threads
    }
    for thread in threads.values { thread.join() }
  }

  private func grow() {
    lastTaken = .now
    madeCount += 1
    let number = madeCount
    threads[number] = SystemThread { [self] in work(number) }
  }

  private func work(_ number: Int) {
    do {
      var tool = makeTool()
      var hasRested = false
      turns: while true {
        switch next(number, mayRest: !hasRested) {
        case .job(let job):
          job(&tool)
          hasRested = false
        case .rest:
          restTool(&tool)
          FreeMemory.giveBack()
          hasRested = true
        case .end: break turns
        }
      }
    }
    FreeMemory.giveBack()
  }

  /// What a thread does next, once there is something.
  private func next(_ number: Int, mayRest: Bool) -> Turn {
    condition.withLock {
      idleCount += 1
      defer { idleCount -= 1 }
      let end = ContinuousClock.now + idleTime
      while queue.count == head {
        if isStopped { return .end }
        let isExtra = threads.count > fewest
        if !isExtra, !mayRest {
          condition.wait()
        } else if ContinuousClock.now < end {
          condition.wait(end - .now)
        } else if isExtra {
          threads.removeValue(forKey: number)?.detach()
          return .end
        } else {
          return .rest
        }
      }
      return .job(takeFirst())
    }
  }

  private func takeFirst() -> @Sendable (inout Tool) -> Void {
    let job = queue[head]
    head += 1
    if head == queue.count {
      queue.removeAll(keepingCapacity: true)
      head = 0
    }
    lastTaken = .now
    return job
  }
}
