import Interpretation
import SemanticModel
import Values

/// Which of several readings of a follow-up goes with the question before.
extension QueryEdit {
  /// How well a reading of a follow-up goes with the question before, beside the surest reading of the same words.
  ///
  /// Names are rather those of its own things, figures rather those of its facts.
  func kinship(of fragment: Fragment, with before: Query, besides first: Fragment) -> Double {
    var worth = 0.0
    let isAlike = fragment.metrics == first.metrics && fragment.things == first.things
    if isAlike, fragment.filters.count == first.filters.count, namesItsOwn(fragment, before) {
      worth += 0.5
    }
    if !first.metrics.isEmpty, !fragment.metrics.isEmpty, isOfFacts(fragment.metrics, before) {
      worth += 0.3
    }
    // "all the reasons back": those of which some were left out.
    if !fragment.allOf.isEmpty, fragment.allOf.allSatisfy({ isFiltered($0, before) }) {
      worth += 0.5
    }
    // « on en a vendu combien »: how many, not for how much.
    if fragment.counts, fragment.refersBack, !fragment.metrics.isEmpty { worth += 0.4 }
    return worth
  }

  private func namesItsOwn(_ fragment: Fragment, _ before: Query) -> Bool {
    let groups = before.keys.compactMap { $0.dimension.flatMap { model.dimensions[$0]?.dataset } }
    let said = before.filters.compactMap(\.dimension)
    let names = fragment.filters.compactMap(\.dimension)
    return !names.isEmpty
      && names.allSatisfy { name in
        said.contains { family(of: $0).contains(name) } || before.keys.contains(.dimension(name))
          || model.dimensions[name].map { groups.contains($0.dataset) } ?? false
      }
  }

  /// Whether figures are of the rows that a query is about, or of rows joined to them.
  func isOfFacts(_ metrics: [String], _ before: Query) -> Bool {
    let facts = facts(of: before)
    return metrics.allSatisfy { metric in
      model.datasets(ofMetric: metric).contains { name in
        facts.contains { $0 == name || isJoined($0, name) }
      }
    }
  }

  /// Whether the rows of one dataset lead to those of the other.
  func isJoined(_ dataset: String, _ other: String) -> Bool {
    (try? model.joinPath(from: dataset, to: other)) != nil
      || (try? model.joinPath(from: other, to: dataset)) != nil
  }
}
