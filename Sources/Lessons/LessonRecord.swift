package import Values

/// A lesson as a row: the columns of its table, and the members of its line in the exported file.
package enum LessonRecord {
  /// The columns, the key first.
  package static let columns = [
    "id", "kind", "name", "first_day", "last_day", "multiplier", "scope", "scope_id", "scope_name",
    "verdict", "reason", "status", "author", "made_at", "undone_at",
  ]

  /// The kinds, as the column writes them.
  package enum Kind: String {
    case exceptionalDay = "exceptional_day"
    case event
    case anomalyVerdict = "anomaly_verdict"
    case alertHandled = "alert_handled"
  }

  /// The values of the columns.
  package static func values(of lesson: Lesson) -> [Value] {
    var fields = fields(of: lesson.content)
    fields["id"] = .integer(Int64(lesson.id))
    fields["author"] = .text(lesson.author)
    fields["made_at"] = .text(lesson.madeAt)
    fields["undone_at"] = lesson.undoneAt.map(Value.text)
    return columns.map { fields[$0] ?? .null }
  }

  /// A line for the exported file: what is not there is left out.
  package static func json(of lesson: Lesson) -> JSON {
    .object(
      zip(columns, values(of: lesson)).filter { !$0.1.isNull }.map { ($0.0, JSON($0.1)) }
    )
  }

  private static func fields(of content: LessonContent) -> [String: Value] {
    var fields: [String: Value] = [:]
    switch content {
    case .exceptionalDays(let item):
      fields = days(item.days).merging(scope(item.scope)) { $1 }
      fields["kind"] = .text(Kind.exceptionalDay.rawValue)
      fields["reason"] = .text(item.reason)
    case .event(let item):
      fields = days(item.days).merging(scope(item.scope)) { $1 }
      fields["kind"] = .text(Kind.event.rawValue)
      fields["name"] = .text(item.name)
      fields["multiplier"] = .real(item.multiplier)
    case .anomalyVerdict(let item):
      fields = days(item.day...item.day).merging(scope(item.scope)) { $1 }
      fields["kind"] = .text(Kind.anomalyVerdict.rawValue)
      fields["verdict"] = .text(item.kind.rawValue)
      fields["reason"] = .text(item.reason)
    case .alertHandled(let item):
      fields = days(item.day...item.day).merging(scope(.product(item.product))) { $1 }
      fields["kind"] = .text(Kind.alertHandled.rawValue)
      fields["status"] = item.status.map(Value.text)
    }
    return fields
  }

  private static func days(_ days: ClosedRange<CalendarDay>) -> [String: Value] {
    ["first_day": .text(days.lowerBound.iso), "last_day": .text(days.upperBound.iso)]
  }

  private static func scope(_ scope: LessonScope) -> [String: Value] {
    switch scope {
    case .everything: ["scope": .text("all")]
    case .category(let name): ["scope": .text("category"), "scope_name": .text(name)]
    case .product(let product):
      ["scope": .text("product"), "scope_id": product.id, "scope_name": .text(product.name)]
    }
  }
}
