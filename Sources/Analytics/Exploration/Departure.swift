/// How far one thing stands from its peers in one of its features.
package struct Departure: Hashable, Sendable {
  /// The feature, as the caller counts them.
  package let feature: Int
  package let value: Double
  /// The median of the peers.
  package let usual: Double
  /// (value − median) ÷ spread; the spread is 1.4826 × the median deviation (Iglewicz & Hoaglin 1993), where it is 0 the standard deviation.
  package let score: Double

  /// The features of some rows, by what is usual of all of them.
  package struct Scale: Sendable {
    private let medians: [Double]
    private let spreads: [Double]

    /// Of rows with features, all of one length.
    package init(_ rows: [[Double]]) {
      let count = rows.first?.count ?? 0
      var (medians, spreads) = ([Double](), [Double]())
      for feature in 0..<count {
        let values = rows.map { $0[feature] }.sorted()
        let median = SampleShape.quantile(0.5, of: values)
        let deviations = values.map { abs($0 - median) }.sorted()
        let robust = 1.4826 * SampleShape.quantile(0.5, of: deviations)
        medians.append(median)
        spreads.append(robust > 0 ? robust : SampleMoments(values).deviation)
      }
      self.medians = medians
      self.spreads = spreads
    }

    /// The departures of a row, the farthest first.
    package func departures(of row: [Double]) -> [Departure] {
      row.indices.filter { spreads[$0] > 0 }.map { feature in
        Departure(
          feature: feature,
          value: row[feature],
          usual: medians[feature],
          score: (row[feature] - medians[feature]) / spreads[feature]
        )
      }.sorted {
        abs($0.score) != abs($1.score) ? abs($0.score) > abs($1.score) : $0.feature < $1.feature
      }
    }
  }
}
