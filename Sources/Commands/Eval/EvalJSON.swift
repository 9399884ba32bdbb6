import Values

extension EvalSummary {
  /// The measures and every result, for programs.
  func json(seconds: Double) -> JSON {
    let pairs = self.pairs
    func share(_ value: Double?) -> JSON { value.map(JSON.number) ?? .null }
    let outcomes = EvalResult.Outcome.allCases.map { ($0.rawValue, JSON.integer(Int64(count($0)))) }
    return .object([
      ("questions", .integer(Int64(results.count))),
      ("seconds", .number((seconds * 1000).rounded() / 1000)),
      ("outcomes", .object(outcomes)),
      ("execution_accuracy", share(executionAccuracy)),
      ("overall_accuracy", share(overallAccuracy)),
      ("silent_wrong_rate", share(silentWrongRate)),
      ("confidently_wrong_rate", share(confidentlyWrongRate)),
      ("abstention_precision", share(abstentionPrecision)),
      ("abstention_recall", share(abstentionRecall)),
      ("error_rate", share(errorRate)),
      ("language_right", share(languageRight)),
      ("pairs", .integer(Int64(pairs.all))),
      ("pairs_both_correct", .integer(Int64(pairs.both))),
      ("pairs_one_language_only", .integer(Int64(pairs.one))),
      ("results", .array(results.map(\.json))),
    ])
  }
}

extension EvalResult {
  /// One result for programs.
  fileprivate var json: JSON {
    .object([
      ("id", .string(question.id)),
      ("lang", .string(question.language)),
      ("kind", .string(question.kind.rawValue)),
      ("question", .string(question.question)),
      ("outcome", .string(outcome.rawValue)),
      ("reason", .string(reason)),
      ("status", .string(status)),
      ("language_ok", .bool(isLanguageRight)),
      ("rows", .array(Array((reply["rows"]?.items ?? []).prefix(12)))),
      ("gold_rows", .array(goldRows.prefix(12).map { .array($0.map { JSON($0) }) })),
      ("sql", reply["sql"] ?? .null),
      ("answer", reply["answer"] ?? .null),
    ])
  }
}
