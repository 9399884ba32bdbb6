/// A word of the question itself: it says what to do, not what about.
///
/// The words are in corpus/vocabulary.
package enum Marker: String, CaseIterable, Hashable, Sendable {
  case group, breakdown, list, count
  case howMuch = "how_much"
  case top, bottom, best, worst, rank, ascending
  case share, compare, growth, decline, trend, cumulative
  case mean, median, minimum, maximum, deviation, sum, each
  case never, not, except, without, rate
  case greater
  case atLeast = "at_least"
  case less
  case atMost = "at_most"
  case equal, between, negative
  case and, colon
  case coverage, recently, weekend, workweek
  case definition
  case definitionEnd = "definition_end"
  case atCost = "at_cost"
  case atPrice = "at_price"
  /// Costs and demand that are said with a number.
  case orderCost = "order_cost"
  case holdingCost = "holding_cost"
  case annualDemand = "annual_demand"
  case tables, currency, once, twice, times, when
  case howLong = "how_long"
  case greeting, thanks, farewell, help, identity, polite, write
  case followUp = "follow_up"
  case undo, restart
  case backToFirst = "back_to_first"
  case explanation, statement, source, reason, elapsed, chart, export
  case workbook, csv, json, markdown
  case allHistory = "all_history"
  case newTopic = "new_topic"
  case inFrench = "in_french"
  case inEnglish = "in_english"
  case stop, filler
  /// Without a sense: only not enough, alone, for part of a name.
  case everyday

  /// Every name a vocabulary file may use.
  package static let names = Set(allCases.map(\.rawValue))

  /// Whether the word greets, thanks or takes leave.
  var isTalk: Bool { [.greeting, .thanks, .farewell].contains(self) }

  /// Whether the word carries nothing by itself.
  var isSilent: Bool {
    switch self {
    case .stop, .filler, .polite, .followUp, .definitionEnd: true
    default: false
    }
  }
}
