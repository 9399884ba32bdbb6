import Presentation

/// What a configured model does; nothing where none is.
struct ModelUses {
  /// Rewords answers.
  var reworder: AnswerReworder?
  /// Says what questions may mean that the rules do not understand: only where that is asked for.
  var understanding: ModelUnderstanding?
}
