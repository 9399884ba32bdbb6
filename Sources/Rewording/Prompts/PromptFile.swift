/// What is wrong with a file of prompts/.
package enum PromptFault: Error, Hashable, Sendable {
  /// There is no head between two lines of "---", or it lacks this member.
  case missingMember(String)
  /// A "## " section is missing or empty.
  case missingSection(String)
  /// A text names a variable that the head does not, or the other way round.
  case variable(String)
  /// The version is no whole number.
  case badVersion(String)

  /// A sentence for whoever keeps the file.
  package var text: String {
    switch self {
    case .missingMember(let name): "the head has no \"\(name)\""
    case .missingSection(let name): "there is no section \"\(name)\", or nothing in it"
    case .variable(let name): "the variable \"\(name)\" is not both declared and used"
    case .badVersion(let text): "\"\(text)\" is no version"
    }
  }
}

/// A Markdown file of prompts/: a head with id, version and variables, then sections under "## ".
package struct PromptFile: Hashable, Sendable {
  package let id: String
  package let version: Int
  package let variables: [String]
  /// Heading → text below, without blank lines around.
  package let sections: [String: String]

  /// Reads a file's text.
  package init(_ text: String) throws(PromptFault) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    guard lines.first == "---" else { throw .missingMember("---") }
    lines = lines.dropFirst()
    var members: [String: String] = [:]
    while let line = lines.popFirst(), line != "---" {
      guard let colon = line.firstIndex(of: ":") else { continue }
      members[Self.trimmed(line[..<colon])] = Self.trimmed(line[line.index(after: colon)...])
    }
    guard let id = members["id"], !id.isEmpty else { throw .missingMember("id") }
    guard let version = members["version"] else { throw .missingMember("version") }
    guard let number = Int(version), number > 0 else { throw .badVersion(version) }
    self.id = id
    self.version = number
    variables = (members["variables"] ?? "").split { "[], ".contains($0) }.map(String.init)
    sections = Self.sections(lines)
  }

  private static func sections(_ lines: ArraySlice<String>) -> [String: String] {
    var sections: [String: [String]] = [:]
    var heading: String?
    for line in lines {
      if line.hasPrefix("## ") {
        heading = trimmed(line.dropFirst(3))
      } else if let heading {
        sections[heading, default: []].append(line)
      }
    }
    return sections.mapValues { lines in
      let body = lines.drop { $0.isEmpty }
      return String(trimmed(body.joined(separator: "\n")))
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let head = text.drop { $0.isWhitespace }
    return String(head.reversed().drop { $0.isWhitespace }.reversed())
  }
}
