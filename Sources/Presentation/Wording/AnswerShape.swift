import Planning
import SemanticModel
import Values

/// The kind of sentence a result calls for.
enum AnswerShape: Hashable, Sendable {
  /// No rows.
  case empty
  /// One row of figures, no groups.
  case figures
  /// Figures beside those of another period, no groups.
  case comparison
  /// Second aggregations, no groups left.
  case statistics
  /// The one highest or lowest group.
  case superlative
  /// The first or last groups.
  case ranking
  /// The first or last groups within each group of another key.
  case rankingWithin
  /// Figures along running time.
  case series
  /// Groups and their change against another period.
  case changes
  /// Groups that satisfy something, or just exist.
  case list
  /// Every group with its figure.
  case breakdown

  init(_ view: ResultView) {
    let query = view.query
    if view.rows.isEmpty {
      self = .empty
    } else if query.rollup != nil {
      self = view.keys.isEmpty ? .statistics : .breakdown
    } else if query.measures.isEmpty {
      self = .list
    } else if query.keys.isEmpty {
      self = query.comparison == nil ? .figures : .comparison
    } else {
      self = Self.grouped(view)
    }
  }

  private static func grouped(_ view: ResultView) -> AnswerShape {
    let query = view.query
    if query.limitWithin != nil { return .rankingWithin }
    if query.comparison != nil { return .changes }
    if let limit = query.limit { return limit == 1 ? .superlative : .ranking }
    if isFiltered(view) { return .list }
    if case .time(let grain) = query.keys.first, query.keys.count == 1, !grain.isCyclic,
      view.rows.count > 1
    {
      return .series
    }
    return .breakdown
  }

  /// Whether the question asked which groups satisfy something.
  ///
  /// A segment of the entity is such a condition when the figure shown is the one that comes with the segment.
  static func isFiltered(_ view: ResultView) -> Bool {
    let query = view.query
    if !query.conditions.isEmpty { return true }
    return query.filters.contains { filter in
      guard case .segment(let name, _, false) = filter,
        let segment = view.voice.model.segments[name],
        case .entity(let dimension, _) = segment.scope
      else { return false }
      return query.keys == [.dimension(dimension)]
        && query.measures.allSatisfy { segment.showing.contains($0.metric) }
    }
  }
}
