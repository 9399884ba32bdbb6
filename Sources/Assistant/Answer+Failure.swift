package import Diagnostics
import Language
package import Values

extension Answer {
  /// The answer to a question that nothing could be asked for: no database, no corpus.
  package init(_ question: String, _ failure: Failure, tongue: Tongue?) {
    let language = tongue ?? LanguageDetector.detect(Lexer.tokens(of: question)).tongue
    self.init(
      id: Self.identifier(question, failure),
      question: question,
      language: language,
      status: .error
    )
    reason = Answer.Reason(failure)
  }

  /// FNV-1a of question and code, in hexadecimal: the same fault with the same question has the same id.
  private static func identifier(_ question: String, _ failure: Failure) -> String {
    let hash = (question + "\u{0}" + failure.code).utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let hex = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}
