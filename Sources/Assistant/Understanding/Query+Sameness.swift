package import SemanticModel
import Values

extension Query {
  /// Whether another query asks for what this one does, whatever it adds that nobody chooses: an order, the figures shown with a state.
  package func isAsked(by other: Query) -> Bool {
    guard isPlain, other.isPlain, analysis?.name == other.analysis?.name else { return false }
    let (figures, others) = (measures.map(\.metric), other.measures.map(\.metric))
    let hasFigures =
      figures.isEmpty || Set(figures) == Set(others)
      || analysis != nil && Set(figures).isSubset(of: others)
    let hasKeys =
      figures.isEmpty ? Set(keys).isSubset(of: other.keys) : Set(keys) == Set(other.keys)
    return hasFigures && hasKeys && marks == other.marks && hasPeriods(of: other)
      && limit == other.limit
      && (limit == nil || order?.isDescending == other.order?.isDescending)
  }

  private func hasPeriods(of other: Query) -> Bool {
    func days(_ period: Period?) -> [CalendarDay?] { [period?.start, period?.end] }
    // Some analyses have a time of their own.
    return (days(period) == days(other.period) || analysis != nil && period == nil)
      && days(comparison) == days(other.comparison)
  }

  /// The restrictions, by the keys of what they name.
  private var marks: Set<String> {
    Set(
      filters.map { filter in
        guard case .values(let name, let values, let negated) = filter else {
          return filter.description
        }
        return "\(name)\(negated) " + values.map { "\($0.key)" }.sorted().joined(separator: "|")
      } + conditions.map(\.description)
    )
  }

  /// Whether there is nothing in it that a proposal cannot have.
  private var isPlain: Bool {
    rollup == nil && onlyRising == nil && !isCumulative && limitWithin == nil && skip == 0
      && measures.allSatisfy {
        $0.display == .value && $0.filters.isEmpty && $0.period == nil && $0.trailingDays == nil
          && $0.margin == nil && $0.terms.isEmpty
      }
  }
}
