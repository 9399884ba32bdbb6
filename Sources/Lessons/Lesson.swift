/// An entry of the journal of what the user taught: never changed but by the mark that it was undone.
package struct Lesson: Hashable, Sendable {
  /// Its number, from 1.
  package let id: Int
  package let content: LessonContent
  /// The login name of who taught it.
  package let author: String
  /// Local time, "2026-03-31 14:02:11".
  package let madeAt: String
  /// Local time; nil while it holds.
  package let undoneAt: String?

  package init(
    id: Int,
    content: LessonContent,
    author: String,
    madeAt: String,
    undoneAt: String? = nil
  ) {
    self.id = id
    self.content = content
    self.author = author
    self.madeAt = madeAt
    self.undoneAt = undoneAt
  }

  /// Whether it holds.
  package var isInForce: Bool { undoneAt == nil }
}

extension [Lesson] {
  /// The events that hold, in the order they were taught.
  ///
  /// One of the same name whose days are near another's is the same event, changed: the later one counts.
  package var events: [TaughtEvent] {
    reduce(into: []) { events, lesson in
      guard lesson.isInForce, case .event(let event) = lesson.content else { return }
      events.removeAll { $0.isSame(as: event) }
      events.append(event)
    }
  }

  /// The alerts that were dealt with, the last word on each product.
  package var handledAlerts: [(alert: HandledAlert, lesson: Lesson)] {
    reduce(into: []) { alerts, lesson in
      guard lesson.isInForce, case .alertHandled(let alert) = lesson.content else { return }
      alerts.removeAll { $0.alert.product.id == alert.product.id }
      alerts.append((alert, lesson))
    }
  }
}
