package import Diagnostics
import Language
package import Values

extension Answer {
  /// The answer to a question that nothing could be asked for: no database, no corpus.
  package init(_ question: String, _ failure: Failure, tongue: Tongue?) {
    let language = tongue ?? LanguageDetector.detect(Lexer.tokens(of: question)).tongue
    self.init(
      id: Self.identifier(question, failure.code),
      question: question,
      language: language,
      status: .error
    )
    reason = Answer.Reason(failure)
  }
}
