import Language

/// « par mois au lieu de par dépôt », "2024, not 2025": what is wanted, beside what is no longer.
struct Contrast {
  /// The words without what is no longer wanted, and without a "no" that opens a correction.
  let kept: Utterance
  /// Whether something is no longer wanted.
  let isCorrection: Bool

  init(_ utterance: Utterance) {
    let tokens = utterance.tokens
    let start = Self.denials.contains(tokens.first?.folded ?? "") && tokens.count > 1 ? 1 : 0
    let rest = start..<tokens.count
    guard let cut = rest.dropFirst().lazy.compactMap({ Self.cut(at: $0, tokens, start) }).first
    else {
      kept = start == 0 ? utterance : Self.part(rest, of: utterance)
      isCorrection = start > 0
      return
    }
    kept = Self.part(cut, of: utterance)
    isCorrection = true
  }

  private static func part(_ range: Range<Int>, of utterance: Utterance) -> Utterance {
    Utterance(utterance.written(range), clock: utterance.clock, tongue: utterance.tongue)
  }

  /// The words to keep where what is no longer wanted starts at a token.
  private static func cut(at place: Int, _ tokens: [Token], _ start: Int) -> Range<Int>? {
    let ahead = tokens[place...].prefix(3).map(\.folded)
    let isSurely = sure.contains { ahead.starts(with: $0) }
    let isBehindComma =
      tokens[place - 1].folded == "," && weak.contains { ahead.starts(with: $0) }
    let isRather =
      ahead.first == "que" && tokens[start..<place].contains { $0.folded == "plutot" }
      && ahead.count > 1 && ["par", "des", "les", "le", "la", "en"].contains(ahead[1])
    guard isSurely || isBehindComma || isRather else { return nil }
    return start..<place
  }

  private static let sure: [[String]] = [
    ["au", "lieu", "de"], ["au", "lieu", "du"], ["au", "lieu", "des"], ["au", "lieu", "d'"],
    ["plutot", "que"], ["plutot", "qu'"], ["rather", "than"], ["instead", "of"], ["et", "non"],
    ["and", "not"], ["et", "pas"],
  ]
  private static let weak: [[String]] = [["pas"], ["not"], ["non"], ["no"]]
  private static let denials: Set<String> = ["non", "nan", "no", "nope", "si"]
}
