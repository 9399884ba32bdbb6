import Glibc
import Synchronization

/// The same work on many items, on two threads beside the caller's.
enum TwoThreads {
  /// Begins the work; its results are in the order of the items, whatever thread made them.
  static func start<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ work: @Sendable @escaping (Item) -> Result
  ) -> Work<Result> {
    let board = Board<Result>()
    let threads = (0..<2).map { _ in
      start(
        Job {
          while true {
            let place = board.next.add(1, ordering: .relaxed).oldValue
            guard place < items.count else { return }
            let result = work(items[place])
            board.results.withLock { $0[place] = result }
          }
        }
      )
    }
    return Work(board: board, threads: threads, count: items.count)
  }

  /// Work under way.
  struct Work<Result: Sendable> {
    fileprivate let board: Board<Result>
    fileprivate let threads: [pthread_t]
    fileprivate let count: Int

    /// Waits for the end; to be asked once.
    func results() -> [Result] {
      for thread in threads { pthread_join(thread, nil) }
      let results = board.results.withLock { $0 }
      return (0..<count).compactMap { results[$0] }
    }
  }

  private static func start(_ job: Job) -> pthread_t {
    let pointer = Unmanaged.passRetained(job).toOpaque()
    var thread = pthread_t()
    let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
      if let pointer { Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().body() }
      return nil
    }
    let code = pthread_create(&thread, nil, entry, pointer)
    precondition(code == 0, "no thread can be started")
    return thread
  }

  /// What a thread is given.
  private final class Job: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Where threads take items and leave results.
  fileprivate final class Board<Result: Sendable>: Sendable {
    let next = Atomic<Int>(0)
    let results = Mutex<[Int: Result]>([:])
  }
}
