import Glibc
import Synchronization

/// The same work on many items, on two threads.
enum Parallel {
  /// Maps items in any order on two threads; the results are in the order of the items.
  static func map<Result: Sendable>(
    _ items: [Int],
    _ work: @Sendable @escaping (Int) -> Result
  ) -> [Result] {
    let board = Board<Result>()
    let jobs = (0..<2).map { part in
      Job {
        for place in stride(from: part, to: items.count, by: 2) {
          let result = work(items[place])
          board.results.withLock { $0[place] = result }
        }
      }
    }
    let threads = jobs.map(start)
    for thread in threads { pthread_join(thread, nil) }
    let results = board.results.withLock { $0 }
    return items.indices.compactMap { results[$0] }
  }

  private static func start(_ job: Job) -> pthread_t {
    let pointer = Unmanaged.passRetained(job).toOpaque()
    var thread = pthread_t()
    let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
      if let pointer { Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().body() }
      return nil
    }
    pthread_create(&thread, nil, entry, pointer)
    return thread
  }

  /// What a thread is given.
  private final class Job: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Where threads leave results.
  private final class Board<Result: Sendable>: Sendable {
    let results = Mutex<[Int: Result]>([:])
  }
}
