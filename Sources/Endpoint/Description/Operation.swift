import Values

/// What one method does on one path, for the OpenAPI document.
struct Operation: Sendable {
  /// In small letters, such as "post".
  let method: String
  private let name: String
  private let summary: String
  private let parameters: [JSON]
  /// The schema of the body; nil for none.
  private let body: String?
  /// Media types of the response with their schemas, texts where there is none; nothing for a response without body.
  private let answers: [(type: String, schema: String?)]
  /// Statuses with an error as their body.
  private let problems: [Int]
  /// Statuses with an answer as their body, whose `error` says what failed.
  private let failures: [String]
  /// Whether no key is needed.
  private let isOpen: Bool

  init(
    _ method: String,
    _ name: String,
    _ summary: String,
    parameters: [JSON] = [],
    body: String? = nil,
    answers: [(type: String, schema: String?)] = [],
    problems: [Int] = [],
    failures: [String] = [],
    isOpen: Bool = false
  ) {
    self.method = method
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.body = body
    self.answers = answers
    self.problems = problems
    self.failures = failures
    self.isOpen = isOpen
  }

  /// A part of the query.
  static func query(_ name: String, _ schema: JSON, isRequired: Bool = false) -> JSON {
    .object([
      ("name", .string(name)), ("in", .string("query")), ("required", .bool(isRequired)),
      ("schema", schema),
    ])
  }

  /// A part of the path.
  static func path(_ name: String) -> JSON {
    .object([
      ("name", .string(name)), ("in", .string("path")), ("required", .bool(true)),
      ("schema", Schema.text()),
    ])
  }

  /// The operation.
  var json: JSON {
    var members: [(String, JSON)] = [
      ("operationId", .string(name)), ("summary", .string(summary)),
    ]
    if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
    if let body {
      members.append(
        (
          "requestBody",
          .object([
            ("required", .bool(true)), ("content", content([("application/json", body)])),
          ])
        )
      )
    }
    members.append(("responses", .object(responses)))
    if isOpen { members.append(("security", .array([.object([])]))) }
    return .object(members)
  }

  private var responses: [(String, JSON)] {
    let good: (String, JSON) =
      answers.isEmpty
      ? ("204", .object([("description", .string("Done."))]))
      : (
        "200",
        .object([("description", .string("The answer.")), ("content", content(answers))])
      )
    // What the gate refuses comes before every operation.
    let refusals = isOpen ? [403] : [401, 403, 429]
    let statuses = Set(problems + refusals).sorted().map { String($0) }
    return [good] + statuses.map { ($0, response("Error")) }
      + failures.map { ($0, failure) }
  }

  private func response(_ schema: String) -> JSON {
    .object([
      ("description", .string("What is wrong.")),
      ("content", content([("application/json", schema)])),
    ])
  }

  /// An answer that failed, or an error alone where nothing was asked of the database.
  private var failure: JSON {
    let either = JSON.object([
      ("anyOf", .array([Schema.named("Answer"), Schema.named("Error")]))
    ])
    let types = answers.map { type, schema in
      (type, JSON.object([("schema", schema == nil ? Schema.simple("string") : either)]))
    }
    return .object([
      ("description", .string("It failed.")), ("content", .object(types)),
    ])
  }

  private func content(_ types: [(type: String, schema: String?)]) -> JSON {
    .object(
      types.map { type, schema in
        (type, .object([("schema", schema.map(Schema.named) ?? Schema.simple("string"))]))
      }
    )
  }
}
