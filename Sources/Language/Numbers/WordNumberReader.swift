/// Reads a number written in words of one language: "quatre-vingt-dix", "two hundred and five".
struct WordNumberReader {
  /// The lists of the language read.
  let words: NumberWords
  /// The tokens of the question.
  let tokens: [Token]

  /// What was read: the tokens after the first are up to `end`.
  struct Reading {
    var end: Int
    var value: Double
    var isOrdinal = false
  }

  /// The longest number that starts with a token; nil when there is none.
  func read(at start: Int) -> Reading? {
    var state = State()
    var best: Reading?
    var index = start
    while index < tokens.count, let word = word(at: index) {
      if word == words.joiner {
        guard index > start, index + 1 < tokens.count,
          state.mayJoin(words, before: tokens[index + 1].folded)
        else { break }
        index += 1
        continue
      }
      if let ordinal = words.ordinals[word], state.accepts(ordinal, words) || index == start {
        return Reading(end: index + 1, value: state.value + Double(ordinal), isOrdinal: true)
      }
      guard state.take(word, words) else { break }
      index += 1
      best = Reading(end: index, value: state.value)
    }
    guard let best, !isArticle(best, from: start) else { return nil }
    return best
  }

  private func word(at index: Int) -> String? {
    tokens[index].kind == .word ? tokens[index].folded : nil
  }

  /// "un", "une" and "a" alone are articles, not numbers.
  private func isArticle(_ reading: Reading, from start: Int) -> Bool {
    reading.end == start + 1 && words.articles.contains(tokens[start].folded)
      && tokens[start].folded != "one"
  }
}

extension WordNumberReader {
  /// The number so far: finished groups, the group under a thousand, and what may come next.
  struct State {
    private var total = 0.0
    private var group = 0.0
    private var lastScale = Double.infinity
    /// The last word: nothing, a unit, tens or a multiplier.
    private var last = Last.nothing

    private enum Last: Equatable {
      case nothing, unit(Int), tens(Int), hundred, scale, article
    }

    var value: Double { total + group }

    /// Whether "and"/"et" may stand here before a word.
    func mayJoin(_ words: NumberWords, before next: String) -> Bool {
      let isSmall = words.units[next] != nil || words.tens[next] != nil
      switch last {
      case .tens:
        return words.joiner == "et"
          && (next == "un" || next == "une" || next == "onze"
            || next == "unieme")
      case .hundred, .scale:
        return words.joiner == "and" && (isSmall || words.ordinals[next] != nil)
      default: return false
      }
    }

    /// Whether a cardinal of this size may follow.
    func accepts(_ value: Int, _ words: NumberWords) -> Bool {
      switch last {
      case .nothing, .hundred, .scale: true
      case .tens(let tens): value < 10 || (words.longTens.contains(tens) && value < 20)
      case .unit(10): words.joiner == "et" && (7...9).contains(value)
      case .unit, .article: false
      }
    }

    /// Adds a word; false when it cannot follow.
    mutating func take(_ word: String, _ words: NumberWords) -> Bool {
      if let unit = words.units[word], last != .article, accepts(unit, words) {
        group += Double(unit)
        last = .unit(unit)
      } else if let tens = words.tens[word] {
        return takeTens(tens, words)
      } else if let scale = words.scales[word] {
        return takeScale(scale)
      } else if words.articles.contains(word), last == .nothing {
        last = .article
        group = 1
      } else {
        return false
      }
      return true
    }

    private mutating func takeTens(_ tens: Int, _ words: NumberWords) -> Bool {
      if tens == 20, last == .unit(4), words.joiner == "et" {
        group += 76
        last = .tens(80)
        return true
      }
      guard last == .nothing || last == .hundred || last == .scale else { return false }
      group += Double(tens)
      last = .tens(tens)
      return true
    }

    private mutating func takeScale(_ scale: Double) -> Bool {
      if scale == 100 {
        guard group < 100, last != .hundred else { return false }
        group = max(group, 1) * 100
        last = .hundred
        return true
      }
      guard scale < lastScale, last != .nothing || scale == 1000 else { return false }
      total += max(group, 1) * scale
      group = 0
      lastScale = scale
      last = .scale
      return true
    }
  }
}
