import Values

/// The things that requests and responses are made of.
enum OpenAPISchemas {
  /// Name → schema.
  static let all: [(String, JSON)] = [
    ("Question", question), ("Answer", answer), ("Column", column), ("Choice", choice),
    ("Receipt", receipt), ("Session", session), ("Feedback", feedback), ("Catalog", catalog),
    ("CatalogEntry", entry), ("Suggestions", suggestions), ("ChatRequest", chatRequest),
    ("ChatCompletion", chatCompletion), ("Model", model), ("Models", models), ("Health", health),
    ("Readiness", readiness),
    ("Error", error),
  ]

  private static let question = Schema.object(
    [
      ("question", Schema.text("In French or English, at most 4,000 bytes.")),
      (
        "session",
        Schema.name("A name of your own, or \"new\" for one of the server's.")
      ),
      (
        "language",
        Schema.choice("The language of the answer.", values: ["fr", "en", "auto"])
      ),
      ("format", Schema.choice(values: ["json", "csv", "markdown", "text"])),
      ("follow_ups", Schema.optional("boolean", "Also give questions worth asking next.")),
    ],
    required: ["question"]
  )

  private static let answer = Schema.object(
    [
      ("id", Schema.text()), ("question", Schema.text()),
      ("language", Schema.text(values: ["fr", "en"])),
      ("status", Schema.text(values: ["answered", "clarification", "refused", "error"])),
      ("answer", Schema.text("In words.")), ("columns", Schema.list(Schema.named("Column"))),
      (
        "rows",
        Schema.list(Schema.list(Schema.any), "Percentages are fractions, days ISO.")
      ),
      ("row_count", Schema.simple("integer")), ("truncated", Schema.simple("boolean")),
      ("sql", Schema.optional("string")), ("parameters", Schema.list(Schema.any)),
      (
        "interpretation",
        Schema.optional("object", "How it was understood; `period.end` is exclusive.")
      ),
      ("choices", Schema.list(Schema.named("Choice"))),
      ("unexplained", Schema.list(Schema.text())), ("assumptions", Schema.list(Schema.text())),
      ("receipt", Schema.named("Receipt")), ("confidence", Schema.simple("number")),
      ("chart", Schema.optional("object", "Vega-Lite 5, with its data.")),
      ("timings_ms", Schema.simple("object")),
      ("session", Schema.text("Where the question had one.")),
      ("follow_ups", Schema.list(Schema.text(), "Where they were wanted.")),
      ("error", Schema.simple("object", "Where the status is error.")),
    ],
    required: [
      "id", "question", "language", "status", "answer", "columns", "rows", "row_count",
      "truncated", "sql", "parameters", "interpretation", "choices", "unexplained", "assumptions",
      "receipt", "confidence", "chart", "timings_ms",
    ]
  )

  private static let column = Schema.whole([
    ("name", Schema.text()), ("label", Schema.text()),
    (
      "type",
      Schema.text(values: ["text", "integer", "number", "percent", "currency", "date"])
    ),
    ("unit", Schema.optional("string")),
  ])

  private static let choice = Schema.whole([
    ("label", Schema.text()), ("question", Schema.text("Can be asked as it stands.")),
  ])

  private static let receipt = Schema.whole([
    ("as_of", Schema.optional("string")), ("data_until", Schema.optional("string")),
    ("checks", Schema.list(Schema.simple("object"))), ("excluded_rows", Schema.simple("integer")),
    ("computed_at", Schema.optional("string")), ("fresh_until", Schema.optional("string")),
    (
      "wording",
      Schema.optional("object", "The model and the prompt that worded the answer; null without.")
    ),
    (
      "understanding",
      Schema.optional("object", "The same of what is asked about as a meaning; null without.")
    ),
  ])

  private static let session = Schema.whole([
    ("id", Schema.text()), ("created", Schema.simple("integer", "Seconds since 1970.")),
    ("expires_in", Schema.simple("integer", "Seconds.")),
    (
      "turns",
      Schema.list(Schema.whole([("question", Schema.text()), ("status", Schema.text())]))
    ),
  ])

  private static let feedback = Schema.object(
    [
      ("id", Schema.text("Of a recent answer.")),
      ("verdict", Schema.text(values: ["good", "bad"])),
      ("remark", Schema.optional("string", longest: FeedbackRoute.longest)),
    ],
    required: ["id", "verdict"]
  )

  private static let entry = Schema.object(
    [
      ("name", Schema.text()), ("label", Schema.text()), ("description", Schema.text()),
      ("examples", Schema.list(Schema.text())),
      ("unit", Schema.text("Of metrics.")), ("type", Schema.text("Of dimensions.")),
    ],
    required: ["name", "label", "description", "examples"]
  )

  private static let catalog = Schema.whole([
    ("language", Schema.text(values: ["fr", "en"])), ("openers", Schema.list(Schema.text())),
    ("metrics", Schema.list(Schema.named("CatalogEntry"))),
    ("dimensions", Schema.list(Schema.named("CatalogEntry"))),
    ("analyses", Schema.list(Schema.named("CatalogEntry"))),
  ])

  private static let suggestions = Schema.whole([
    ("q", Schema.text()), ("suggestions", Schema.list(Schema.text(), "Each the whole text.")),
  ])

  private static let chatRequest = Schema.object(
    [
      ("model", Schema.text(values: [ModelsRoute.name])),
      (
        "messages",
        Schema.list(.object([("anyOf", .array([userMessage, otherMessage]))]))
          .adding([("contains", userMessage)])
      ),
      ("stream", Schema.optional("boolean")),
      (
        "stream_options",
        .object([
          ("type", .array([.string("object"), .string("null")])),
          (
            "properties",
            .object([("include_usage", Schema.optional("boolean"))])
          ),
        ])
      ),
      ("n", .object([("enum", .array([.integer(1), .null]))])),
    ],
    required: ["model", "messages"]
  )

  private static let userMessage = Schema.object(
    [
      ("role", .object([("const", .string("user"))])),
      ("content", .object([("anyOf", .array([Schema.simple("string"), Schema.list(textPart)]))])),
    ],
    required: ["role", "content"]
  )

  private static let textPart = Schema.object(
    [("type", .object([("const", .string("text"))])), ("text", Schema.text())],
    required: ["type", "text"]
  )

  /// What others said counts for nothing.
  private static let otherMessage = Schema.object(
    [
      ("role", Schema.text(values: ["system", "developer", "assistant", "tool", "function"])),
      (
        "content",
        .object([("type", .array([.string("string"), .string("array"), .string("null")]))])
      ),
    ],
    required: ["role"]
  )

  private static let chatCompletion = Schema.whole([
    ("id", Schema.text()), ("object", Schema.text(values: ["chat.completion"])),
    ("created", Schema.simple("integer")), ("model", Schema.text()),
    ("system_fingerprint", Schema.text()),
    (
      "choices",
      Schema.list(
        Schema.whole([
          ("index", Schema.simple("integer")),
          (
            "message",
            Schema.whole([
              ("role", Schema.text(values: ["assistant"])), ("content", Schema.text("Markdown.")),
              ("refusal", Schema.optional("string")), ("optiflow", Schema.named("Answer")),
            ])
          ),
          ("logprobs", Schema.optional("object")),
          ("finish_reason", Schema.text(values: ["stop"])),
        ])
      )
    ),
    (
      "usage",
      Schema.whole([
        ("prompt_tokens", Schema.simple("integer")),
        ("completion_tokens", Schema.simple("integer")),
        ("total_tokens", Schema.simple("integer")),
      ])
    ),
  ])

  private static let model = Schema.whole([
    ("id", Schema.text()), ("object", Schema.text(values: ["model"])),
    ("created", Schema.simple("integer")), ("owned_by", Schema.text()),
  ])

  private static let models = Schema.whole([
    ("object", Schema.text(values: ["list"])), ("data", Schema.list(Schema.named("Model"))),
  ])

  private static let health = Schema.whole([("status", Schema.text(values: ["ok"]))])

  private static let readiness = Schema.whole([
    ("status", Schema.text(values: ["ok"])), ("warm", Schema.simple("boolean")),
  ])

  private static let error = Schema.whole([
    (
      "error",
      Schema.whole([
        ("message", Schema.text()), ("type", Schema.text()), ("param", Schema.optional("string")),
        ("code", Schema.text("Stable; docs/errors.md lists them.")),
      ])
    )
  ])
}
