extension Baskets {
  /// « Who buys A and B also buys C », where B tells more than A alone, and A more than B alone.
  package struct TripleRule: Sendable, Hashable {
    /// The two things that tell of the third, the lower number first.
    package let antecedent: [Int]
    package let consequent: Int
    /// From the two things together to the third.
    package let measures: AssociationRule
  }

  /// What triples of things tell.
  package struct TripleRuleSet: Sendable {
    /// Triples with enough support.
    package let tested: Int
    /// Those beyond chance, the highest lift first; one a triple, in its surest direction.
    package let useful: [TripleRule]
  }

  /// The rules from two things to a third that stand together in at least so many baskets.
  ///
  /// A rule needs a lift above 1 beyond chance, as one of pairs does. Its confidence must besides be above that of each of its
  /// two things alone (the improvement of Bayardo, Agrawal and Gunopulos 1999), beyond chance: within the baskets of A, B and C
  /// stand together more often than by chance, and within those of B, A and C.
  package func tripleRules(inAtLeast least: Int) -> TripleRuleSet {
    let pairs = pairs(inAtLeast: least)
    let triples = triples(of: pairs, inAtLeast: least)
    var paired: [[Int]: Int] = [:]
    for pair in pairs { paired[[pair.first, pair.second]] = pair.together }
    func both(_ left: Int, _ right: Int) -> Int {
      paired[[min(left, right), max(left, right)]] ?? 0
    }
    let limit = Self.chanceAllowed / Double(max(1, 3 * triples.count))
    let useful = triples.compactMap { triple, together -> TripleRule? in
      let things = [triple.first, triple.second, triple.third]
      let rules = things.compactMap { third -> TripleRule? in
        let given = things.filter { $0 != third }
        let tests =
          [
            AssociationRule(
              antecedent: both(given[0], given[1]),
              consequent: counts[third],
              together: together,
              baskets: count
            )
          ]
          + zip(given, given.reversed()).map { one, other in
            AssociationRule(
              antecedent: both(one, other),
              consequent: both(one, third),
              together: together,
              baskets: counts[one]
            )
          }
        guard tests.allSatisfy({ $0.lift > 1 && $0.chance < limit }) else { return nil }
        return TripleRule(antecedent: given, consequent: third, measures: tests[0])
      }
      return rules.max {
        ($0.measures.confidence, $1.consequent) < ($1.measures.confidence, $0.consequent)
      }
    }
    return TripleRuleSet(
      tested: triples.count,
      useful: useful.sorted {
        ($1.measures.lift, $1.measures.together, $0.consequent, $0.antecedent[0], $0.antecedent[1])
          < (
            $0.measures.lift, $0.measures.together, $1.consequent, $1.antecedent[0],
            $1.antecedent[1]
          )
      }
    )
  }
}
