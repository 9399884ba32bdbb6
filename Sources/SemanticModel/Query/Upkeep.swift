/// Work on the program's own results and files that a user asks for in words.
package enum Upkeep: String, CaseIterable, Hashable, Sendable {
  /// To compute forecasts, alerts and the rest anew.
  case batch
  /// To forget what was computed.
  case clearing
  /// To fit the forecasting models anew.
  case training
  /// To copy the database.
  case backup
  /// To answer from a sample of the rows.
  case sample
}
