import Diagnostics
import Interpretation
import Planning
import SemanticModel
import Values

/// A conversation between two turns: what was said, without the assistant, and so without any connection or names of a database.
///
/// ```swift
/// let resting = conversation.resting
/// var conversation = resting.continued(by: assistant)
/// ```
package struct RestingConversation: Sendable {
  private let conversation: Conversation

  fileprivate init(_ conversation: Conversation) {
    self.conversation = conversation.continued(by: .nobody)
  }

  /// The last answer that had a query.
  package var last: Answer? { conversation.last }

  /// The conversation, gone on with by an assistant on the same database.
  package func continued(by assistant: Assistant) -> Conversation {
    conversation.continued(by: assistant)
  }
}

extension Conversation {
  /// What is kept of it until the next turn.
  package var resting: RestingConversation { RestingConversation(self) }
}

extension Assistant {
  /// Answers nothing: stands where none is.
  fileprivate static let nobody = Assistant(
    interpreter: Interpreter(
      model: SemanticModel(datasets: [], dimensions: [], metrics: [], segments: [], analyses: []),
      lexicon: Lexicon([]),
      catalog: .empty
    ),
    context: Context(
      facts: .init(columns: [:], now: CalendarDay(ordinal: 0)),
      currency: "",
      unreadable: [:]
    ),
    executor: NoRows()
  )

  private struct NoRows: QueryExecutor {
    func run(_ sql: String, parameters: [Value], limit: Int) throws(Failure) -> QueryRows {
      QueryRows(rows: [], isTruncated: false)
    }
  }
}
