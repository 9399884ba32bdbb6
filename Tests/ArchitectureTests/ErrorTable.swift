/// The text of docs/errors.md, from the failures in the sources.
enum ErrorTable {
  /// Exit codes by kind, as Failure.Kind has them.
  private static let exitCodes = [
    ".usage": 2, ".noData": 5, ".database": 6, ".environment": 1, ".interrupted": 130,
  ]

  /// The page: one row a code, in order of code.
  static func page(_ calls: [FailureCall]) -> String {
    let rows = calls.sorted { ($0.code ?? "") < ($1.code ?? "") }.map { call in
      let exit = exitCodes[call.kind].map(String.init) ?? "?"
      return
        "| `\(call.code ?? "")` | \(exit) | \(cell(call, "english")) | \(cell(call, "french")) |"
    }
    return """
      # Errors

      What went wrong is said in one sentence on standard error, with the next step and a stable code.
      "…" stands for what depends on the case. This page is made from the sources by ArchitectureTests.

      | code | exit | English | French |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }

  private static func cell(_ call: FailureCall, _ label: String) -> String {
    [call.texts[label] ?? "", call.texts[label + "Hint"] ?? ""].filter { !$0.isEmpty }
      .joined(separator: " → ").split(separator: "|").joined(separator: "\\|")
  }
}
