import Assistant
import Planning
import SemanticModel
import Values

/// A chart of a result as a Vega-Lite 5 specification with its data inside.
///
/// Lines for running time, bars for groups, grouped bars for two keys; nothing where a picture says no more
/// than the figures: single rows, lists, more rows than a chart can show.
struct VegaLite: Sendable {
  let answer: Answer
  let voice: Voice

  init(_ answer: Answer, _ voice: Voice) {
    self.answer = answer
    self.voice = voice
  }

  private static let rowLimit = 500

  /// The specification; nil when there is nothing to draw.
  var spec: JSON? {
    guard answer.status == .answered, let query = answer.query,
      (2...Self.rowLimit).contains(answer.rows.count)
    else { return nil }
    let view = ResultView(answer, query: query, voice: voice)
    if let series = ForecastSeries(view) {
      return VegaLiteForecast(series: series, title: title(query), voice: voice).spec
    }
    let table = MachineTable(answer, voice)
    guard (1...2).contains(view.keys.count), let figure = view.mainColumn,
      ["integer", "number", "percent", "currency"].contains(table.columns[figure].type)
    else { return nil }
    let isSeries =
      Self.isRunning(view.keys[0].key) || (view.keys.count == 2 && Self.isRunning(view.keys[1].key))
    let mark: JSON =
      isSeries ? .object([("type", .string("line")), ("point", .bool(true))]) : .string("bar")
    return .object([
      ("$schema", .string(Self.schema)),
      ("title", .string(title(query))),
      ("data", .object([("values", values(table))])),
      ("mark", mark),
      ("encoding", encoding(view, table, figure, isSeries: isSeries)),
    ])
  }

  /// The version of the grammar that the specifications are written in.
  static let schema = "https://vega.github.io/schema/vega-lite/v5.json"

  private func title(_ query: Query) -> String { QueryPhrase(query, voice).text.capitalisedFirst }

  private static func isRunning(_ key: Key) -> Bool {
    if case .time(let grain) = key { !grain.isCyclic } else { false }
  }

  private func values(_ table: MachineTable) -> JSON {
    .array(
      table.rows.map { row in
        .object(zip(table.columns, row).map { ($0.name, JSON($1)) })
      }
    )
  }

  private func encoding(
    _ view: ResultView,
    _ table: MachineTable,
    _ figure: Int,
    isSeries: Bool
  ) -> JSON {
    let axis = isSeries ? view.keys.first { Self.isRunning($0.key) } ?? view.keys[0] : view.keys[0]
    let other = view.keys.first { $0.column != axis.column }
    let group = channel(table.columns[axis.column], type: "nominal", extra: [("sort", .null)])
    // ISO labels sort as time does, and keep quarters and weeks as they are written.
    let time = channel(table.columns[axis.column], type: "ordinal", extra: [])
    let amount = channel(
      table.columns[figure],
      type: "quantitative",
      extra: format(table.columns[figure])
    )
    let color = other.map { channel(table.columns[$0.column], type: "nominal", extra: []) }
    var members: [(String, JSON)]
    if isSeries {
      members = [("x", time), ("y", amount)]
    } else if let other {
      let offset = JSON.object([("field", .string(table.columns[other.column].name))])
      members = [("x", group), ("xOffset", offset), ("y", amount)]
    } else {
      members = [("y", group), ("x", amount)]
    }
    if let color { members.append(("color", color)) }
    return .object(members)
  }

  private func channel(
    _ column: MachineTable.Column,
    type: String,
    extra: [(String, JSON)]
  ) -> JSON {
    .object(
      [("field", .string(column.name)), ("type", .string(type)), ("title", .string(column.label))]
        + extra
    )
  }

  private func format(_ column: MachineTable.Column) -> [(String, JSON)] {
    column.type == "percent" ? [("axis", .object([("format", .string(".1%"))]))] : []
  }
}
