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
  /// What a figure is net of: « après retours et frais ».
  case netOf = "net_of"
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
  case lessonIgnore = "lesson_ignore"
  case lessonExceptional = "lesson_exceptional"
  case lessonBecause = "lesson_because"
  case lessonAdd = "lesson_add"
  case lessonChange = "lesson_change"
  case lessonMultiplier = "lesson_multiplier"
  case lessonTimes = "lesson_times"
  case lessonDouble = "lesson_double"
  case lessonHalf = "lesson_half"
  case lessonMore = "lesson_more"
  case lessonLess = "lesson_less"
  case lessonEvent = "lesson_event"
  case lessonEventName = "lesson_event_name"
  case lessonAnomaly = "lesson_anomaly"
  case lessonValidate = "lesson_validate"
  case lessonNormal = "lesson_normal"
  case lessonAlert = "lesson_alert"
  case lessonHandled = "lesson_handled"
  case lessonUndo = "lesson_undo"
  case lessonList = "lesson_list"
  case lessonQuestion = "lesson_question"
  case lessonRequest = "lesson_request"
  case lessonAside = "lesson_aside"
  case upkeepRun = "upkeep_run"
  case upkeepRenew = "upkeep_renew"
  case upkeepClear = "upkeep_clear"
  case upkeepTrain = "upkeep_train"
  case upkeepSave = "upkeep_save"
  case upkeepBatch = "upkeep_batch"
  case upkeepResults = "upkeep_results"
  case upkeepForecasts = "upkeep_forecasts"
  case upkeepModels = "upkeep_models"
  case upkeepDatabase = "upkeep_database"
  case upkeepSample = "upkeep_sample"
  case upkeepAside = "upkeep_aside"
  case yes, no
  case stop, filler
  /// Without a sense: only not enough, alone, for part of a name.
  case everyday

  /// Every name a vocabulary file may use.
  package static let names = Set(allCases.map(\.rawValue))

  /// Whether the word greets, thanks or takes leave.
  var isTalk: Bool { [.greeting, .thanks, .farewell].contains(self) }

  /// Whether the word belongs to sentences that teach, or to the answer to them, and to no question.
  var isOfLessons: Bool { rawValue.hasPrefix("lesson_") || self == .yes || self == .no }

  /// Whether the word belongs to orders about the program's own work and files, and to no question.
  var isOfUpkeep: Bool { rawValue.hasPrefix("upkeep_") }

  /// Whether the word is looked at beside questions only.
  var isOutsideQuestions: Bool { isOfLessons || isOfUpkeep }

  /// Whether the word carries nothing by itself.
  var isSilent: Bool {
    switch self {
    case .stop, .filler, .polite, .followUp, .definitionEnd: true
    default: false
    }
  }
}
