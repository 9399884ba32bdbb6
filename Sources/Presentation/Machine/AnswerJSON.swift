package import Assistant
import Rewording
package import SemanticModel
package import Values

/// An answer as one JSON object, the same for the command line and the endpoint.
///
/// Numbers are plain, dates ISO, percentages fractions, `period.end` exclusive; at most 10,000 rows.
package enum AnswerJSON {
  /// Rows beyond this are cut and `truncated` is true.
  package static let rowLimit = 10_000

  /// The object; its members always all there, in a fixed order.
  package static func object(_ answer: Answer, model: SemanticModel) -> JSON {
    let voice = Voice(answer, model: model)
    let wording = Wording(answer, model: model)
    let table = MachineTable(answer, voice)
    let rows = table.rows.prefix(rowLimit)
    return .object([
      ("id", .string(answer.id)),
      ("question", .string(answer.question)),
      ("language", .string(answer.language.rawValue)),
      ("status", .string(answer.status.rawValue)),
      ("answer", .string(text(answer, wording))),
      ("columns", .array(table.columns.map(column))),
      ("rows", .array(rows.map { .array($0.map { JSON($0) }) })),
      ("row_count", .integer(Int64(rows.count))),
      ("truncated", .bool(answer.isTruncated || rows.count < table.rows.count)),
      ("sql", JSON(answer.sql)),
      ("parameters", .array(answer.parameters.map { JSON($0) })),
      ("interpretation", answer.query.map { InterpretationJSON($0, voice).object } ?? .null),
      ("choices", .array(answer.choices.map(choice))),
      ("unexplained", .array(answer.unexplained.map(JSON.string))),
      ("assumptions", .array(wording.assumptions.map(JSON.string))),
      ("receipt", receipt(answer)),
      ("confidence", .number(rounded(answer.confidence))),
      ("chart", VegaLite(answer, voice).spec ?? .null),
      ("timings_ms", timings(answer.timings)),
      ("further", .array(answer.further.map { object($0, model: model) })),
    ])
  }

  /// The words of the answer, then those for further questions of the same sentence.
  private static func text(_ answer: Answer, _ wording: Wording) -> String {
    ([wording.text] + answer.further.map { Wording($0, model: wording.voice.model).text })
      .joined(separator: "\n\n")
  }

  private static func column(_ column: MachineTable.Column) -> JSON {
    .object([
      ("name", .string(column.name)),
      ("label", .string(column.label)),
      ("type", .string(column.type)),
      ("unit", JSON(column.unit)),
    ])
  }

  private static func choice(_ choice: Answer.Choice) -> JSON {
    .object([("label", .string(choice.label)), ("question", .string(choice.question))])
  }

  private static func receipt(_ answer: Answer) -> JSON {
    let receipt = answer.receipt
    let checks = receipt.checks.map { check in
      JSON.object([("check", .string(name(check.kind))), ("passed", .bool(check.passed))])
    }
    return .object([
      ("as_of", JSON(receipt.asOf?.iso)),
      ("data_until", JSON(receipt.dataUntil?.iso)),
      ("checks", .array(checks)),
      ("excluded_rows", .integer(Int64(receipt.excludedRows.values.reduce(0, +)))),
      // Set by cached computations only; figures are computed when they are asked for.
      ("computed_at", JSON(receipt.computed?.madeAt)),
      ("fresh_until", JSON(receipt.computed?.freshUntil)),
      ("wording", answer.rewording.map(wording) ?? .null),
      ("understanding", answer.proposal.map(understanding) ?? .null),
    ])
  }

  /// Which model worded the answer, by which prompt.
  private static func wording(_ rewording: Rewording) -> JSON {
    part(rewording.model, rewording.prompt, rewording.version)
  }

  /// Which model proposed the meaning that is asked about, by which prompt.
  private static func understanding(_ proposal: Proposal) -> JSON {
    part(proposal.model, proposal.prompt, proposal.version)
  }

  private static func part(_ model: String, _ prompt: String, _ version: Int) -> JSON {
    .object([
      ("model", .string(model)),
      ("prompt", .string(prompt)),
      ("version", .integer(Int64(version))),
    ])
  }

  private static func name(_ kind: Answer.Check.Kind) -> String {
    switch kind {
    case .groupsAddUp: "groups_add_up"
    case .readOnly: "read_only"
    }
  }

  private static func timings(_ timings: Answer.Timings) -> JSON {
    .object([
      ("understand", .number(rounded(timings.understand))),
      ("query", .number(rounded(timings.query))),
      ("phrase", .number(rounded(timings.phrase))),
      ("total", .number(rounded(timings.total))),
    ])
  }

  private static func rounded(_ number: Double) -> Double {
    (number * 1000).rounded() / 1000
  }
}
