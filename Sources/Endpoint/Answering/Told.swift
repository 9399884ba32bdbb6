import Assistant
import Presentation
import SemanticModel
import Synchronization
import Values

/// An answer, the conversation as it stands after it, and its forms, each made once.
final class Told: Sendable {
  let answer: Answer
  let conversation: Conversation
  /// The object of `ask --format json`.
  let object: JSON
  private let forms = Mutex<[Renderer.Format: [UInt8]]>([:])
  private let markdown = Mutex<String?>(nil)

  init(_ answer: Answer, _ conversation: Conversation) {
    self.answer = answer
    self.conversation = conversation
    object = AnswerJSON.object(answer, model: conversation.assistant.model)
  }

  var model: SemanticModel { conversation.assistant.model }

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
