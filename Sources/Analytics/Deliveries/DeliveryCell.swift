/// Counts of the delivered orders that share some levels.
struct DeliveryCell: Sendable {
  private(set) var count = 0.0
  private(set) var scheduled = 0.0
  private(set) var late = 0.0
  /// How many took so many days.
  private(set) var histogram: [Int: Double] = [:]

  mutating func add(_ delivery: DeliveryCase) {
    count += delivery.count
    scheduled += delivery.scheduled
    late += delivery.late
    histogram[delivery.days, default: 0] += delivery.count
  }

  /// Mean of the days.
  var meanDays: Double {
    count > 0 ? histogram.reduce(0) { $0 + Double($1.key) * $1.value } / count : 0
  }

  /// Share of those with a schedule that came after it; nil where none has one.
  var lateRate: Double? { scheduled > 0 ? late / scheduled : nil }
}
