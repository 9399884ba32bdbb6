import Analytics
import Planning
import SemanticModel
import Values

/// How near the delivery forecasts come: orders kept back, foretold from those before them.
struct DeliveryAccuracy: AnalysisMethod {
  let name = "delivery_accuracy"
  let findings: [String: Set<String>] = [
    "too_little": [], "no_schedule": [],
    "gap": ["n", "from", "forecast", "taken", "bias", "error", "coverage"],
    "risk": ["forecast", "observed"], "skill": ["skill"], "no_skill": [],
  ]

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let query = request.query
    guard let history = try DeliveryHistory(request, query.filters, in: query.period),
      let test = DeliveryBacktest(history.cases)
    else { return AnalysisResult(query, findings: [Finding("too_little")]) }
    let places: [String: Finding.Content] = [
      "n": .count(Int(test.count)), "from": .day(test.from), "forecast": .days(test.meanForecast),
      "taken": .days(test.meanTaken),
      "bias": .difference((test.bias * 100).rounded() / 100, .days),
      "error": .days(test.absoluteError), "coverage": .percent(test.coverage),
    ]
    return AnalysisResult(
      query,
      columns: test.bands.isEmpty ? [] : Self.columns,
      rows: test.bands.enumerated().map { place, band in
        [
          .integer(Int64(place + 1)), .integer(Int64(band.count)), .real(band.forecast),
          .real(band.observed),
        ]
      },
      findings: [Finding("gap", places)] + risk(test)
    )
  }

  private func risk(_ test: DeliveryBacktest) -> [Finding] {
    guard let overall = test.overall else { return [Finding("no_schedule")] }
    let risk = Finding(
      "risk",
      ["forecast": .percent(overall.forecast), "observed": .percent(overall.observed)]
    )
    guard let skill = test.skill, skill > 0 else { return [risk, Finding("no_skill")] }
    return [risk, Finding("skill", ["skill": .percent(skill)])]
  }

  private static let columns: [PlannedColumn] = [
    .computed("band", .count),
    .computed("orders", .count),
    .computed("late_chance", .percent),
    .computed("late_observed", .percent),
  ]
}
