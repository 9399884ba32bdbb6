import SemanticModel

extension Answer {
  /// What a follow-up kept of the question before, and what it changed.
  package struct Carried: Hashable, Sendable {
    /// A part of a question.
    package enum Part: String, CaseIterable, Hashable, Sendable {
      case figures, groups, names, thresholds, period, comparison, order, fold
    }

    package var kept: [Part] = []
    package var changed: [Part] = []

    /// Compares two queries part by part; parts that neither has are not told.
    init(before: Query, after: Query) {
      func tell<Value: Equatable>(_ part: Part, _ left: Value, _ right: Value, isEmpty: Bool) {
        if left != right { changed.append(part) } else if !isEmpty { kept.append(part) }
      }
      tell(.figures, before.measures, after.measures, isEmpty: after.measures.isEmpty)
      tell(.groups, before.keys, after.keys, isEmpty: after.keys.isEmpty)
      tell(.names, Set(before.filters), Set(after.filters), isEmpty: after.filters.isEmpty)
      tell(.thresholds, before.conditions, after.conditions, isEmpty: after.conditions.isEmpty)
      tell(.period, before.period, after.period, isEmpty: after.period == nil)
      tell(.comparison, before.comparison, after.comparison, isEmpty: after.comparison == nil)
      tell(
        .order,
        [before.order.map { "\($0)" }, before.limit.map { "\($0)" }],
        [after.order.map { "\($0)" }, after.limit.map { "\($0)" }],
        isEmpty: after.order == nil && after.limit == nil
      )
      tell(.fold, before.rollup, after.rollup, isEmpty: after.rollup == nil)
    }
  }
}
