import Analytics
import Planning
import SemanticModel
import Values

/// The figure whose change is looked into: a sum, or a ratio of two sums.
struct DrivenFigure {
  let measure: Measure
  let unit: Metric.Unit
  /// Numerator and denominator of a ratio; the figure alone otherwise.
  private let parts: [Measure]
  private let query: Query
  private let request: AnalysisRequest

  init(_ query: Query, _ request: AnalysisRequest) {
    let measure = request.measure
    self.measure = measure
    unit = request.unit(of: measure)
    parts =
      request.model.metrics[measure.metric].flatMap(Self.ratio).map { names in
        names.map { name in
          var part = measure
          part.metric = name
          return part
        }
      } ?? [measure]
    self.query = query
    self.request = request
  }

  var isRatio: Bool { parts.count == 2 }

  /// The figures that a ratio divides; nil for others.
  private static func ratio(_ metric: Metric) -> [String]? {
    guard case .binary(.divide, .name(let numerator), .name(let denominator)) = metric.expression,
      numerator.count == 1, denominator.count == 1
    else { return nil }
    return [numerator[0], denominator[0]]
  }

  /// The figure as a whole in both periods; nil where it has none in either.
  func whole() throws(AnalysisError) -> SumPart? {
    let figures = try (
      whole(in: query.comparison), whole(in: query.period)
    )
    guard figures.0 != nil || figures.1 != nil else { return nil }
    return SumPart(before: figures.0, after: figures.1)
  }

  private func whole(in period: Period?) throws(AnalysisError) -> Double? {
    let table = try request.source.figures(of: request.query(of: [measure], in: period))
    return table.rows.first.flatMap { table.number($0, ofMeasure: 0) }
  }

  /// What the members of a dimension contributed; nil where they do not add up to the whole.
  func split(by key: Key, whole: SumPart) throws(AnalysisError) -> DriverSplit? {
    let before = try groups(by: key, in: query.comparison)
    let after = try groups(by: key, in: query.period)
    let members = Set(before.keys).union(after.keys).sorted { $0.sortText < $1.sortText }
    let change = (whole.after ?? 0) - (whole.before ?? 0)
    guard let drivers = drivers(members.map { (before[$0], after[$0]) }),
      isSame(drivers.reduce(0) { $0 + $1.contribution }, change, scale: whole)
    else { return nil }
    return DriverSplit(key: key, members: members, drivers: drivers, change: change)
  }

  private func drivers(_ members: [(before: [Double]?, after: [Double]?)]) -> [ChangeDriver]? {
    guard isRatio else {
      return ChangeDriver.drivers(
        ofSums: members.map { SumPart(before: $0.before?[0], after: $0.after?[0]) }
      )
    }
    return ChangeDriver.drivers(
      ofRatios: members.map { RatioPart(before: Self.sums($0.before), after: Self.sums($0.after)) }
    )
  }

  private static func sums(_ figures: [Double]?) -> RatioPart.Sums {
    RatioPart.Sums(figures?[0] ?? 0, over: figures?[1] ?? 0)
  }

  /// Sums of many rows differ in their last digits by the order of adding.
  private func isSame(_ sum: Double, _ change: Double, scale whole: SumPart) -> Bool {
    let scale = max(abs(whole.before ?? 0), abs(whole.after ?? 0))
    return abs(sum - change) <= max(1e-9, scale * 1e-7)
  }

  /// The figures of each member, by its shown name.
  private func groups(by key: Key, in period: Period?) throws(AnalysisError) -> [Value: [Double]] {
    let table = try request.source.figures(of: request.query(of: parts, by: [key], in: period))
    guard let place = table.column(.key(key)) else { return [:] }
    var groups: [Value: [Double]] = [:]
    for row in table.rows {
      let figures = parts.indices.map { table.number(row, ofMeasure: $0) ?? 0 }
      let known = groups[row[place]] ?? figures.map { _ in 0 }
      groups[row[place]] = zip(known, figures).map { $0 + $1 }
    }
    return groups
  }
}
