import Values

/// The document of `/openapi.json`.
enum OpenAPIDocument {
  /// Path → operations, in the order of the page.
  static let paths: [(String, [Operation])] = [
    (
      AskRoute.path,
      [
        Operation(
          "post",
          "ask",
          "Answers a question.",
          parameters: [
            Operation.query("format", Schema.text(values: ["json", "csv", "markdown", "text"]))
          ],
          body: "Question",
          answers: [
            ("application/json", "Answer"), ("text/csv", nil), ("text/markdown", nil),
            ("text/plain", nil),
          ],
          problems: [400, 409, 413],
          // The database failed: the answer says how, as an error beside it does.
          failures: ["500", "503", "504"]
        )
      ]
    ),
    (
      ChatRoute.path,
      [
        Operation(
          "post",
          "createChatCompletion",
          "Answers the last message of a user, in OpenAI's format.",
          body: "ChatRequest",
          answers: [("application/json", "ChatCompletion"), ("text/event-stream", nil)],
          problems: [400, 404, 413, 500, 503, 504]
        )
      ]
    ),
    (
      ModelsRoute.path,
      [
        Operation(
          "get",
          "listModels",
          "Lists the models.",
          answers: [("application/json", "Models")]
        )
      ]
    ),
    (
      ModelsRoute.path + "/{model}",
      [
        Operation(
          "get",
          "retrieveModel",
          "Tells of one model.",
          parameters: [Operation.path("model")],
          answers: [("application/json", "Model")],
          problems: [404]
        )
      ]
    ),
    (
      SessionsRoute.path + "{session}",
      [
        Operation(
          "get",
          "retrieveSession",
          "Lists the turns of a session.",
          parameters: [Operation.path("session")],
          answers: [("application/json", "Session")],
          problems: [404]
        ),
        Operation(
          "delete",
          "deleteSession",
          "Forgets a session.",
          parameters: [Operation.path("session")],
          problems: [404]
        ),
      ]
    ),
    (
      FeedbackRoute.path,
      [
        Operation(
          "post",
          "giveFeedback",
          "Notes what you think of an answer.",
          body: "Feedback",
          problems: [400, 404, 413, 500]
        )
      ]
    ),
    (
      CatalogRoute.path,
      [
        Operation(
          "get",
          "catalog",
          "Lists what there is to ask for.",
          parameters: [Operation.query("language", Schema.text(values: ["fr", "en"]))],
          answers: [("application/json", "Catalog")],
          problems: [400]
        )
      ]
    ),
    (
      SuggestRoute.path,
      [
        Operation(
          "get",
          "suggest",
          "Goes on with what is typed.",
          parameters: [
            Operation.query("q", Schema.text(), isRequired: true),
            Operation.query("language", Schema.text(values: ["fr", "en"])),
          ],
          answers: [("application/json", "Suggestions")],
          problems: [400, 503]
        )
      ]
    ),
    (
      HealthRoutes.alive,
      [
        Operation(
          "get",
          "health",
          "Whether the process lives.",
          answers: [("application/json", "Health")],
          isOpen: true
        )
      ]
    ),
    (
      HealthRoutes.ready,
      [
        Operation(
          "get",
          "readiness",
          "Whether it can answer, and at once.",
          answers: [("application/json", "Readiness")],
          problems: [503],
          isOpen: true
        )
      ]
    ),
    (
      HealthRoutes.metrics,
      [Operation("get", "metrics", "Numbers for Prometheus.", answers: [("text/plain", nil)])]
    ),
  ]

  /// The whole document.
  static var json: JSON {
    .object([
      ("openapi", .string("3.1.0")),
      (
        "info",
        .object([
          ("title", .string("Optiflow")), ("version", .string("1")),
          (
            "description",
            .string("Questions about a shop's database, in French and English; see docs/http.md.")
          ),
        ])
      ),
      ("servers", .array([.object([("url", .string("/"))])])),
      (
        "paths",
        .object(
          paths.map { path, operations in
            (path, .object(operations.map { ($0.method, $0.json) }))
          }
        )
      ),
      (
        "components",
        .object([
          ("schemas", .object(OpenAPISchemas.all)),
          (
            "securitySchemes",
            .object([
              (
                "bearer",
                .object([("type", .string("http")), ("scheme", .string("bearer"))])
              )
            ])
          ),
        ])
      ),
      ("security", .array([.object([("bearer", .array([]))]), .object([])])),
    ])
  }
}
