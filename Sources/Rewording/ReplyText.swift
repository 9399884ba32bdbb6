package import Values

/// The sentence in what a model says: some answer in JSON, some in a fence, some think aloud first.
package enum ReplyText {
  /// Finds the sentence.
  ///
  /// - Parameters:
  ///   - content: all that the model said.
  ///   - member: the member of a JSON object that holds the sentence.
  /// - Returns: nil where there is none.
  package static func sentence(in content: String, member: String) -> String? {
    let text = unfenced(withoutThoughts(content))
    guard text.hasPrefix("{"), !text.hasPrefix("{{") else { return text.isEmpty ? nil : text }
    guard let object = try? JSONReader.read(text), let sentence = object[member]?.text else {
      return nil
    }
    return trimmed(sentence)
  }

  /// The JSON object in what a model says; nil where there is none.
  package static func object(in content: String) -> JSON? {
    let text = unfenced(withoutThoughts(content))
    guard text.hasPrefix("{") else { return nil }
    return try? JSONReader.read(text)
  }

  /// What comes behind `</think>`.
  private static func withoutThoughts(_ text: String) -> String {
    guard let end = text.ranges(of: "</think>").last else { return trimmed(text) }
    return trimmed(String(text[end.upperBound...]))
  }

  /// What is between "```json" and "```".
  private static func unfenced(_ text: String) -> String {
    guard text.hasPrefix("```"), text.hasSuffix("```"), text.count > 6,
      let line = text.firstIndex(of: "\n")
    else { return text }
    return trimmed(String(text[text.index(after: line)...].dropLast(3)))
  }

  private static func trimmed(_ text: String) -> String {
    let head = text.drop { $0.isWhitespace }
    return String(head.reversed().drop { $0.isWhitespace }.reversed())
  }
}
