import Language

/// A line of the last result by its place: « le premier », "the second one", « celui-là ».
package struct ListPlace: Hashable, Sendable {
  /// Counted from 1; -1 is the last one.
  package var number: Int
  /// « celui-là »: the thing spoken of, before it is the first line.
  package var isDemonstrative = false
  /// The rest of the words, as they were written.
  package var rest: String

  /// Finds a place; nil where none is said, or where it is the place of something else ("the first quarter").
  package init?(_ utterance: Utterance) {
    let tokens = utterance.tokens
    guard let found = tokens.indices.lazy.compactMap({ Self.place(at: $0, tokens) }).first else {
      return nil
    }
    number = found.number
    isDemonstrative =
      Self.demonstrativeEnd(found.tokens.lowerBound, tokens) == found.tokens.upperBound
    let before = utterance.written(0..<found.tokens.lowerBound)
    let after = utterance.written(found.tokens.upperBound..<tokens.count)
    rest = before + " " + after
  }

  /// The place said at a token, with the words around it that belong to it.
  private static func place(at index: Int, _ tokens: [Token]) -> (number: Int, tokens: Range<Int>)?
  {
    let word = tokens[index].folded
    if let end = demonstrativeEnd(index, tokens) { return (1, index..<end) }
    if let end = mostEnd(index, tokens) { return (1, index..<end) }
    if let named = named(at: index, tokens) { return named }
    guard let number = Ordinal.of(word), index > 0, articles.contains(tokens[index - 1].folded),
      index < 2 || tokens[index - 2].kind != .number
    else { return nil }
    var end = index + 1
    while end < tokens.count, FollowUpPhrases.extremes.contains(tokens[end].folded) { end += 1 }
    if end < tokens.count, ["one", "de", "of", "on", "in"].contains(tokens[end].folded) {
      end = listEnd(end, tokens)
    }
    guard
      end == tokens.count || end > index + 1 || tokens[end].kind == .symbol
        || followers.contains(tokens[end].folded)
    else { return nil }
    return (number, (index - 1)..<end)
  }

  /// "number one", « le numéro 2 », "the runner-up".
  private static func named(at index: Int, _ tokens: [Token]) -> (number: Int, tokens: Range<Int>)?
  {
    let start = index > 0 && articles.contains(tokens[index - 1].folded) ? index - 1 : index
    let ahead = tokens[index...].prefix(3).map(\.folded)
    if ahead.starts(with: ["runner", "up"]) { return (2, start..<(index + 2)) }
    guard ahead.count > 1, ["number", "numero", "n°", "rank", "rang"].contains(ahead[0]),
      let number = cardinals[ahead[1]] ?? Int(ahead[1]), (1..<100).contains(number)
    else { return nil }
    return (number, start..<(index + 2))
  }

  private static let cardinals = ["one": 1, "un": 1, "two": 2, "deux": 2, "three": 3, "trois": 3]

  /// Behind « de la liste », "one", "of them".
  private static func listEnd(_ start: Int, _ tokens: [Token]) -> Int {
    var end = start
    while end < tokens.count,
      tails.contains(tokens[end].folded)
        || tokens[end].kind == .number && tokens[end - 1].folded == "top"
    {
      end += 1
    }
    return end
  }

  /// Behind « celui qui en a le plus », "the one with the most": the first of a table from the most to the least.
  private static func mostEnd(_ index: Int, _ tokens: [Token]) -> Int? {
    let ahead = tokens[index...].prefix(6).map(\.folded)
    let phrase = most.first { ahead.starts(with: $0) }
    return phrase.map { index + $0.count }
  }

  private static let most: [[String]] = [
    ["celui", "qui", "en", "a", "le", "plus"], ["celle", "qui", "en", "a", "le", "plus"],
    ["the", "one", "with", "the", "most"], ["the", "one", "that", "has", "the", "most"],
    ["whoever", "has", "the", "most"],
  ]

  /// Behind « celui-là », « celle-ci », however it is cut into words.
  private static func demonstrativeEnd(_ index: Int, _ tokens: [Token]) -> Int? {
    if ["celui-la", "celle-la", "celui-ci", "celle-ci"].contains(tokens[index].folded) {
      return index + 1
    }
    if ["that", "this"].contains(tokens[index].folded), index + 1 < tokens.count,
      tokens[index + 1].folded == "one"
    {
      return index + 2
    }
    guard ["celui", "celle"].contains(tokens[index].folded) else { return nil }
    var end = index + 1
    while end < tokens.count, ["-", "la", "ci"].contains(tokens[end].folded) { end += 1 }
    return end > index + 1 && ["la", "ci"].contains(tokens[end - 1].folded) ? end : nil
  }

  private static let articles: Set<String> = [
    "le", "la", "l'", "the", "ce", "cette", "that", "du", "au", "tout", "is", "est", "'s", "s",
  ]
  private static let tails: Set<String> = [
    "one", "de", "la", "of", "the", "in", "on", "liste", "list", "them", "those", "these", "that",
    "ce", "classement", "tableau", "table", "top", "du",
  ]
  /// What may follow a place that stands for a line.
  private static let followers: Set<String> = [
    "seulement", "uniquement", "only", "stp", "svp", "pls", "please", "plz", "il", "elle", "qu'",
    "c'", "ca", "a", "par", "by", "sur", "en", "in", "for", "pour", "et", "and", "who", "qui",
    "combien", "how", "what", "quel", "quelle", "quels", "quelles", "est", "is", "detail",
    "detaille",
    "then", "alors", "donc", "dans", "with", "avec", "over",
  ]
}
