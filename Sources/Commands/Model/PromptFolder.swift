import Diagnostics
import Files
import Glibc
import Rewording
import Values

/// The files of prompts/.
struct PromptFolder {
  private let path: String

  private static let longestFile = 1 << 18

  init(_ home: Home) {
    path = home.prompts
  }

  /// The instructions of a task.
  func prompt(_ name: String) throws(Failure) -> Prompt {
    let file = try self.file(name)
    do throws(PromptFault) {
      return try Prompt(file)
    } catch {
      throw .badPrompt(name, error.text)
    }
  }

  /// The words that reworded answers may use.
  var words: [Tongue: WordList] {
    get throws(Failure) {
      var words: [Tongue: WordList] = [:]
      for tongue in Tongue.allCases {
        let name = "words." + tongue.rawValue
        let file = try self.file(name)
        do throws(PromptFault) {
          words[tongue] = try WordList(file)
        } catch {
          throw .badPrompt(name, error.text)
        }
      }
      return words
    }
  }

  private func file(_ name: String) throws(Failure) -> PromptFile {
    let descriptor = open("\(path)/\(name).md", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .badPrompt(name, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    let text = String(
      decoding: Descriptor(descriptor).readAll(atMost: Self.longestFile),
      as: UTF8.self
    )
    do throws(PromptFault) {
      return try PromptFile(text)
    } catch {
      throw .badPrompt(name, error.text)
    }
  }
}

extension Failure {
  fileprivate static func badPrompt(_ name: String, _ reason: String) -> Failure {
    Failure(
      .environment,
      code: "llm.bad-prompt",
      french: "Le fichier prompts/\(name).md ne peut pas être utilisé\u{202F}: \(reason).",
      english: "The file prompts/\(name).md cannot be used: \(reason).",
      frenchHint:
        "Remettez le dossier prompts/ du programme, ou passez-vous de modèle par --no-llm.",
      englishHint: "Restore the program's prompts/ folder, or go without a model by --no-llm."
    )
  }
}
