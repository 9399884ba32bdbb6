package import Values

/// The instructions of one task in both languages, with places to fill.
package struct Prompt: Hashable, Sendable {
  package let id: String
  package let version: Int
  private let texts: [Tongue: Texts]

  private struct Texts: Hashable {
    let system: String
    let user: String
  }

  /// Reads the sections "fr system", "fr user", "en system" and "en user"; every variable must be used and declared.
  package init(_ file: PromptFile) throws(PromptFault) {
    id = file.id
    version = file.version
    var texts: [Tongue: Texts] = [:]
    for tongue in Tongue.allCases {
      let system = try Self.section("\(tongue.rawValue) system", of: file)
      let user = try Self.section("\(tongue.rawValue) user", of: file)
      let used = Set(Self.variables(in: system) + Self.variables(in: user))
      if let stray = used.symmetricDifference(file.variables).min() { throw .variable(stray) }
      texts[tongue] = Texts(system: system, user: user)
    }
    self.texts = texts
  }

  /// The two messages, with the variables' values in their places.
  package func messages(_ values: [String: String], in tongue: Tongue) -> [ModelRequest.Message] {
    guard let texts = texts[tongue] else { return [] }
    return [
      ModelRequest.Message(.system, Self.filled(texts.system, values)),
      ModelRequest.Message(.user, Self.filled(texts.user, values)),
    ]
  }

  private static func section(_ name: String, of file: PromptFile) throws(PromptFault) -> String {
    guard let text = file.sections[name], !text.isEmpty else { throw .missingSection(name) }
    return text
  }

  /// The names between single braces; those between double ones are placeholders of slots.
  private static func variables(in text: String) -> [String] {
    parts(of: text).compactMap { if case .variable(let name) = $0 { name } else { nil } }
  }

  private static func filled(_ text: String, _ values: [String: String]) -> String {
    parts(of: text).map { part in
      switch part {
      case .text(let text): text
      case .variable(let name): values[name] ?? ""
      }
    }.joined()
  }

  private enum Part {
    case text(String)
    case variable(String)
  }

  /// One pass from left to right, so that what fills a place is never taken for a place.
  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      let inner = rest[rest.index(after: open)...]
      let name = inner.prefix { $0.isLetter || $0 == "_" }
      let isVariable =
        !name.isEmpty && inner.dropFirst(name.count).first == "}"
        && (open == rest.startIndex || rest[rest.index(before: open)] != "{")
      let end = isVariable ? inner.index(name.endIndex, offsetBy: 1) : rest.index(after: open)
      parts.append(.text(String(rest[..<(isVariable ? open : end)])))
      if isVariable { parts.append(.variable(String(name))) }
      rest = rest[end...]
    }
    parts.append(.text(String(rest)))
    return parts
  }
}
