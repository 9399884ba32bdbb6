/// Shows a text as hurried or polite people would write it: mistyped, shortened, wrapped.
struct TextAugmenter {
  let configuration: TrainingConfiguration
  var generator: SplitMix64

  /// Words shorter than this are left as they are: any change makes them other words.
  private static let shortestMistyped = 4

  /// Another version of the tokens, or nil when chance leaves the text as it is.
  mutating func variant(of tokens: [String]) -> [String]? {
    let drops = generator.chance(configuration.dropRate)
    let mistypes = generator.chance(configuration.typoRate)
    let wraps = generator.chance(configuration.wrapRate)
    guard drops || mistypes || wraps else { return nil }
    var result = tokens
    if drops { dropWord(&result) }
    if mistypes { mistypeWord(&result) }
    if wraps { wrap(&result) }
    return result == tokens ? nil : result
  }

  private mutating func dropWord(_ tokens: inout [String]) {
    let words = tokens.indices.filter { !FeatureHasher.isMask(tokens[$0]) }
    guard words.count >= 3 else { return }
    tokens.remove(at: words[generator.below(words.count)])
  }

  private mutating func mistypeWord(_ tokens: inout [String]) {
    let words = tokens.indices.filter { index in
      !FeatureHasher.isMask(tokens[index])
        && tokens[index].unicodeScalars.count >= Self.shortestMistyped
    }
    guard !words.isEmpty else { return }
    let index = words[generator.below(words.count)]
    tokens[index] = mistyped(tokens[index])
  }

  /// One slip: two letters swapped, one left out, or one doubled; "marge" → "mrage", "mage", "margge".
  mutating func mistyped(_ word: String) -> String {
    var letters = Array(word.unicodeScalars)
    switch generator.below(3) {
    case 0:
      let place = generator.below(letters.count - 1)
      letters.swapAt(place, place + 1)
    case 1:
      letters.remove(at: generator.below(letters.count))
    default:
      let place = generator.below(letters.count)
      letters.insert(letters[place], at: place)
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: letters)
    return result
  }

  private mutating func wrap(_ tokens: inout [String]) {
    let wrappers = configuration.openings.count + configuration.closings.count
    guard wrappers > 0 else { return }
    let choice = generator.below(wrappers)
    if choice < configuration.openings.count {
      tokens.insert(contentsOf: configuration.openings[choice], at: 0)
    } else {
      tokens += configuration.closings[choice - configuration.openings.count]
    }
  }
}
