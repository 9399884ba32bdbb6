/// How near a forecast was to what was sold on a day, by |error| ÷ actual.
package enum DayStatus: Sendable, Equatable, CaseIterable {
  /// 15 % at most.
  case near
  /// 30 % at most.
  case fair
  /// More.
  case far

  /// The status of an error in percent; what is no number is far.
  ///
  /// The bounds belong to the better status, also where binary fractions put 15 % a little above itself.
  package init(errorPercent: Double) {
    self = errorPercent <= 15 + 1e-9 ? .near : errorPercent <= 30 + 1e-9 ? .fair : .far
  }
}
