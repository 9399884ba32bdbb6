import Corpus
import Planning
import SemanticModel
import Values

/// Finds out what a database cannot answer, by compiling one small query for each object of the corpus.
struct CapabilityProbe {
  let planner: QueryPlanner

  private var model: SemanticModel { planner.model }

  /// How many objects are tried.
  var known: Int { model.metrics.count + model.dimensions.count + model.segments.count }

  /// What cannot be compiled for want of a table or column: metrics, dimensions, segments, each by name.
  var gaps: [Diagnosis.Gap] {
    var gaps: [Diagnosis.Gap] = []
    for (name, metric) in model.metrics.sorted(by: { $0.key < $1.key }) {
      var query = Query()
      query.measures = [Measure(name)]
      gap(.metric, name, metric.noun, query).map { gaps.append($0) }
    }
    for (name, dimension) in model.dimensions.sorted(by: { $0.key < $1.key }) {
      var query = Query()
      query.keys = [.dimension(name)]
      gap(.dimension, name, dimension.noun, query).map { gaps.append($0) }
    }
    for (name, segment) in model.segments.sorted(by: { $0.key < $1.key }) {
      query(for: segment).flatMap { gap(.segment, name, segment.noun, $0) }.map { gaps.append($0) }
    }
    return gaps
  }

  private func gap(
    _ kind: ObjectKind,
    _ name: String,
    _ noun: Noun,
    _ query: Query
  ) -> Diagnosis.Gap? {
    do throws(PlanningProblem) {
      _ = try planner.plan(query)
      return nil
    } catch {
      let cause: String
      switch error {
      case .missingTable(let table): cause = table
      case .missingColumn(let table, let column): cause = "\(table).\(column)"
      // Not a fault of the database: the query asked is not one for this object.
      case .unreachable, .ambiguous, .undated, .untimed: return nil
      }
      return Diagnosis.Gap(kind: kind.rawValue, name: name, label: noun.singular, cause: cause)
    }
  }

  /// The things of the segment, or the rows of its dataset through an entity that stands for them.
  private func query(for segment: Segment) -> Query? {
    var query = Query()
    query.filters = [.segment(segment.name, days: nil, negated: false)]
    switch segment.scope {
    case .entity(let dimension, _):
      query.keys = [.dimension(dimension)]
    case .rows(let dataset, _):
      let metrics = model.metrics.values.filter { $0.dataset == dataset }.map(\.name).sorted()
      let usable = metrics.first { name in
        var plain = Query()
        plain.measures = [Measure(name)]
        return (try? planner.plan(plain)) != nil
      }
      guard let metric = usable ?? metrics.first else { return nil }
      query.measures = [Measure(metric)]
    }
    return query
  }
}
