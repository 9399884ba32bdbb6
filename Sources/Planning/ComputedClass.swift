import SQL
import SemanticModel
import Values

extension QueryPlanner {
  /// A subquery with one row a `member` of an entity, and its column that holds the class or score asked for.
  func computedClass(_ computation: String) throws(PlanningProblem) -> (
    table: SQLFragment, column: SQLFragment
  ) {
    switch computation {
    case "abc": return (try abcClasses(), "class")
    case "rfm": return (try rfmSegments(), "class")
    case "rfm.recency": return (try rfmSegments(), "r")
    case "rfm.frequency": return (try rfmSegments(), "f")
    case "rfm.monetary": return (try rfmSegments(), "m")
    default: preconditionFailure("no computation \(computation)")
    }
  }

  /// The columns of the classes and scores of one kind of computation.
  static func classColumns(of kind: String) -> [String] {
    kind == "rfm" ? ["class", "r", "f", "m"] : ["class"]
  }

  /// Products by revenue, highest first: cumulative share up to 80 % A, up to 95 % B, then C.
  private func abcClasses() throws(PlanningProblem) -> SQLFragment {
    var query = Query()
    query.measures = [Measure("revenue")]
    query.keys = [.dimension("product")]
    query.period = classPeriod
    // Ties go by name, however the rows of the question itself are told.
    var naming = self
    naming.tellsStoredKeys = false
    let figures = try naming.groups(query)
    return """
      SELECT member, CASE WHEN running <= 0.8 * total THEN 'A' WHEN running <= 0.95 * total THEN 'B' ELSE 'C' END AS class
      FROM (SELECT k0 AS member, SUM(m0) OVER () AS total,
      SUM(m0) OVER (ORDER BY m0 DESC, k0_name, k0 ROWS UNBOUNDED PRECEDING) AS running FROM (\(figures)) WHERE k0 IS NOT NULL)
      """
  }

  /// Quintile scores of recency, frequency and monetary value, ties by customer id; segments by the first rule that fits.
  private func rfmSegments() throws(PlanningProblem) -> SQLFragment {
    var query = Query()
    query.measures = [Measure("last_sale_date"), Measure("orders"), Measure("revenue")]
    query.keys = [.dimension("customer")]
    let figures = try groups(query)
    let now = SQLFragment.value(.text(facts.now.iso))
    return """
      SELECT member, r, f, m, recency, frequency, monetary,
      CASE WHEN r >= 4 AND f >= 4 AND m >= 4 THEN 'Champions' WHEN f >= 4 AND m >= 3 THEN 'Fidèles'
      WHEN r >= 4 AND f >= 3 THEN 'Potentiels' WHEN r >= 4 AND f <= 2 THEN 'Nouveaux'
      WHEN r <= 2 AND f >= 3 THEN 'À risque' WHEN r <= 2 AND f <= 2 AND m <= 2 THEN 'Perdus' ELSE 'Autres' END AS class
      FROM (SELECT *, NTILE(5) OVER (ORDER BY recency DESC, member) AS r, NTILE(5) OVER (ORDER BY frequency, member) AS f,
      NTILE(5) OVER (ORDER BY monetary, member) AS m
      FROM (SELECT k0 AS member, julianday(\(now)) - julianday(m0) AS recency, m1 AS frequency, m2 AS monetary
      FROM (\(figures)) WHERE k0 IS NOT NULL AND m1 > 0))
      """
  }
}
