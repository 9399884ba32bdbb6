import Foundation
import Values

@testable import Rewording

/// The files of prompts/ as they are.
enum Prompts {
  /// The text of a file.
  static func text(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appendingPathComponent("prompts/\(name).md"),
      encoding: .utf8
    )
  }

  /// The word lists of both languages.
  static let words: [Tongue: WordList] = {
    do {
      return [
        .french: try WordList(PromptFile(text("words.fr"))),
        .english: try WordList(PromptFile(text("words.en"))),
      ]
    } catch {
      preconditionFailure("prompts/words cannot be read: \(error)")
    }
  }()

  /// What a reply to a draft breaks.
  static func broken(_ draft: Draft, by reply: String) -> Rule? {
    guard let own = words[draft.tongue],
      let other = words[draft.tongue == .french ? .english : .french]
    else { return .word }
    return Validator(draft, words: own, foreign: other).broken(by: reply)
  }
}
