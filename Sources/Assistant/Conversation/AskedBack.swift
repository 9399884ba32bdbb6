/// A question asked back: its choices wait for an answer.
struct AskedBack: Sendable {
  var answer: Answer
  /// Whether the choices are changes of the question before and no questions of their own.
  var isFollowUp: Bool

  /// The same with the choices that are left once a question was chosen.
  func without(_ question: String) -> AskedBack {
    var rest = self
    rest.answer.choices.removeAll { $0.question == question }
    return rest
  }
}
