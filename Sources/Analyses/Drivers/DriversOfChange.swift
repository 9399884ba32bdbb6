import Analytics
import Planning
import SemanticModel
import Values

/// Why a figure changed between two periods: what each member of a dimension contributed to the change.
///
/// Without a dimension in the question, those of the analysis are tried, and told in the order of what they tell.
struct DriversOfChange: AnalysisMethod {
  let name = "drivers"
  let findings: [String: Set<String>] = [
    "changed": changePlaces, "began": changePlaces, "no_change": changePlaces,
    "undivided": changePlaces, "leading": ["axis", "parts"], "against": ["parts"],
    "also": ["parts"],
    "spread": [], "rose_instead": [], "fell_instead": [], "nothing": ["subject"],
    "needs_periods": [],
  ]
  private static let changePlaces: Set<String> = [
    "subject", "before", "after", "difference", "change", "from", "to",
  ]

  /// Dimensions told of beside the first, when none was asked for.
  private static let otherDimensions = 3
  /// Below this concentration no dimension tells more than that all fell or rose alike.
  private static let spread = 0.1
  /// Members named in a sentence.
  private static let namedMembers = 3

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    guard let windows = ComparedPeriods(request.query, now: request.now) else {
      return AnalysisResult(request.query, findings: [Finding("needs_periods")])
    }
    var query = request.query
    query.period = windows.after
    query.comparison = windows.before
    query.measures = Array(query.measures.prefix(1))
    let figure = DrivenFigure(query, request)
    guard let whole = try figure.whole() else {
      return AnalysisResult(query, findings: [Finding("nothing", ["subject": .subject])])
    }
    guard whole.before != whole.after else {
      return AnalysisResult(query, findings: [Finding("no_change", places(whole, figure, windows))])
    }
    let splits = try splits(of: figure, whole: whole, request)
    return told(splits, whole, figure, windows, query)
  }

  /// The dimensions by which the figure adds up, those that tell most first.
  private func splits(
    of figure: DrivenFigure,
    whole: SumPart,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [DriverSplit] {
    let asked = request.query.keys.filter { $0.dimension != nil }
    if let key = asked.first {
      return try [figure.split(by: key, whole: whole)].compactMap { $0 }
    }
    let pinned = Set(request.query.filters.compactMap(\.dimension))
    var splits: [DriverSplit] = []
    for name in request.analysis.dimensions where !pinned.contains(name) {
      do throws(AnalysisError) {
        if let split = try figure.split(by: .dimension(name), whole: whole), split.tells {
          splits.append(split)
        }
      } catch {
        // A dimension that this figure or this database lacks is none to look through.
        guard case .planning = error else { throw error }
      }
    }
    return splits.enumerated().sorted { left, right in
      left.element.concentration != right.element.concentration
        ? left.element.concentration > right.element.concentration : left.offset < right.offset
    }.map(\.element)
  }

  // MARK: - Telling

  private func told(
    _ splits: [DriverSplit],
    _ whole: SumPart,
    _ figure: DrivenFigure,
    _ windows: ComparedPeriods,
    _ query: Query
  ) -> AnalysisResult {
    let places = places(whole, figure, windows)
    var findings =
      contrary(whole, query) + [Finding(whole.before == nil ? "began" : "changed", places)]
    guard let first = splits.first else {
      return AnalysisResult(query, findings: findings + [Finding("undivided", places)])
    }
    let ranked = first.ranked
    if first.concentration < Self.spread { findings.append(Finding("spread")) }
    findings.append(leading(first, figure))
    let against = ranked.reversed().filter { first.opposes($0) }.prefix(Self.namedMembers)
    if !against.isEmpty {
      let parts = against.map { part($0, first, figure, withShare: false) }
      findings.append(Finding("against", ["parts": .list(Array(parts))]))
    }
    let others = splits.dropFirst().prefix(Self.otherDimensions).compactMap { split in
      split.ranked.first.map { driver in
        Finding.Content.named(split.key, part(driver, split, figure, withShare: true))
      }
    }
    if !others.isEmpty { findings.append(Finding("also", ["parts": .list(others)])) }
    var shown = query
    shown.keys = [first.key]
    return AnalysisResult(
      shown,
      columns: columns(figure, first.key),
      rows: ranked.map { row($0, first, figure) },
      findings: findings
    )
  }

  /// Said first where the figure went the other way than the question takes for granted.
  private func contrary(_ whole: SumPart, _ query: Query) -> [Finding] {
    guard let expected = query.analysis?.expectsRise else { return [] }
    let isRise = (whole.after ?? 0) > (whole.before ?? 0)
    return isRise == expected ? [] : [Finding(isRise ? "rose_instead" : "fell_instead")]
  }

  private func places(
    _ whole: SumPart,
    _ figure: DrivenFigure,
    _ windows: ComparedPeriods
  ) -> [String: Finding.Content] {
    let (before, after) = (whole.before ?? 0, whole.after ?? 0)
    return [
      "subject": .subject,
      "before": .figure(.real(before), figure.unit),
      "after": .figure(.real(after), figure.unit),
      "difference": .difference(after - before, figure.unit),
      "change": before == 0
        ? .text(LocalizedText(french: "—", english: "—"))
        : .change((after - before) / abs(before)),
      "from": .period(windows.before),
      "to": .period(windows.after),
    ]
  }

  /// « Par catégorie, l'essentiel vient de : Climatisation (−9 000 €, 73 % de l'écart) ».
  private func leading(_ split: DriverSplit, _ figure: DrivenFigure) -> Finding {
    let parts = split.ranked.filter { !split.opposes($0) && $0.contribution != 0 }
      .prefix(Self.namedMembers)
      .map { part($0, split, figure, withShare: true) }
    return Finding("leading", ["axis": .key(split.key), "parts": .list(Array(parts))])
  }

  private func part(
    _ driver: ChangeDriver,
    _ split: DriverSplit,
    _ figure: DrivenFigure,
    withShare: Bool
  ) -> Finding.Content {
    var details = [Finding.Content.difference(driver.contribution, figure.unit)]
    if withShare { details.append(.figure(.real(split.share(driver)), .percent)) }
    return .detailed(.member(split.members[driver.index], split.key), details)
  }

  // MARK: - The table

  private func columns(_ figure: DrivenFigure, _ key: Key) -> [PlannedColumn] {
    let name = key.dimension ?? "group"
    let measure = figure.measure.metric
    let effects = figure.isRatio ? ["rate_effect", "mix_effect"] : []
    return [
      PlannedColumn(role: .key(key), name: name, unit: .text),
      PlannedColumn(role: .previous(0), name: measure + "_before", unit: figure.unit),
      PlannedColumn(role: .measure(0), name: measure, unit: figure.unit),
    ]
      + effects.map { .computed($0, figure.unit) }
      + [
        .computed("contribution", figure.unit),
        .computed("share_of_change", .percent),
      ]
  }

  private func row(_ driver: ChangeDriver, _ split: DriverSplit, _ figure: DrivenFigure) -> [Value]
  {
    let effects = figure.isRatio ? [driver.rateEffect, driver.mixEffect].map(Value.real) : []
    return [
      split.members[driver.index],
      driver.before.map(Value.real) ?? .null,
      driver.after.map(Value.real) ?? .null,
    ] + effects + [.real(driver.contribution), .real(split.share(driver))]
  }
}
