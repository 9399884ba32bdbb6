import Analytics
import Planning
import SemanticModel
import Values

/// What is known of an order when it is placed, as factors of its delivery: dimensions of the database and its day.
///
/// Outcomes (dates of shipping and delivery, the status, what it cost) are none.
struct DeliveryFactors {
  /// One factor.
  enum Factor: Hashable {
    case dimension(String)
    /// The day of the week of ordering.
    case weekday
    /// The month of ordering.
    case month

    /// As a key of a table.
    var key: Key {
      switch self {
      case .dimension(let name): .dimension(name)
      case .weekday: .time(.weekday)
      case .month: .time(.monthOfYear)
      }
    }
  }

  let factors: [Factor]
  /// The names of the levels seen so far, by factor.
  private(set) var names: [[Value: Int]]

  /// The dimensions of an analysis that orders of this database have, and the calendar.
  init(_ request: AnalysisRequest) {
    let dimensions = request.analysis.dimensions.filter { name in
      request.source.canTell(
        request.query(of: [Measure(DeliveryHistory.placed)], by: [.dimension(name)])
      )
    }
    factors = dimensions.map(Factor.dimension) + [.weekday, .month]
    names = Array(repeating: [:], count: factors.count)
  }

  /// Keys that fetch what the factors need, the day first.
  var keys: [Key] {
    [.time(.day)] + factors.compactMap { if case .dimension = $0 { $0.key } else { nil } }
  }

  /// The numbers of the levels of one order; levels never seen before are numbered on.
  mutating func levels(day: CalendarDay, _ value: (Key) -> Value) -> [Int?] {
    factors.indices.map { index in
      let level: Value =
        switch factors[index] {
        case .weekday: .integer(Int64(day.weekday))
        case .month: .integer(Int64(day.month))
        case .dimension: value(factors[index].key)
        }
      return number(of: level, at: index)
    }
  }

  /// The number of a level, a new one where it is new; nil for null.
  mutating func number(of level: Value, at index: Int) -> Int? {
    guard level != .null else { return nil }
    if let known = names[index][level] { return known }
    names[index][level] = names[index].count
    return names[index].count - 1
  }

  /// The level of a number.
  func level(_ number: Int, at index: Int) -> Value {
    names[index].first { $0.value == number }?.key ?? .null
  }
}
