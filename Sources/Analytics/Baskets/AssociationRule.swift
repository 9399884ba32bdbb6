import Glibc

/// « Who buys A also buys B », measured by counts of baskets.
///
/// Support, confidence and lift as in Agrawal, Imieliński and Swami (1993) and Brin et al. (1997).
package struct AssociationRule: Sendable, Hashable {
  /// Baskets with A.
  package let antecedent: Int
  /// Baskets with B.
  package let consequent: Int
  /// Baskets with both.
  package let together: Int
  /// All baskets.
  package let baskets: Int

  /// A rule by its four counts; `together` is at most each of the two others, and those at most `baskets`.
  package init(antecedent: Int, consequent: Int, together: Int, baskets: Int) {
    self.antecedent = antecedent
    self.consequent = consequent
    self.together = together
    self.baskets = baskets
  }

  /// Share of baskets with both.
  package var support: Double { ratio(together, baskets) }
  /// Share of the baskets with A that hold B too.
  package var confidence: Double { ratio(together, antecedent) }
  /// How many times as often as if A and B had nothing to do with each other; 0 where one of them never occurs.
  package var lift: Double {
    let expected = ratio(antecedent, baskets) * Double(consequent)
    return expected > 0 ? Double(together) / expected : 0
  }

  /// The rule the other way round.
  package var reversed: AssociationRule {
    AssociationRule(
      antecedent: consequent,
      consequent: antecedent,
      together: together,
      baskets: baskets
    )
  }

  /// P(so far from independence by chance), by the likelihood ratio G² of the four counts (Dunning 1993), which holds for
  /// small counts too; one degree of freedom.
  package var chance: Double {
    let (a, b, both, all) = (
      Double(antecedent), Double(consequent), Double(together), Double(baskets)
    )
    guard all > 0 else { return 1 }
    let observed = [both, a - both, b - both, all - a - b + both]
    let expected = [
      a * b / all, a * (all - b) / all, b * (all - a) / all, (all - a) * (all - b) / all,
    ]
    let ratio = zip(observed, expected).reduce(0) { sum, cell in
      cell.0 > 0 && cell.1 > 0 ? sum + 2 * cell.0 * log(cell.0 / cell.1) : sum
    }
    return erfc((max(0, ratio) / 2).squareRoot())
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }
}

extension Baskets {
  /// Two things that are bought together more often than by chance.
  package struct Rule: Sendable, Hashable {
    package let first: Int
    package let second: Int
    /// From the first to the second.
    package let measures: AssociationRule

    /// A rule by its two things and its measures.
    package init(first: Int, second: Int, measures: AssociationRule) {
      self.first = first
      self.second = second
      self.measures = measures
    }
  }

  /// What pairs of things tell.
  package struct RuleSet: Sendable {
    /// Pairs with enough support.
    package let tested: Int
    /// The pair that stands together most often; nil where none has enough support.
    package let mostFrequent: Rule?
    /// Those with a lift above 1 beyond chance, the highest lift first; each from the rarer to the commoner thing.
    package let useful: [Rule]
  }

  /// P(some pair is held to be useful by chance alone); divided by the number of pairs tested (Bonferroni).
  package static let chanceAllowed = 0.05

  /// The rules between two things that stand together in at least so many baskets.
  package func rules(inAtLeast least: Int) -> RuleSet {
    let rules = pairs(inAtLeast: least).map { pair -> Rule in
      // The rarer thing first: the direction with the higher confidence.
      let isTurned = counts[pair.first] > counts[pair.second]
      let (first, second) = isTurned ? (pair.second, pair.first) : (pair.first, pair.second)
      return rule(from: first, to: second, together: pair.together)
    }
    let limit = Self.chanceAllowed / Double(max(1, rules.count))
    let useful = rules.filter { $0.measures.lift > 1 && $0.measures.chance < limit }
      .sorted {
        ($1.measures.lift, $1.measures.together, $0.first, $0.second)
          < ($0.measures.lift, $0.measures.together, $1.first, $1.second)
      }
    let frequent = rules.max {
      ($0.measures.together, $1.first, $1.second) < ($1.measures.together, $0.first, $0.second)
    }
    return RuleSet(tested: rules.count, mostFrequent: frequent, useful: useful)
  }

  private func rule(from first: Int, to second: Int, together: Int) -> Rule {
    Rule(
      first: first,
      second: second,
      measures: AssociationRule(
        antecedent: counts[first],
        consequent: counts[second],
        together: together,
        baskets: count
      )
    )
  }
}
