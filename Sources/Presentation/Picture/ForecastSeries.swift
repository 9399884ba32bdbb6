import Assistant
import Planning
import SemanticModel
import Values

/// A forecast along time with the history before it, on one axis of all units from the first to the last.
struct ForecastSeries: Sendable {
  let grain: Grain
  let unit: Metric.Unit
  /// The labels of the axis, without gaps.
  let times: [Value]
  /// What was; nil where nothing is known, and ahead of now.
  let history: [Double?]
  /// The forecast and the ends of its interval; nil before it begins.
  let forecast: [Double?]
  let lower: [Double?]
  let upper: [Double?]
  /// Units at the ends that the forecast holds only a part of: they would look like falls, and are not drawn.
  let leftOut: Int

  /// Nil for what is no forecast along time, and where too little is known for a line.
  init?(_ view: ResultView) {
    guard let past = view.history, view.keys.count == 1, case .time(let grain) = view.keys[0].key,
      let figure = view.column(.measure(0)), let low = view.column(.lower(0)),
      let high = view.column(.upper(0)), let pastKey = past.columns.firstIndex(where: \.isKey),
      let pastFigure = past.columns.firstIndex(where: { $0.role == .measure(0) }),
      let start = past.query.period?.start, let period = view.query.period,
      let from = period.start, let until = period.end
    else { return nil }
    let axis = view.keys[0].column
    let parts = Set(
      [from, until.adding(days: -1)].filter { day in
        let whole = Period(grain, containing: day)
        return whole.start.map { $0 < from } == true || whole.end.map { $0 > until } == true
      }.map { $0.label(of: grain) }
    )
    let rows = view.rows.filter { !parts.contains($0[axis].text ?? "") }
    guard rows.count > 1 else { return nil }
    let known = Self.numbers(past.rows, pastKey, pastFigure)
    let all = Self.labels(from: start, until: until, grain)
    let times = Array(all.drop { known[$0] == nil && $0 < from.label(of: grain) })
    self.grain = grain
    self.times = times.map(Value.text)
    unit = view.columns[figure].unit
    leftOut = parts.count
    history = times.map { known[$0] }
    let columns = [figure, low, high].map { Self.numbers(rows, axis, $0) }
    forecast = times.map { columns[0][$0] }
    lower = times.map { columns[1][$0] }
    upper = times.map { columns[2][$0] }
  }

  private static func numbers(_ rows: [[Value]], _ key: Int, _ figure: Int) -> [String: Double] {
    rows.reduce(into: [:]) { result, row in
      if let label = row[key].text { result[label] = row[figure].drawable }
    }
  }

  private static func labels(
    from start: CalendarDay,
    until end: CalendarDay,
    _ grain: Grain
  ) -> [String] {
    var labels: [String] = []
    var day = start.start(of: grain)
    while day < end {
      labels.append(day.label(of: grain))
      day = day.adding(1, grain)
    }
    return labels
  }
}

extension PlannedColumn {
  /// Whether it tells what a row is about.
  var isKey: Bool { if case .key = role { true } else { false } }
}

extension ForecastSeries {
  /// What is said of units that are not drawn, « La semaine incomplète n'est pas tracée »; nothing where all are whole.
  func note(_ voice: Voice) -> [String] {
    guard leftOut > 0 else { return [] }
    let noun = leftOut > 1 ? voice.pluralNoun(of: .time(grain)) : voice.noun(of: .time(grain))
    let isFeminine = noun.isFeminine
    return [
      leftOut > 1
        ? voice.pick(
          "Les \(noun.text) incomplet\(isFeminine ? "e" : "")s ne sont pas tracé\(isFeminine ? "e" : "")s.",
          "The incomplete \(noun.text) are not drawn."
        )
        : voice.pick(
          "\(FrenchGrammar.definite(noun).capitalisedFirst) incomplet\(isFeminine ? "e" : "") n'est pas tracé\(isFeminine ? "e" : "").",
          "The incomplete \(noun.text) is not drawn."
        )
    ]
  }
}
