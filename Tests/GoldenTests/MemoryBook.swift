import Assistant
import Diagnostics
import Lessons
import Synchronization
import Values

/// A journal of lessons in memory.
final class MemoryBook: LessonBook {
  private let kept = Mutex<[Lesson]>([])
  /// What asks for action, by product.
  private let states = Mutex<[Value: AlertState]>([:])
  /// What every write fails with, to try that too.
  private let fault: Failure?

  init(failing fault: Failure? = nil) {
    self.fault = fault
  }

  /// Sets what asks for action on a product.
  func setState(_ state: AlertState?, of product: Value) {
    states.withLock { $0[product] = state }
  }

  func lessons() throws(Failure) -> [Lesson] { kept.withLock { $0 } }

  func note(_ content: LessonContent) throws(Failure) -> Lesson {
    if let fault { throw fault }
    return kept.withLock { lessons in
      let lesson = Lesson(
        id: lessons.count + 1,
        content: content,
        author: "ana",
        madeAt: "2026-03-31 10:00:00"
      )
      lessons.append(lesson)
      return lesson
    }
  }

  func undo(_ id: Int?) throws(Failure) -> Lesson {
    if let fault { throw fault }
    return kept.withLock { lessons in
      let place = lessons.lastIndex { $0.isInForce && (id == nil || $0.id == id) } ?? 0
      let old = lessons[place]
      lessons[place] = Lesson(
        id: old.id,
        content: old.content,
        author: old.author,
        madeAt: old.madeAt,
        undoneAt: "2026-03-31 11:00:00"
      )
      return lessons[place]
    }
  }

  func nextDays(ofEvent name: String) throws(Failure) -> ClosedRange<CalendarDay>? {
    guard Fold.fold(name) == "black friday", let day = CalendarDay(iso: "2026-11-27") else {
      return nil
    }
    return day...day
  }

  func alerts(on products: [Value]) throws(Failure) -> [Value: AlertState] {
    states.withLock { states in states.filter { products.contains($0.key) } }
  }
}
