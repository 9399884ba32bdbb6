import Interpretation
import Planning
import SemanticModel
import Values

extension Explanation {
  /// `{"text","times","numbers","values","readings"}`, the same with and without a database.
  var json: JSON {
    .object([
      ("text", .string(utterance.text)),
      ("times", .array(times.map(Self.time))),
      ("numbers", .array(numbers.map(Self.number))),
      ("values", .array(values.map(Self.value))),
      ("readings", .array(candidates.map(Self.candidate))),
    ])
  }

  /// The end is exclusive; an open side is null.
  private static func time(_ time: Time) -> JSON {
    .object([
      ("text", .string(time.text)),
      ("start", JSON(time.period.start?.iso)),
      ("end", JSON(time.period.end?.iso)),
    ])
  }

  private static func number(_ number: Number) -> JSON {
    .object([
      ("text", .string(number.text)), ("value", .number(number.value)), ("unit", JSON(number.unit)),
    ])
  }

  private static func value(_ mention: MentionedName) -> JSON {
    .object([
      ("text", .string(mention.text)),
      ("dimension", .string(mention.dimension)),
      ("names", .array(mention.names.map { .string($0.name) })),
      ("quality", .string(mention.quality.name)),
    ])
  }

  private static func candidate(_ candidate: Candidate) -> JSON {
    let reading = candidate.reading
    return .object([
      ("query", .string(reading.outcome.text)),
      ("score", .number((reading.score * 1000).rounded() / 1000)),
      (
        "spans",
        .array(
          reading.spans.map {
            .object([("text", .string($0.text)), ("meaning", .string($0.meaning))])
          }
        )
      ),
      ("sql", JSON(candidate.plan?.sql)),
      ("parameters", .array((candidate.plan?.parameters ?? []).map { JSON($0) })),
      ("problem", JSON(candidate.problem?.text)),
      ("unexplained", .array(reading.unexplained.map(JSON.string))),
      ("ambiguous", .array(reading.ambiguousNames.map { .string($0.words) })),
    ])
  }
}

extension Reading.Outcome {
  /// The query in its compact form, or what else is asked for.
  var text: String {
    switch self {
    case .query(let query): query.description
    case .analysis(let name): "analysis \(name)"
    case .definition(let object): "definition of \(object.text)"
    }
  }
}

extension Reading.Object {
  /// "metric revenue".
  var text: String {
    switch self {
    case .metric(let name): "metric \(name)"
    case .dimension(let name): "dimension \(name)"
    case .segment(let name): "segment \(name)"
    case .analysis(let name): "analysis \(name)"
    }
  }
}

extension PlanningProblem {
  /// The problem in a word and names, for people who read SQL.
  var text: String {
    switch self {
    case .missingTable(let table): "missing table \(table)"
    case .missingColumn(let table, let column): "missing column \(table).\(column)"
    case .unreachable(let dataset, let dimension): "no join from \(dataset) to \(dimension)"
    case .ambiguous(let dataset, let dimension): "several joins from \(dataset) to \(dimension)"
    case .undated(let dataset): "\(dataset) has no date"
    case .untimed(let dataset): "dates of \(dataset) have no times"
    }
  }
}
