import Assistant
import Diagnostics
import Presentation
import SemanticModel
import Synchronization
import Values

/// An answer, the conversation as it stands after it, and its forms, each made once.
final class Told: Sendable {
  let answer: Answer
  /// Nil where the database could not be opened.
  let conversation: Conversation?
  let model: SemanticModel
  /// The object of `ask --format json`.
  let object: JSON
  private let forms = Mutex<[Renderer.Format: [UInt8]]>([:])
  private let markdown = Mutex<String?>(nil)

  init(_ answer: Answer, _ conversation: Conversation) {
    self.answer = answer
    self.conversation = conversation
    model = conversation.assistant.model
    object = AnswerJSON.object(answer, model: model)
  }

  /// What is told where the database cannot be opened.
  init(_ failure: Failure, to question: String, tongue: Tongue?, model: SemanticModel) {
    answer = Answer(question, failure, tongue: tongue)
    conversation = nil
    self.model = model
    object = AnswerJSON.object(answer, model: model)
  }

  /// The answer in a format of the command line.
  func bytes(_ format: Renderer.Format) -> [UInt8] {
    forms.withLock { forms in
      if let bytes = forms[format] { return bytes }
      let text =
        format == .json ? object.rendered : Renderer.render(answer, model: model, format: format)
      let bytes = Array(text.utf8)
      forms[format] = bytes
      return bytes
    }
  }

  /// The answer as a message.
  var message: String {
    markdown.withLock { markdown in
      if let markdown { return markdown }
      let text = Renderer.message(answer, model: model)
      markdown = text
      return text
    }
  }

  /// About how many values it holds in memory.
  var weight: Int {
    100 + answer.rows.count * max(1, answer.columns.count)
  }
}
