import Diagnostics
import Lessons
import Planning
import SemanticModel
import Values

/// What lessons change of an answer that speaks of what there is to do, of events, or of days ahead.
struct LessonRemarks {
  let assistant: Assistant
  let book: any LessonBook

  /// A query as it is run, with what is said about it.
  struct Result {
    var query: Query
    var assumptions: [Answer.Assumption] = []
  }

  /// Lists of what there is to do, which leave out what was dealt with.
  private static let worklists: Set<String> = ["to_order", "active_alerts"]
  /// Lists of states, which do not.
  private static let states: Set<String> = ["critical_products", "attention_products"]

  /// The query without alerts that were dealt with, and what is to be said.
  func applied(to query: Query, _ plan: Plan) throws(Failure) -> Result {
    var result = Result(query: query)
    let segments = Set(query.filters.compactMap(\.heldSegment))
    if !segments.isDisjoint(with: Self.worklists.union(Self.states)) {
      try leaveOut(segments, from: &result)
    }
    if let told = try events(for: query, plan), !told.isEmpty {
      result.assumptions.append(.taughtEvents(told))
    }
    return result
  }

  // MARK: - Alerts

  private func leaveOut(_ segments: Set<String>, from result: inout Result) throws(Failure) {
    let handled = try book.lessons().handledAlerts
    guard !handled.isEmpty else { return }
    let states = try book.alerts(on: handled.map(\.alert.product.id))
    let standing = handled.filter { item in
      guard let state = states[item.alert.product.id] else { return false }
      return state.isRecorded || state.status == item.alert.status
    }
    for item in standing {
      let product = NamedValue(key: item.alert.product.id, name: item.alert.product.name)
      if segments.contains("to_order"), states[product.key]?.status == item.alert.status {
        result.query.filters.append(
          .values(dimension: "product", values: [product], negated: true)
        )
      }
      if segments.contains("active_alerts") {
        result.query.filters.append(
          .membership(
            dimension: "alert",
            Self.alerts(of: product, until: item.alert.day),
            negated: true
          )
        )
      }
    }
    let notes = standing.map {
      Answer.HandledNote(
        product: $0.alert.product.name,
        author: $0.lesson.author,
        at: $0.lesson.madeAt
      )
    }
    if !notes.isEmpty {
      let isLeftOut = !segments.isDisjoint(with: Self.worklists)
      result.assumptions.append(.handledAlerts(notes, areLeftOut: isLeftOut))
    }
  }

  /// The alerts of a product up to a day: those that were dealt with then.
  private static func alerts(of product: NamedValue, until day: CalendarDay) -> Query {
    var query = Query()
    query.keys = [.dimension("alert")]
    query.measures = [Measure("alert_count")]
    query.filters = [.values(dimension: "product", values: [product], negated: false)]
    query.period = Period(start: nil, end: day.adding(days: 1))
    return query
  }

  // MARK: - Events

  /// The events taught that a question about events, or a forecast, has to do with.
  private func events(for query: Query, _ plan: Plan) throws(Failure) -> [TaughtEvent]? {
    let isOfEvents = plan.datasets.contains("learned_events")
    guard isOfEvents || plan.datasets.contains("demand_forecasts") else { return nil }
    let now = assistant.context.facts.now
    let ahead = try book.lessons().events.filter { $0.days.upperBound > now }
    let start = query.period?.start ?? now
    let end = query.period?.end ?? (isOfEvents ? nil : now.adding(days: 31))
    return ahead.filter { event in
      event.days.upperBound >= start && (end.map { event.days.lowerBound < $0 } ?? true)
    }
  }
}

extension Filter {
  /// The segment whose rows it keeps; nil for every other filter.
  fileprivate var heldSegment: String? {
    if case .segment(let name, _, false) = self { name } else { nil }
  }
}
