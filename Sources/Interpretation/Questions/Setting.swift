import Language

/// What is said before a question and asks nothing itself.
///
/// « J'ai Ken Heidel au téléphone : combien de commandes chez nous ? », "Before I call them, what does each supplier charge us?"
///
/// Words only: which names and times told there belong to the question is for who knows the data.
struct Setting {
  /// The tokens that tell why somebody asks.
  let said: Range<Int>
  /// The tokens of the question behind them.
  let question: Range<Int>
  /// Whether its words show that it asks nothing; otherwise it is a sentence of its own and no more.
  let isSure: Bool

  init?(_ utterance: Utterance) {
    let words = utterance.tokens.map(\.folded)
    guard words.count > 3 else { return nil }
    let start = words.firstIndex { !Self.openers.contains($0) } ?? 0
    guard let cut = Self.cut(utterance.tokens, words, from: start) else { return nil }
    said = start..<cut.said
    question = cut.question..<words.count
    let rest = words[question]
    guard said.count > 1, rest.contains(where: { $0.first?.isLetter == true }),
      !words[said].contains(where: { Self.questions.contains($0) || $0 == "?" }),
      Self.asks(rest), !rest.contains(where: Self.pronouns.contains)
    else { return nil }
    isSure = cut.isSure
  }

  private static func cut(_ tokens: [Token], _ words: [String], from start: Int) -> (
    said: Int, question: Int, isSure: Bool
  )? {
    if let asked = reported(words, from: start) { return (asked, asked, true) }
    if subordinates.contains(where: { words[start...].starts(with: $0) }),
      let comma = words[start...].firstIndex(of: ",")
    {
      return (comma, comma + 1, true)
    }
    if speakers.contains(words[start]),
      let comma = words[start...].firstIndex(of: ","), comma > start + 2,
      words[comma...].contains(where: questions.contains),
      !words[start..<comma].contains(where: {
        wishes.contains($0) || ends.contains($0) || questions.contains($0)
      })
    {
      return (comma, comma + 1, false)
    }
    guard
      let end = words.indices.first(where: { place in
        place > start + 1 && ends.contains(words[place]) && !isAbbreviation(words, place)
      })
    else { return nil }
    let first = words[start]
    let isTold =
      speakers.contains(first) || activities.contains(first)
      || first.hasSuffix("ing") && words[start...].dropFirst().first == "of"
    let requests = words[start..<end].contains(where: wishes.contains)
    return (end, end + 1, isTold && !requests)
  }

  /// « le patron me demande combien … »: the question begins with its question word.
  private static func reported(_ words: [String], from start: Int) -> Int? {
    guard let place = words.indices.first(where: { $0 > start && questions.contains(words[$0]) }),
      place > start + 1, place - start < 8, !links.contains(words[place - 2]),
      asking.contains(words[place - 1]),
      words.count - place > 3,
      !words[start..<place].contains(where: { ends.contains($0) || $0 == "," })
    else { return nil }
    return place
  }

  /// Whether a point belongs to a short form, as the one behind « approx » does.
  private static func isAbbreviation(_ words: [String], _ place: Int) -> Bool {
    words[place] == "." && words[place - 1].utf8.count < 4
  }

  private static func asks(_ words: ArraySlice<String>) -> Bool {
    words.contains { questions.contains($0) || $0 == "?" }
      || words.first.map(orders.contains) == true
  }

  private static let ends: Set<String> = [":", ".", "…", "...", "!", ";", "—", "–"]
  private static let openers: Set<String> = [
    "hi", "hey", "hello", "morning", "afternoon", "evening", "bonjour", "bonsoir", "salut",
    "coucou", "so", "ok", "okay", "right", "well", "bon", "alors", "dis", "dites", "good", ",",
    "!", "team", "all", "folks",
  ]
  private static let questions: Set<String> = [
    "qui", "que", "quel", "quels", "quelle", "quelles", "combien", "cb", "quand", "comment",
    "pourquoi", "quoi", "lequel", "lesquels", "laquelle", "lesquelles", "who", "whom", "whose",
    "what", "which", "how", "when", "where", "why", "what's", "who's", "how's", "whats",
  ]
  private static let orders: Set<String> = [
    "donne", "donnez", "montre", "montrez", "sors", "sortez", "liste", "give", "show", "list",
    "tell", "get", "pull", "mets", "dis", "can", "could", "peux", "pouvez", "pourrais",
  ]
  /// What points back to things told before the question.
  private static let pronouns: Set<String> = [
    "lequel", "laquelle", "lesquels", "lesquelles", "those", "them", "these", "they", "ones",
    "their", "theirs", "ils", "elles", "eux", "ceux", "celles", "celui", "celle", "leur", "leurs",
    "its", "dont",
  ]
  private static let speakers: Set<String> = [
    "je", "j'", "on", "nous", "i", "we", "i'm", "i've", "we're", "we've", "im", "ive",
  ]
  private static let activities: Set<String> = [
    "thinking", "trying", "working", "preparing", "doing", "getting", "reviewing", "planning",
    "checking", "building", "prepping", "suite",
  ]
  /// What tells a wish: the sentence asks, then.
  private static let wishes: Set<String> = [
    "veux", "veut", "voudrais", "voudrait", "voulons", "voudrions", "aimerais", "aimerait",
    "aimerions", "souhaite", "souhaitons", "souhaiterais", "cherche", "cherchons", "besoin",
    "faut", "faudrait", "need", "needs", "want", "wants", "wanna", "would", "'d", "i'd", "we'd",
    "like", "looking", "show", "donne", "montre", "dois", "interesse", "interested",
  ]
  private static let asking: Set<String> = [
    "demande", "demandent", "demandait", "demander", "savoir", "asks", "ask", "asking", "asked",
    "know", "wondering", "wonder", "wonders",
  ]
  /// Behind one of these, « demande » is a noun.
  private static let links: Set<String> = [
    "de", "d'", "la", "une", "cette", "notre", "du", "en", "par", "the", "a", "of",
  ]
  private static let subordinates: [[String]] = [
    ["before", "i"], ["before", "we"], ["before", "they"], ["before", "the", "meeting"],
    ["as", "i"], ["as", "we"], ["now", "that"], ["while", "i"], ["while", "we"], ["because"],
    ["given", "that"], ["seeing", "as"], ["avant", "que"], ["avant", "qu'"], ["avant", "d'"],
    ["avant", "de"], ["comme", "je"], ["comme", "j'"], ["comme", "on"], ["comme", "nous"],
    ["vu", "que"], ["vu", "qu'"], ["puisque"], ["puisqu'"], ["pendant", "que"],
    ["pendant", "qu'"], ["maintenant", "que"], ["maintenant", "qu'"], ["etant", "donne"],
  ]
}
