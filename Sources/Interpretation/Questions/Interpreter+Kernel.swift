import Language
import ValueIndex

extension Interpreter {
  /// A question without the clauses that only talk: « …, je prépare le réassort », "… Want to have a word with them".
  package struct Kernel: Sendable {
    /// What is left of it.
    package let question: Utterance
    /// The clauses left out, as they were written.
    package let aside: String
  }

  /// The question without the clauses in which words stand that nothing explains.
  ///
  /// A clause that names something of the data, a state, a time or a number is never left out: it may restrict what is asked.
  package func kernel(of utterance: Utterance, without unexplained: [String]) -> Kernel? {
    let clauses = Self.clauses(of: utterance.tokens)
    let strange = Set(unexplained.flatMap { Lexer.tokens(of: $0) }.map(\.folded))
    func isStrange(_ clause: Range<Int>) -> Bool {
      clause.contains { strange.contains(utterance.tokens[$0].folded) }
    }
    let talk = clauses.filter { isStrange($0) && talks($0, in: utterance) }
    let kept = clauses.filter { !talk.contains($0) }
    guard !talk.isEmpty, kept.joined().count(where: { utterance.tokens[$0].kind == .word }) > 3,
      !kept.contains(where: isStrange), !talk.contains(where: { restricts($0, in: utterance) })
    else { return nil }
    return Kernel(
      question: Utterance(
        kept.map { utterance.written($0) }.joined(separator: ", "),
        clock: utterance.clock,
        tongue: utterance.tongue
      ),
      aside: talk.map { utterance.written($0) }.joined(separator: " … ")
    )
  }

  /// Whether a clause has a speaker or tells a purpose, so that it is more than a name nobody knows.
  private func talks(_ clause: Range<Int>, in utterance: Utterance) -> Bool {
    let words = clause.map { utterance.tokens[$0].folded }
    return words.count > 2
      && (words.contains(where: Self.speakers.contains)
        || words.first.map(Self.purposes.contains) == true)
  }

  private static let speakers: Set<String> = [
    "je", "j'", "on", "nous", "ca", "c'", "il", "elle", "ils", "elles", "me", "m'", "i", "i'm",
    "i've",
    "im", "we", "we're", "we've", "it", "it's", "they", "he", "she", "you", "me", "us", "my",
  ]
  private static let purposes: Set<String> = [
    "pour", "to", "so", "want", "wanna", "need", "just", "because", "car", "parce", "comme", "vu",
    "histoire", "afin", "for", "and", "et", "as", "since", "before", "avant", "merci", "thanks",
    "how",
  ]

  /// Stretches between stops, commas and dashes.
  private static func clauses(of tokens: [Token]) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = 0
    for index in tokens.indices where stops.contains(tokens[index].folded) {
      if start < index { clauses.append(start..<index) }
      start = index + 1
    }
    if start < tokens.count { clauses.append(start..<tokens.count) }
    return clauses
  }

  private static let stops: Set<String> = [
    ".", "?", "!", "…", "...", ";", ",", ":", "-", "–", "—", "(", ")",
  ]

  /// Whether a clause says which things, when, or how many.
  private func restricts(_ clause: Range<Int>, in utterance: Utterance) -> Bool {
    if clause.contains(where: { utterance.tokens[$0].kind == .number }) { return true }
    let isTimed = utterance.times.contains { time in
      if case .grain = time.meaning { return false }
      return time.tokens.overlaps(clause)
    }
    return isTimed
      || spans(of: utterance).joined().contains { span in
        guard span.tokens.overlaps(clause) else { return false }
        return switch span.meaning {
        case .value(let name): name.quality <= .allTokens && isCapitalised(span, in: utterance)
        case .segment: span.tokens.count > 1
        default: false
        }
      }
  }

  private func isCapitalised(_ span: Span, in utterance: Utterance) -> Bool {
    let first = span.tokens.lowerBound
    return first > 0 && utterance.tokens[first].isCapitalised
  }
}
