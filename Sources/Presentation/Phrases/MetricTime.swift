import SemanticModel
import Values

/// How a figure stands in time, which decides the words for "no period said".
enum MetricTime: Hashable, Sendable {
  /// Rows dated in the period; all the history when none is said.
  case flow
  /// The state at a day; now when none is said.
  case level
  /// Counted back this many days from the end of the period.
  case trailing(days: Int)
  /// Things without a date: a catalogue, a directory.
  case timeless
}

extension SemanticModel {
  /// How a metric stands in time, through the metrics it is made of.
  func time(ofMetric name: String, depth: Int = 0) -> MetricTime {
    guard depth < 8, let metric = metrics[name] else { return .timeless }
    if let days = metric.trailingDays { return .trailing(days: days) }
    if metric.expression.hasAggregate, let dataset = metric.dataset.flatMap({ datasets[$0] }) {
      switch dataset.kind {
      case .snapshot: return metric.averagesSnapshots ? .flow : .level
      case .flow: return dataset.time == nil ? .timeless : .flow
      case .entity: return .timeless
      }
    }
    let parts = metric.expression.names(insideAggregates: false).map {
      time(ofMetric: $0[0], depth: depth + 1)
    }
    if parts.contains(.flow) { return .flow }
    if let trailing = parts.first(where: { if case .trailing = $0 { true } else { false } }) {
      // A level divided by recent demand is a state of now; recent figures alone keep their days.
      return parts.contains(.level) ? .level : trailing
    }
    return parts.contains(.level) ? .level : .timeless
  }
}
