/// How much a reading can be trusted on its own: the weak ones need support from the words around
/// them.
enum Evidence: Hashable, Sendable {
  /// The words leave no doubt ("last month").
  case firm
  /// Four digits that may be a year, or a reference, or an amount.
  case year
  /// A year after "since", "before" …: only a unit after it makes it an amount.
  case boundYear
  /// A bare month or weekday: a name, too.
  case name
  /// An abbreviation or a word with another common sense ("mer", "may").
  case risky
  /// "Q3", "T1", "H2", "S12".
  case code
  /// "3/4", "22/04".
  case fraction
  /// "the 18th".
  case dayNumber
  /// A bare season.
  case season
  /// A bare holiday.
  case holiday
  /// "within 5 days": a duration after "delivered".
  case promise
  /// "in six months": behind only where something has not been done.
  case lapse
  /// "of the year": the current one when nothing else says which.
  case bareUnit
  /// A grouping unit: "by day", but not "by day rate".
  case grain
}
