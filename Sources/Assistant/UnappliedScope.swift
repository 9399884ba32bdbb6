import Analyses
import Planning
import SemanticModel
import Values

/// What a question restricts an analysis by and that nothing was asked with: told, never dropped.
struct UnappliedScope {
  let model: SemanticModel
  /// The queries that the analysis asked.
  let asked: [Query]
  /// Periods that were used otherwise than by asking for figures in them.
  let noted: [Period]
  /// Filters that were used so, or that make something untold.
  let notedFilters: [Filter]
  let result: AnalysisResult

  /// The parts of a question without effect; none where nothing was computed, as then more is asked of the user.
  func parts(of query: Query, _ analysis: Analysis, now: CalendarDay) -> [Answer.ScopePart] {
    guard !asked.isEmpty || !result.rows.isEmpty else { return [] }
    var parts: [Answer.ScopePart] = []
    if let period = query.period, !isUsed(period, now: now) { parts.append(.period(period)) }
    parts += query.filters.filter { !isUsed($0) }.map { .filter($0) }
    let shown = result.columns.compactMap { column -> Key? in
      guard case .key(let key) = column.role else { return nil }
      return key
    }
    let leftOut = (query.analysis?.groupsLeftOut ?? []).filter { !result.query.keys.contains($0) }
    parts += (leftOut + query.keys).filter { !shown.contains($0) }.map { .group($0) }
    if !analysis.keepsLimit, let limit = query.analysis?.limitSaid { parts.append(.limit(limit)) }
    return parts
  }

  // MARK: - Periods

  /// Whether figures were asked of the period or of a part of it: its whole weeks, its days until now, the one it is compared with.
  private func isUsed(_ period: Period, now: CalendarDay) -> Bool {
    if noted.contains(period) { return true }
    let periods = asked.filter(isDated).flatMap { query in
      [query.period, query.comparison].compactMap(\.self) + query.measures.compactMap(\.period)
    }
    let past = period.cut(after: now)
    return periods.contains { used in
      guard let start = used.start else { return period.start == nil && used.end == period.end }
      let isWithin =
        start >= (period.start ?? start)
        && (used.end ?? start) <= (period.end ?? used.end ?? start)
      return isWithin || start == period.start
        || period.start == nil && (used.end == past.end || used.end == period.end)
    }
  }

  /// Whether a period restricts its figures: what is known of things, like the quantity to order, has no date.
  private func isDated(_ query: Query) -> Bool {
    query.measures.isEmpty
      || query.measures.contains { measure in
        model.datasets(ofMetric: measure.metric).contains { model.datasets[$0]?.kind != .entity }
      }
  }

  // MARK: - Filters

  private func isUsed(_ filter: Filter) -> Bool {
    asked.contains { query in
      (query.filters + query.measures.flatMap(\.filters)).contains { isSame($0, filter) }
    } || notedFilters.contains { isSame($0, filter) } || isTold(filter)
  }

  /// Whether a query's filter is that of the question, or of the same values: a region, where customers live.
  private func isSame(_ used: Filter, _ filter: Filter) -> Bool {
    if case .values(_, let left, _) = used, case .values(_, let right, _) = filter {
      return left.contains { value in right.contains { $0.key == value.key } }
    }
    return used == filter
  }

  /// Whether the thing named is what the findings are about: « clients qui ressemblent à Martin ».
  private func isTold(_ filter: Filter) -> Bool {
    guard case .values(_, let values, _) = filter else { return false }
    return values.contains { value in
      result.findings.contains { finding in
        finding.places.values.contains { names($0, value.name) }
      }
    }
  }

  private func names(_ content: Finding.Content, _ name: String) -> Bool {
    switch content {
    case .member(let value, _): value.text == name
    case .text(let text): text.french == name || text.english == name
    case .list(let contents): contents.contains { names($0, name) }
    case .detailed(let content, let others):
      names(content, name) || others.contains { names($0, name) }
    case .against(let content), .named(_, let content): names(content, name)
    default: false
    }
  }
}
