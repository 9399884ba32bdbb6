import SemanticModel
import Values

/// What findings often say.
extension Finding.Content {
  /// A factor on what was expected: 1.52.
  static func factor(_ number: Double) -> Finding.Content { .figure(.real(number), .number) }

  /// A day as it stands in a sentence.
  static func day(_ day: CalendarDay) -> Finding.Content {
    .member(.text(day.iso), .time(.day))
  }

  /// A difference, in whole things where things are counted.
  static func shift(_ number: Double, _ unit: Metric.Unit) -> Finding.Content {
    .difference(unit == .count ? number.rounded() : number, unit)
  }

  /// A fraction in per cent, without a sign.
  static func percent(_ fraction: Double) -> Finding.Content { .figure(.real(fraction), .percent) }
}
