/// A `Failure(…)` written in the sources, with the literal texts of its arguments.
struct FailureCall: Equatable {
  /// The path of its file.
  let file: String
  /// The first argument, such as `.usage`.
  let kind: String
  /// The stable code; nil when it is no plain literal.
  let code: String?
  /// Argument label → its string literal, "" for an empty one; no entry when there is none.
  let texts: [String: String]

  /// All calls in a file, in order.
  static func calls(in file: Project.SwiftFile) -> [FailureCall] {
    file.text.ranges(of: "Failure(").compactMap { range -> FailureCall? in
      // `preconditionFailure(` and `throws(Failure)` are no calls of it.
      if let before = file.text[..<range.lowerBound].last, before.isLetter { return nil }
      let arguments = SourceArguments(file.text[range.upperBound...])
      guard let kind = arguments.first, kind.hasPrefix(".") else { return nil }
      return FailureCall(
        file: file.path,
        kind: kind,
        code: arguments.literals["code"],
        texts: arguments.literals
      )
    }
  }

  /// What is wrong with some calls: one sentence each.
  static func problems(_ calls: [FailureCall]) -> [String] {
    var problems: [String] = []
    var seen: [String: String] = [:]
    for call in calls {
      guard let code = call.code, !["", "…"].contains(code) else {
        problems.append("\(call.file): a failure without a literal code")
        continue
      }
      if let other = seen[code] { problems.append("\(code) is used in \(other) and \(call.file)") }
      seen[code] = call.file
      for label in ["french", "english"] where call.texts[label, default: ""].isEmpty {
        problems.append("\(code) has no \(label) text")
      }
      let hints = ["frenchHint", "englishHint"].map { call.texts[$0, default: ""].isEmpty }
      if hints[0] != hints[1] { problems.append("\(code) has a hint in one language only") }
    }
    return problems
  }
}
