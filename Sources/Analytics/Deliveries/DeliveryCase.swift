package import Values

/// Delivered orders that were alike when they were placed, and took as long.
package struct DeliveryCase: Hashable, Sendable {
  /// The day they were placed.
  package let day: CalendarDay
  /// What was known then: the number of the level of each factor; nil where it is not known.
  package let levels: [Int?]
  /// Whole days from order to delivery.
  package let days: Int
  package let count: Double
  /// How many of them have a schedule to be late by.
  package let scheduled: Double
  /// How many of those came after it.
  package let late: Double

  package init(
    day: CalendarDay,
    levels: [Int?],
    days: Int,
    count: Double = 1,
    scheduled: Double = 0,
    late: Double = 0
  ) {
    self.day = day
    self.levels = levels
    self.days = days
    self.count = count
    self.scheduled = scheduled
    self.late = late
  }
}
