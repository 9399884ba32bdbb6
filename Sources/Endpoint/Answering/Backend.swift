package import Assistant
package import Diagnostics
package import SemanticModel
package import Values

/// What the endpoint answers from: an open database, and what is known about it.
package protocol Backend: Sendable {
  /// What answers depend on besides the question: cheap, asked at every request.
  var edition: Edition { get }
  /// What there is to ask for.
  var model: SemanticModel { get }
  /// Why nothing can be answered at present; nil where it can.
  var trouble: Failure? { get }
  /// How far it is with what first questions would else wait for.
  var warmth: Warmth { get }
  /// What a thread answers with; made and used on that thread.
  func makeWorker() -> any AnswerWorker
  /// Ways to go on with what was typed, each the whole text.
  func completions(of text: String, in tongue: Tongue) -> [String]
  /// Example questions about an object of the model: its kind ("metric", "dimension", "analysis") and name.
  func examples(of kind: String, _ name: String, in tongue: Tongue) -> [String]
  /// Questions worth asking at the beginning.
  func openers(in tongue: Tongue) -> [String]
  /// Keeps what somebody thought of an answer.
  func note(isGood: Bool, _ answer: Answer, remark: String) throws(Failure)
}

/// How far a backend is with reading and computing beforehand what first questions would else wait for.
package enum Warmth: Sendable {
  /// Not done yet, for the first time.
  case cold
  /// Under way while answers go on: it takes long, or was done for what the database was before.
  case renewing
  case warm
}

/// Answers of one edition stand as long as the edition is the same: the database, what was computed and taught, the day.
package struct Edition: Hashable, Sendable {
  private let marks: [Int64]

  package init(_ marks: [Int64]) {
    self.marks = marks
  }
}

/// One thread's own way to the database.
package protocol AnswerWorker: AnyObject, Sendable {
  /// The assistant on the database as it is opened now.
  ///
  /// - Throws: what keeps it from being opened.
  func assistant() throws(Failure) -> Assistant
  /// Stops what runs, from any thread.
  func cancel()
  /// Takes `cancel()` back, before something else runs.
  func reset()
  /// Frees what it holds only to be quick the next time: nobody asks at present.
  func rest()
}
