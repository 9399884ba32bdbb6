import Analytics
import Planning
import SemanticModel
import Values

/// Rules of data quality, run: all of them, or those of one kind (« des doublons ? », "missing values").
struct QualityChecks: AnalysisMethod {
  let name: String
  /// The kinds of checks that are run; nil for all.
  private let kinds: Set<String>?

  let findings: [String: Set<String>] = [
    "whole_tables": [], "nothing": [], "clean": ["rules", "rows", "tables"],
    "score": ["score", "rules", "passed", "tables"],
    "found": ["count", "rules", "checked", "parts"],
    "unchanged": [],
  ]
  private static let named = 4

  private init(_ name: String, _ kinds: Set<String>?) {
    self.name = name
    self.kinds = kinds
  }

  static let all: [any AnalysisMethod] = [
    QualityChecks("data_quality", nil),
    QualityChecks("missing_values", ["filled"]),
    QualityChecks("duplicate_records", ["unique"]),
    QualityChecks(
      "inconsistent_records",
      ["number", "date", "range", "allowed", "reference", "order"]
    ),
    QualityChecks("quality_corrections", nil),
  ]

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    guard request.query.filters.isEmpty, request.query.period == nil else {
      return AnalysisResult(request.query, findings: [Finding("whole_tables")])
    }
    let checked = try request.source.checked(QualityScope(request, kinds: kinds).rules)
      .filter { $0.checked > 0 }
    guard !checked.isEmpty else {
      return AnalysisResult(request.query, findings: [Finding("nothing")])
    }
    let failing = checked.filter { $0.failing > 0 }.sorted { $0.gravity > $1.gravity }
    let passing = name == "data_quality" ? checked.filter { $0.failing == 0 } : []
    return AnalysisResult(
      request.query,
      columns: failing.isEmpty && passing.isEmpty ? [] : columns,
      rows: (failing + passing).map(row),
      findings: told(checked, failing)
    )
  }

  private func told(_ checked: [CheckedRule], _ failing: [CheckedRule]) -> [Finding] {
    let tables = Set(checked.map(\.rule.table)).count
    var findings: [Finding] = []
    let score = QualityScore.of(
      checked.map { .init(checked: $0.checked, failing: $0.failing, weight: $0.rule.weight) }
    )
    if kinds == nil, let score {
      findings.append(
        Finding(
          "score",
          [
            "score": .percent(score), "rules": .count(checked.count),
            "passed": .count(checked.count - failing.count), "tables": .count(tables),
          ]
        )
      )
    }
    guard !failing.isEmpty else {
      let rows = checked.reduce(0) { max($0, $1.checked) }
      let places: [String: Finding.Content] = [
        "rules": .count(checked.count), "rows": .count(rows), "tables": .count(tables),
      ]
      return findings + [Finding("clean", places)]
    }
    findings.append(
      Finding(
        "found",
        [
          "count": .count(failing.reduce(0) { $0 + $1.failing }), "rules": .count(failing.count),
          "checked": .count(checked.count),
          "parts": .list(failing.prefix(Self.named).map(Self.part)),
        ]
      )
    )
    if name == "quality_corrections" { findings.append(Finding("unchanged")) }
    return findings
  }

  private static func part(_ result: CheckedRule) -> Finding.Content {
    .detailed(
      .text(.same(result.column)),
      [.count(result.failing), .percent(Double(result.failing) / Double(result.checked))]
    )
  }

  // MARK: - The table

  private var columns: [PlannedColumn] {
    let texts = ["table", "column", "rule"]
    let correction = name == "quality_corrections" ? ["correction"] : []
    return texts.map(Self.text)
      + [
        .computed("checked", .count),
        .computed("failing", .count),
        .computed("failing_share", .percent),
      ] + (["examples"] + correction).map(Self.text)
  }

  private static func text(_ name: String) -> PlannedColumn { .computed(name, .text) }

  private func row(_ result: CheckedRule) -> [Value] {
    let rule = result.rule
    let examples = result.examples.map { $0.text ?? $0.number.map { Self.plain($0) } ?? "" }
    return [
      .text(rule.table), .text(rule.columns.joined(separator: " + ")), .text(rule.check.kind),
      .integer(Int64(result.checked)), .integer(Int64(result.failing)),
      .real(Double(result.failing) / Double(result.checked)),
      examples.isEmpty ? .null : .text(examples.joined(separator: ", ")),
    ] + (name == "quality_corrections" ? [.text(rule.check.kind)] : [])
  }

  /// A key without decimals where it has none.
  private static func plain(_ number: Double) -> String {
    Int64(exactly: number).map { String($0) } ?? String(number)
  }
}
