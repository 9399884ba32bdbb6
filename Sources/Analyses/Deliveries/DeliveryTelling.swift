import Analytics
import SemanticModel
import Values

/// Findings that all analyses of deliveries share: what they rest on.
struct DeliveryTelling {
  /// The places of each.
  static let findings: [String: Set<String>] = [
    "too_little": [], "no_schedule": [], "basis": ["n", "period", "factors"],
    "check": ["n", "error", "coverage"],
    "check_risk": ["n", "error", "coverage", "forecast", "observed"],
  ]

  let history: DeliveryHistory

  /// How many orders, of which time, told apart by what.
  func basis(_ known: Set<Int>) -> Finding {
    let factors = history.keys(of: history.model.used(of: known)).map(Finding.Content.key)
    return Finding(
      "basis",
      [
        "n": .count(Int(history.model.count)), "period": .within(history.period),
        "factors": factors.isEmpty
          ? .text(LocalizedText(french: "aucun critère", english: "nothing"))
          : .list(factors),
      ]
    )
  }

  /// How well orders kept back were foretold; none where there are too few.
  var check: [Finding] {
    guard let test = DeliveryBacktest(history.cases) else { return [] }
    var places: [String: Finding.Content] = [
      "n": .count(Int(test.count)), "error": .days(test.absoluteError),
      "coverage": .percent(test.coverage),
    ]
    guard let overall = test.overall else { return [Finding("check", places)] }
    places["forecast"] = .percent(overall.forecast)
    places["observed"] = .percent(overall.observed)
    return [Finding("check_risk", places)]
  }
}

extension Finding.Content {
  /// So many days, with a tenth.
  static func days(_ number: Double) -> Finding.Content {
    .figure(.real((number * 10).rounded() / 10), .days)
  }

  /// A whole number of days.
  static func days(_ number: Int) -> Finding.Content { .figure(.integer(Int64(number)), .days) }
}
