import Terminal
import Values

/// What Tab offers in a line that is a command: its name, then the words it takes.
struct CommandCompletion {
  /// The words behind the stroke, the last one unfinished.
  private let words: [Substring]
  /// Where the last word begins in the line, in characters.
  private let start: Int
  private let stroke: Character

  /// Reads a line up to the cursor; nil when it is no command.
  init?(_ line: String) {
    guard let stroke = line.first, "/.\\".contains(stroke),
      line.dropFirst().first.map({ $0.isLetter || $0 == "?" }) ?? true
    else { return nil }
    self.stroke = stroke
    words = line.dropFirst().split(separator: " ", omittingEmptySubsequences: false)
    start = line.count - (words.last?.count ?? 0)
  }

  /// What the line may become.
  var completions: [Completion] {
    guard words.count > 1 else {
      return beginning(with: words[0], Self.names).map {
        Completion(text: String(stroke) + $0, start: 0)
      }
    }
    return arguments(words[words.count - 1]).map { Completion(text: $0, start: start) }
  }

  private static let names =
    SlashCommand.allCases.flatMap { $0.names.french + $0.names.english }
    + CommandFamily.all.flatMap(\.names)

  /// What a command takes behind its name.
  private func arguments(_ piece: Substring) -> [String] {
    let name = Fold.fold(words[0])
    if let family = CommandFamily.named(name) {
      return words.count == 2 ? beginning(with: piece, family.parts.flatMap(\.words)) : []
    }
    switch SlashCommand.named(name) {
    case .export: return beginning(with: piece, ["--force"]) + files(piece)
    case .language where words.count == 2: return beginning(with: piece, ["auto", "en", "fr"])
    case .mode where words.count == 2:
      return beginning(with: piece, ChatMode.allCases.flatMap(\.names))
    case .chart where words.count == 2:
      return beginning(with: piece, ["barres", "bars", "courbe", "line", "sparkline"])
    case .saved where words.count == 2:
      return beginning(with: piece, ["garde", "save", "lance", "run", "oublie", "delete", "list"])
    case .feedback where words.count == 2:
      return beginning(with: piece, ["bon", "good", "mauvais", "bad"])
    default: return []
    }
  }

  /// Files to write to; a name with a blank in it would be read as two words.
  private func files(_ piece: Substring) -> [String] {
    guard !piece.hasPrefix("-") else { return [] }
    return FileNames.completions(of: String(piece)).filter { !$0.contains(" ") }
  }

  private func beginning(with piece: Substring, _ texts: [String]) -> [String] {
    let folded = Fold.fold(piece)
    var seen: Set<String> = []
    return texts.filter { $0.hasPrefix(folded) && seen.insert($0).inserted }
  }
}
