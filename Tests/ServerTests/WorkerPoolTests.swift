import Glibc
import Synchronization
import Testing
import Threads

@testable import Server

@Suite("The pool of workers")
struct WorkerPoolTests {
  @Test("does every job it took before it stops, each thread with its own tool")
  func allJobs() {
    let sum = Atomic(0)
    let pool = WorkerPool<Int>(count: 3, most: 3, longestQueue: 10_000, makeTool: { 0 })
    for _ in 0..<1_000 {
      #expect(
        pool.submit { count in
          count += 1
          sum.wrappingAdd(1, ordering: .relaxed)
        }
      )
    }
    pool.stop()
    #expect(sum.load(ordering: .relaxed) == 1_000)
    #expect(!pool.submit { _ in })
  }

  @Test("does not take what is too much")
  func tooMuch() {
    let gate = Condition()
    let isOpen = Mutex(false)
    let pool = WorkerPool<Int>(count: 1, most: 1, longestQueue: 2, makeTool: { 0 })
    let wait: @Sendable (inout Int) -> Void = { _ in
      gate.withLock { while !isOpen.withLock({ $0 }) { gate.wait() } }
    }
    #expect(pool.submit(wait))
    while pool.load.waiting > 0 { usleep(1_000) }
    #expect(pool.submit(wait))
    #expect(pool.submit(wait))
    #expect(!pool.submit(wait))
    gate.withLock {
      isOpen.withLock { $0 = true }
      gate.wakeAll()
    }
    pool.stop()
  }

  @Test("makes another thread for jobs that slow ones keep waiting, up to its limit")
  func relief() {
    let gate = Condition()
    let isOpen = Mutex(false)
    let quick = Atomic(false)
    let pool = WorkerPool<Int>(count: 1, most: 2, longestQueue: 10, makeTool: { 0 })
    #expect(pool.submit { _ in gate.withLock { while !isOpen.withLock({ $0 }) { gate.wait() } } })
    while pool.load.waiting > 0 { usleep(1_000) }
    #expect(pool.submit { _ in quick.store(true, ordering: .relaxed) })
    pool.relieve()
    #expect(pool.load.threads == 1)
    pool.relieve(now: .now + .seconds(1))
    while !quick.load(ordering: .relaxed) { usleep(1_000) }
    pool.relieve(now: .now + .seconds(2))
    #expect(pool.load.threads == 2)
    gate.withLock {
      isOpen.withLock { $0 = true }
      gate.wakeAll()
    }
    pool.stop()
  }

  @Test("a thread that has been idle for a while puts down what its tool holds, once")
  func rest() {
    let rests = Mutex<[Int]>([])
    let pool = WorkerPool<Int>(
      count: 1,
      most: 1,
      longestQueue: 4,
      idleTime: .milliseconds(20),
      makeTool: { 0 },
      restTool: { count in
        rests.withLock { $0.append(count) }
        count = 100
      }
    )
    func wait(for count: Int) { while rests.withLock({ $0.count }) < count { usleep(1_000) } }
    #expect(pool.submit { $0 += 1 })
    wait(for: 1)
    usleep(100_000)
    #expect(pool.submit { $0 += 1 })
    wait(for: 2)
    pool.stop()
    #expect(rests.withLock { $0 } == [1, 101])
  }
}
