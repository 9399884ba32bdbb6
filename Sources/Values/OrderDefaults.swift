/// How much is ordered where a question says nothing, and what it may say: the contract's, for all that compute or read it.
package enum OrderDefaults {
  /// Days from tomorrow that an order is to last; the horizon of a forecast without a period too.
  package static let coverDays = 30
  /// What is ordered beyond the need, percent.
  package static let margin = 15.0
  /// The margins that one may ask for, percent; beyond them it is no margin any more.
  package static let margins = 0.0...50.0
}
