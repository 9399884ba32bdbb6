/// The registry: every rule of the grammar, the ones that win a tie first.
enum TimeRules {
  /// The rules, in the order in which they win ties.
  static let all: [TimeRule] =
    YearRules.all
    + ArticleRule.all
    + SpanRules.all
    + InsideRules.all
    + MonthDayRules.all
    + WeekdayRules.all
    + WeekRules.all
    + WeekendRules.all
    + QuarterRules.all
    + RelativePhraseRules.all
    + CurrentUnitRules.all
    + PreviousUnitRules.all
    + NextUnitRules.all
    + RollingRules.all
    + UpcomingRules.all
    + AgoRules.all
    + AnnualYearRules.all
    + AnnualRelativeRules.all
    + ContainerRules.all
    + DayRangeRules.all
    + RangeRules.all
    + SinceRules.all
    + BoundRules.all
    + DeadlineRules.all
    + ComparisonRules.all

  /// Indexes of the rules that can begin with a kind, by the kind's raw value.
  static let index: [[Int]] = {
    var table = Array(repeating: [Int](), count: 64)
    for (rank, rule) in all.enumerated() {
      for kind in rule.pattern[0].kinds.kinds { table[Int(kind.rawValue)].append(rank) }
    }
    return table
  }()
}
