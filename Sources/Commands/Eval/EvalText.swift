import Values

/// A run for people: tables by language and kind, difficulty and capability, then the measures.
struct EvalText {
  let summary: EvalSummary
  let seconds: Double
  let tongue: Tongue
  /// Lists what was not right.
  let isVerbose: Bool

  private func pick(_ french: String, _ english: String) -> String { tongue.pick(french, english) }

  /// The whole, without a final newline.
  var rendered: String {
    let results = summary.results
    var blocks = isVerbose ? results.filter { $0.outcome != .correct }.map(failure) : []
    blocks.append(
      table(pick("langue, genre", "language, kind")) {
        "\($0.question.language) \($0.question.kind.rawValue)"
      }
    )
    blocks.append(table(pick("difficulté", "difficulty")) { $0.question.difficulty ?? "?" })
    blocks.append(table(pick("capacité", "capability")) { Self.sortable($0.question.capability) })
    blocks.append(measures.joined(separator: "\n"))
    return blocks.joined(separator: "\n\n")
  }

  /// Numbers with leading blanks sort by value.
  private static func sortable(_ number: Int?) -> String {
    let text = number.map(String.init) ?? "?"
    return String(repeating: " ", count: max(0, 3 - text.count)) + text
  }

  private func table(_ title: String, by key: (EvalResult) -> String) -> String {
    let outcomes = EvalResult.Outcome.allCases
    let groups = Dictionary(grouping: summary.results, by: key)
    var rows = [[title, "n"] + outcomes.map(\.rawValue) + [pick("justes", "accuracy")]]
    for name in groups.keys.sorted() {
      let group = EvalSummary(results: groups[name] ?? [])
      rows.append(
        [name, String(group.results.count)] + outcomes.map { String(group.count($0)) }
          + [Self.percent(group.overallAccuracy)]
      )
    }
    return Columns.lines(rows, right: Set(1...7)).joined(separator: "\n")
  }

  private var measures: [String] {
    let count = summary.results.count
    let each = count == 0 ? 0 : seconds * 1000 / Double(count)
    let pairs = summary.pairs
    var rows = [
      [
        pick("questions", "questions"), "\(count)",
        "\(Self.rounded(seconds)) s, \(Self.rounded(each)) ms",
      ],
      [
        pick("réponses exactes", "execution accuracy"), Self.percent(summary.executionAccuracy),
        pick("justes ÷ questions qui ont une réponse", "correct ÷ questions that have an answer"),
      ],
      [
        pick("fausses sans le dire", "silent-wrong rate"), Self.percent(summary.silentWrongRate),
        pick("répondu faux ÷ les mêmes", "answered wrongly ÷ the same"),
      ],
      [
        pick("abstentions justifiées", "abstention precision"),
        Self.percent(summary.abstentionPrecision),
        pick(
          "de ce qui a été refusé ou redemandé",
          "of what was asked back or refused, the share that should be"
        ),
      ],
      [
        pick("abstentions faites", "abstention recall"), Self.percent(summary.abstentionRecall),
        pick(
          "de ce qui devait l'être",
          "of clarify, refuse and write, the share asked back or refused"
        ),
      ],
      [
        pick("fausses avec assurance", "confidently wrong"),
        Self.percent(summary.confidentlyWrongRate),
        pick("fausses ou trop sûres ÷ toutes", "wrong or overconfident ÷ all"),
      ],
      [pick("justes en tout", "overall accuracy"), Self.percent(summary.overallAccuracy)],
      [pick("erreurs", "errors"), Self.percent(summary.errorRate)],
      [
        pick("dans la langue de la question", "in the question's language"),
        Self.percent(summary.languageRight),
      ],
    ]
    if pairs.all > 0 {
      rows.append([
        pick("paires français/anglais", "French/English pairs"), "\(pairs.all)",
        pick(
          "\(pairs.both) justes dans les deux, \(pairs.one) dans une seule",
          "\(pairs.both) right in both, \(pairs.one) in one only"
        ),
      ])
    }
    return Columns.lines(rows, right: [1])
  }

  private func failure(_ result: EvalResult) -> String {
    let question = result.question
    var lines = [
      "\(question.id)  \(result.outcome.rawValue.uppercased())  [\(question.kind.rawValue)]  \(question.question)"
    ]
    lines.append("   why:  \(result.reason)")
    if !result.goldRows.isEmpty {
      lines.append(
        "   gold: "
          + Self.cut(
            JSON.array(result.goldRows.prefix(12).map { .array($0.map { JSON($0) }) }).rendered
          )
      )
    }
    let rows = JSON.array(Array((result.reply["rows"]?.items ?? []).prefix(4)))
    lines.append("   got:  \(result.status) \(Self.cut(rows.rendered))")
    lines.append("   said: " + Self.cut(Self.oneLine(result.reply["answer"]?.text ?? "")))
    if let sql = result.reply["sql"]?.text {
      lines.append("   sql:  " + Self.cut(Self.oneLine(sql)))
    }
    return lines.joined(separator: "\n")
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func cut(_ text: String) -> String {
    text.count > 300 ? text.prefix(300) + " …" : text
  }

  /// "97.5 %", or a dash.
  static func percent(_ share: Double?) -> String {
    share.map { rounded($0 * 100) + " %" } ?? "—"
  }

  private static func rounded(_ number: Double) -> String {
    String((number * 10).rounded() / 10)
  }
}
