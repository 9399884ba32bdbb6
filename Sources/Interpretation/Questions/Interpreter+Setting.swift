import Language
import ValueIndex

extension Interpreter {
  /// A question without what is said before it.
  package struct SetQuestion: Sendable {
    /// The question, with the names and the times told before it.
    package let question: Utterance
    /// Whether the words before it ask nothing for sure.
    package let isSure: Bool
  }

  /// The question behind what is said before it; nil where it begins at once.
  package func behindSetting(_ utterance: Utterance) -> SetQuestion? {
    guard let setting = Setting(utterance) else { return nil }
    let question = Utterance(
      utterance.written(setting.question),
      clock: utterance.clock,
      tongue: utterance.tongue
    )
    let told =
      names(in: setting.said, of: utterance, besides: question)
      + times(in: setting.said, of: utterance, besides: question)
    return SetQuestion(
      question: Utterance(
        (told + [question.text]).joined(separator: ", "),
        clock: utterance.clock,
        tongue: utterance.tongue
      ),
      isSure: setting.isSure
    )
  }

  /// The names told before a question that it does not itself ask about: « J'ai Ken Heidel au téléphone ».
  private func names(
    in said: Range<Int>,
    of utterance: Utterance,
    besides question: Utterance
  ) -> [String] {
    let asked = Set(
      spans(of: question).joined().compactMap { span -> String? in
        if let name = span.value { return name.quality <= .plural ? name.dimension : nil }
        let before = span.tokens.lowerBound - 1
        return before >= 0 && Self.askers.contains(question.tokens[before].folded)
          ? span.dimension : nil
      }
    )
    let names = spans(of: utterance).joined().filter { span in
      said.contains(span.tokens.lowerBound) && span.tokens.upperBound <= said.upperBound
        && isNamed(span, in: utterance)
    }
    let widest = names.filter { name in
      !names.contains {
        $0.tokens != name.tokens && $0.tokens.overlaps(name.tokens)
          && $0.tokens.count > name.tokens.count
      }
    }
    var told: [String] = []
    for tokens in Set(widest.map(\.tokens)).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let dimensions = widest.filter { $0.tokens == tokens }.compactMap(\.value?.dimension)
      if asked.isDisjoint(with: dimensions) { told.append(utterance.written(tokens)) }
    }
    return told
  }

  /// A name of the data, but for what somebody speaks with: « au téléphone », "on the phone".
  private func isNamed(_ span: Span, in utterance: Utterance) -> Bool {
    guard let name = span.value, name.quality <= .plural else { return false }
    let first = span.tokens.lowerBound
    if utterance.tokens[first].isCapitalised { return true }
    let before = utterance.tokens[max(0, first - 2)..<first].map(\.folded)
    return before.last != "au" && before != ["on", "the"] && utterance.tokens[first].folded != "au"
  }

  /// The time told before a question that names none; a season tells what is prepared, not when.
  private func times(
    in said: Range<Int>,
    of utterance: Utterance,
    besides question: Utterance
  ) -> [String] {
    let isTimed = question.times.contains {
      if case .grain = $0.meaning { false } else { true }
    }
    guard !isTimed else { return [] }
    return utterance.times.compactMap { time in
      guard case .period = time.meaning, said.contains(time.tokens.lowerBound),
        !utterance.tokens[time.tokens].contains(where: { Self.seasons.contains($0.folded) })
      else { return nil }
      return utterance.written(time.tokens)
    }
  }

  /// Words that ask which of a sort of thing is meant, or split by it.
  private static let askers: Set<String> = [
    "quel", "quels", "quelle", "quelles", "which", "what", "par", "by", "per", "each", "every",
    "chaque",
  ]
  private static let seasons: Set<String> = [
    "printemps", "ete", "automne", "hiver", "noel", "spring", "summer", "autumn", "fall", "winter",
    "christmas",
  ]
}
