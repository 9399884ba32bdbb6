import SemanticModel
import Values

/// A forecast as a Vega-Lite 5 specification: the band of its interval, the line of what was, the line of what is expected.
struct VegaLiteForecast: Sendable {
  let series: ForecastSeries
  let title: String
  let voice: Voice

  private var actual: String { voice.pick("réel", "actual") }
  private var forecast: String { voice.pick("prévision", "forecast") }
  private var interval: String { voice.pick("intervalle à 80 %", "80% interval") }

  /// The specification, its data inside; members of a time that has none of a figure are left out.
  var spec: JSON {
    let axis = [("labelOverlap", JSON.bool(true))]
    // ISO labels sort as time does, and keep quarters and weeks as they are written.
    let time = JSON.object([
      ("field", .string("time")), ("type", .string("ordinal")),
      ("title", .string(voice.noun(of: .time(series.grain)).text.capitalisedFirst)),
      ("axis", .object(axis)),
    ])
    return .object([
      ("$schema", .string(VegaLite.schema)),
      ("title", .string(title)),
      ("data", .object([("values", .array(values))])),
      ("encoding", .object([("x", time)])),
      (
        "layer", .array([band, line("actual", actual), line("forecast", forecast, isDashed: true)])
      ),
    ])
  }

  private var values: [JSON] {
    series.times.indices.map { index in
      let figures = [
        ("actual", series.history[index]), ("forecast", series.forecast[index]),
        ("lower", series.lower[index]), ("upper", series.upper[index]),
      ]
      let known = figures.compactMap { name, number in
        number.map { (name, JSON(Value.real($0).withoutNoise)) }
      }
      return .object([("time", JSON(series.times[index]))] + known)
    }
  }

  private var band: JSON {
    layer(
      mark: [("type", .string("area")), ("opacity", .number(0.2))],
      [
        ("y", figure("lower")), ("y2", .object([("field", .string("upper"))])),
        ("color", datum(interval)),
      ],
      of: "lower"
    )
  }

  private func line(_ field: String, _ name: String, isDashed: Bool = false) -> JSON {
    let dash = isDashed ? [("strokeDash", JSON.array([.integer(6), .integer(3)]))] : []
    return layer(
      mark: [("type", .string("line")), ("point", .bool(true))] + dash,
      [("y", figure(field)), ("color", datum(name))],
      of: field
    )
  }

  /// A layer of the times that have a figure.
  private func layer(mark: [(String, JSON)], _ encoding: [(String, JSON)], of field: String) -> JSON
  {
    let filter = JSON.object([
      ("filter", .object([("field", .string(field)), ("valid", .bool(true))]))
    ])
    return .object([
      ("transform", .array([filter])), ("mark", .object(mark)), ("encoding", .object(encoding)),
    ])
  }

  private func figure(_ field: String) -> JSON {
    .object([
      ("field", .string(field)), ("type", .string("quantitative")), ("title", .null),
    ])
  }

  private func datum(_ name: String) -> JSON { .object([("datum", .string(name))]) }
}
