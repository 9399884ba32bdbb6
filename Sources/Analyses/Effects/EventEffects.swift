import Analytics
import Planning
import SemanticModel
import Values

/// By what factor an event moved sales: what was sold on its days against the same weekdays of the weeks around.
struct EventEffects: AnalysisMethod {
  let name = "event_effect"
  let findings: [String: Set<String>] = [
    "measured": [
      "event", "subject", "factor", "lower", "upper", "count", "days", "extra", "chance",
    ],
    "measured_once": ["event", "subject", "factor", "days", "extra"],
    "unsure": [], "highest": ["axis", "parts"], "ranked": ["subject", "parts"],
    "never": ["event"], "unknown": [], "basis": ["weeks"], "only_sums": ["subject"],
    "no_sales": ["subject"],
  ]

  /// Days before and after from which the usual is taken.
  private static let reach = 42
  private static let named = 3
  private static let event = Key.dimension("event")

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    // The query is one of the stored effect; what is measured here is another figure, units if none is named.
    let measure = Measure(request.query.analysis?.measured ?? "units_sold")
    let query = request.query
    var measuring = request.query
    measuring.measures = [measure]
    let (figures, filters) = request.with(measuring).separating("event")
    guard request.addsUp(measure) else {
      let finding = Finding("only_sums", ["subject": .subject]).taken(from: figures.query)
      return AnalysisResult(query, findings: [finding])
    }
    guard let days = try EventDays.read(request.with(figures.query), filters) else {
      let isKnown = try EventDays.read(request) != nil
      let finding = isKnown ? Finding("never", ["event": Self.names(filters)]) : Finding("unknown")
      return AnalysisResult(query, findings: [finding])
    }
    let all = try EventDays.read(request) ?? days
    let isOne = Set(days.occurrences.map(\.event)).count == 1
    var result =
      isOne
      ? try one(days, all, measure, query, figures)
      : try several(days, all, measure, query, figures)
    // Told of the figure measured, and without the event, which is named apart.
    result.findings = result.findings.map { $0.taken(from: figures.query) }
    return result
  }

  // MARK: - Effects

  /// The effect of some occurrences on one series; nil where none of them has days around it.
  private func effect(
    _ occurrences: [EventDays.Occurrence],
    on member: Value,
    _ table: DailyTable,
    _ busy: Set<Int>
  ) -> (ratio: ExpectedRatio, extra: Double)? {
    guard let figures = table.figures[member]?.first else { return nil }
    let parts = occurrences.compactMap { occurrence -> ExpectedRatio.Part? in
      let days = EventDays.positions(occurrence.days, table)
      // An occurrence that is only half over, or before the history, tells nothing.
      let length = occurrence.days.upperBound.ordinal - occurrence.days.lowerBound.ordinal + 1
      guard days.count == length else { return nil }
      var (actual, expected) = (0.0, 0.0)
      for day in days {
        guard let usual = usual(day, figures, busy) else { return nil }
        actual += figures[day]
        expected += usual
      }
      return ExpectedRatio.Part(actual: actual, expected: expected)
    }
    guard let ratio = ExpectedRatio(parts) else { return nil }
    let extra = parts.reduce(0) { $0 + $1.actual - $1.expected } / Double(parts.count)
    return (ratio, extra)
  }

  /// The mean of the same weekdays around without any event on them; nil with fewer than three.
  private func usual(_ day: Int, _ figures: [Double], _ busy: Set<Int>) -> Double? {
    let around = stride(from: day - Self.reach, through: day + Self.reach, by: 7).filter {
      figures.indices.contains($0) && !busy.contains($0)
    }
    guard around.count >= 3 else { return nil }
    return around.reduce(0) { $0 + figures[$1] } / Double(around.count)
  }

  // MARK: - One event

  private func one(
    _ days: EventDays,
    _ all: EventDays,
    _ measure: Measure,
    _ query: Query,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> AnalysisResult {
    let event = days.occurrences[0].event
    guard let table = try DailyTable(of: [measure], request),
      let whole = effect(days.occurrences, on: .null, table, all.positions(in: table))
    else {
      let name = Finding.Content.member(event, Self.event)
      return AnalysisResult(query, findings: [Finding("never", ["event": name])])
    }
    var findings = [told(event, whole, days, table, request.unit(of: measure))]
    if let chance = whole.ratio.chance, chance >= 0.05 { findings.append(Finding("unsure")) }
    var shown = query
    let key = request.group ?? .dimension("category")
    shown.keys = [key]
    guard
      request.source.canTell(
        request.query(of: [measure], by: [key, .time(.day)])
      ), let groups = try DailyTable(of: [measure], by: key, request)
    else { return AnalysisResult(query, findings: findings + [basis]) }
    let busy = all.positions(in: groups)
    let effects = groups.members.compactMap { member in
      effect(days.occurrences, on: member, groups, busy).map { (member, $0) }
    }.sorted { $0.1.ratio.factor > $1.1.ratio.factor }
    if effects.count > 1 {
      findings.append(
        Finding(
          "highest",
          [
            "axis": .key(key),
            "parts": .list(
              effects.prefix(Self.named).map {
                .detailed(.member($0.0, key), [.factor($0.1.ratio.factor)])
              }
            ),
          ]
        )
      )
    }
    return AnalysisResult(
      shown,
      columns: columns(key, request.unit(of: measure)),
      rows: effects.map(Self.row),
      findings: findings + [basis]
    )
  }

  private var basis: Finding { Finding("basis", ["weeks": .count(Self.reach / 7)]) }

  private func told(
    _ event: Value,
    _ effect: (ratio: ExpectedRatio, extra: Double),
    _ days: EventDays,
    _ table: DailyTable,
    _ unit: Metric.Unit
  ) -> Finding {
    let seen = days.occurrences.filter {
      $0.days.lowerBound >= table.firstDay && $0.days.upperBound <= table.day(table.dayCount - 1)
    }
    var places: [String: Finding.Content] = [
      "event": .member(event, Self.event), "subject": .subject,
      "factor": .factor(effect.ratio.factor), "count": .count(effect.ratio.count),
      "extra": .shift(effect.extra, unit),
      "days": .list(seen.map { .day($0.days.lowerBound) }),
    ]
    guard let lower = effect.ratio.lower, let upper = effect.ratio.upper,
      let chance = effect.ratio.chance
    else { return Finding("measured_once", places) }
    places["lower"] = .factor(lower)
    places["upper"] = .factor(upper)
    places["chance"] = .percent(chance)
    return Finding("measured", places)
  }

  // MARK: - Several events

  private func several(
    _ days: EventDays,
    _ all: EventDays,
    _ measure: Measure,
    _ query: Query,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> AnalysisResult {
    var shown = query
    shown.keys = [Self.event]
    guard let table = try DailyTable(of: [measure], request) else {
      return AnalysisResult(shown, findings: [Finding("no_sales", ["subject": .subject])])
    }
    let busy = all.positions(in: table)
    let effects = Dictionary(grouping: days.occurrences, by: \.event)
      .compactMap { event, occurrences in
        effect(occurrences, on: .null, table, busy).map { (event, $0) }
      }
      .sorted {
        $0.1.ratio.factor != $1.1.ratio.factor
          ? $0.1.ratio.factor > $1.1.ratio.factor : $0.0.sortText < $1.0.sortText
      }
    guard !effects.isEmpty else {
      return AnalysisResult(shown, findings: [Finding("no_sales", ["subject": .subject])])
    }
    let parts = effects.prefix(Self.named).map { event, effect in
      Finding.Content.detailed(.member(event, Self.event), [.factor(effect.ratio.factor)])
    }
    return AnalysisResult(
      shown,
      columns: columns(Self.event, request.unit(of: measure)),
      rows: effects.map(Self.row),
      findings: [Finding("ranked", ["subject": .subject, "parts": .list(Array(parts))]), basis]
    )
  }

  // MARK: - The table

  private static func names(_ filters: [Filter]) -> Finding.Content {
    .list(
      filters.flatMap { filter -> [Finding.Content] in
        guard case .values(_, let values, _) = filter else { return [] }
        return values.map { .member(.text($0.name), event) }
      }
    )
  }

  private func columns(_ key: Key, _ unit: Metric.Unit) -> [PlannedColumn] {
    [
      .key(key), .computed("factor", .number), .computed("lower", .number),
      .computed("upper", .number), .computed("occurrences", .count), .computed("extra", unit),
    ]
  }

  private static func row(_ item: (Value, (ratio: ExpectedRatio, extra: Double))) -> [Value] {
    let (ratio, extra) = item.1
    return [
      item.0, .real(ratio.factor), ratio.lower.map(Value.real) ?? .null,
      ratio.upper.map(Value.real) ?? .null, .integer(Int64(ratio.count)), .real(extra.rounded()),
    ]
  }
}
