/// Everything the corpus says: datasets, dimensions, metrics, segments and analyses, by name.
package struct SemanticModel: Sendable {
  package var datasets: [String: Dataset]
  package var dimensions: [String: Dimension]
  package var metrics: [String: Metric]
  package var segments: [String: Segment]
  package var analyses: [String: Analysis]
  /// What the rows of each table must fulfil.
  package var quality: [QualityRule]

  package init(
    datasets: [Dataset],
    dimensions: [Dimension],
    metrics: [Metric],
    segments: [Segment],
    analyses: [Analysis],
    quality: [QualityRule] = []
  ) {
    self.datasets = Self.byName(datasets, \.name)
    self.dimensions = Self.byName(dimensions, \.name)
    self.metrics = Self.byName(metrics, \.name)
    self.segments = Self.byName(segments, \.name)
    self.quality = quality
    self.analyses = Self.byName(analyses, \.name)
  }

  private static func byName<Object>(
    _ objects: [Object],
    _ name: (Object) -> String
  ) -> [String: Object] {
    Dictionary(objects.map { (name($0), $0) }) { first, _ in first }
  }

  /// The datasets whose rows a metric reads, through the metrics it is made of, each once, sorted.
  package func datasets(ofMetric name: String) -> [String] {
    var found: Set<String> = []
    collectDatasets(ofMetric: name, into: &found, depth: 0)
    return found.sorted()
  }

  /// The metric in per cent that is this one divided by another: the margin rate of the margin.
  package func rate(of metric: String) -> String? {
    metrics.values.filter { candidate in
      guard case .binary(.divide, .name([metric]), .name) = candidate.expression else {
        return false
      }
      return candidate.unit == .percent
    }.map(\.name).min()
  }

  /// The amount that a rate is of, in money: the discounts of the average discount.
  package func amount(ofRate rate: String) -> String? {
    guard let metric = metrics[rate], metric.unit == .percent else { return nil }
    let named = metric.expression.names(insideAggregates: false).compactMap(\.first)
    let own = named.first { metrics[$0]?.unit == .currency && self.rate(of: $0) == rate }
    return own ?? metric.alternatives.first { metrics[$0]?.unit == .currency }
  }

  private func collectDatasets(ofMetric name: String, into found: inout Set<String>, depth: Int) {
    guard depth < 8, let metric = metrics[name] else { return }
    if let dataset = metric.dataset, metric.expression.hasAggregate { found.insert(dataset) }
    for path in metric.expression.names(insideAggregates: false) {
      collectDatasets(ofMetric: path[0], into: &found, depth: depth + 1)
    }
  }
}
