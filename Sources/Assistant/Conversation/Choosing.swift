import Interpretation
import Language
import SemanticModel
import Values

/// Taking an answer to a question asked back: « 2 », « le premier », « celles des fournisseurs ».
struct Choosing {
  private let asked: Answer
  private let assistant: Assistant
  private let tongue: Tongue?

  init(among asked: Answer, _ assistant: Assistant, _ tongue: Tongue?) {
    self.asked = asked
    self.assistant = assistant
    self.tongue = tongue
  }

  /// The full question that the words stand for; nil when they answer nothing.
  func question(_ text: String) -> String? {
    guard !asked.choices.isEmpty else { return nil }
    let said = Self.words(text).filter { !Self.small.contains($0) }
    if let place = place(said) { return asked.choices[place].question }
    guard !said.isEmpty else { return nil }
    if let choice = named(said) { return choice.question }
    return said.count > 4 ? nil : inPlace(text)
  }

  /// « et l'autre ? »: the one of two that was not chosen.
  static func isOther(_ text: String) -> Bool {
    let said = words(text).filter { !small.contains($0) && !["et", "and"].contains($0) }
    return said == ["autre"] || said == ["other"]
  }

  /// « la 2 », "the second one", « le dernier »: nothing but a place.
  private func place(_ said: [String]) -> Int? {
    guard said.count == 1, let word = said.first else { return nil }
    guard let number = Int(word) ?? Ordinal.of(word) else { return nil }
    let place = number < 0 ? asked.choices.count - 1 : number - 1
    return asked.choices.indices.contains(place) ? place : nil
  }

  /// The one choice whose label has all the words, or more of them than any other has.
  private func named(_ said: [String]) -> Answer.Choice? {
    let words = Set(said.map(Self.singular))
    let scores = asked.choices.map { choice in
      words.intersection(Self.words(choice.label).map(Self.singular)).count
    }
    guard let best = scores.max(), best > 0, scores.count(where: { $0 == best }) == 1,
      best == words.count || words.count <= 4 && best * 2 >= words.count
    else { return nil }
    return scores.firstIndex(of: best).map { asked.choices[$0] }
  }

  /// The question asked back about with the word in doubt replaced by what was said, where that answers it.
  private func inPlace(_ text: String) -> String? {
    guard case .ambiguousMeaning(let word) = asked.reason,
      let place = asked.question.firstRange(of: word)
    else { return nil }
    let said = Self.words(text).filter { !Self.small.contains($0) }.joined(separator: " ")
    let offered = asked.choices.flatMap { figures(of: $0.question) }
    // "supplier ones", of orders, are supplier orders.
    return [text, said + " " + word, word + " " + said].lazy
      .map { asked.question.replacingCharacters(in: place, with: $0) }
      .first { figures(of: $0).contains(where: offered.contains) }
  }

  private func figures(of question: String) -> [String] {
    let query = assistant.query(assistant.utterance(question, in: tongue))
    return query?.measures.map(\.metric) ?? []
  }

  // MARK: - Words

  /// The folded words, without marks.
  private static func words(_ text: String) -> [String] {
    Lexer.tokens(of: text).filter { $0.kind != .symbol }.map(\.folded)
  }

  /// Without the mark of the plural.
  private static func singular(_ word: String) -> String {
    word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  /// Words that choose nothing.
  private static let small: Set<String> = [
    "le", "la", "les", "l", "l'", "the", "de", "des", "du", "d'", "of", "from", "to", "celle",
    "celui",
    "celles", "ceux", "aux", "au", "a", "one", "ones", "option", "choix", "choice", "numero",
    "number",
    "n", "je", "j'", "i", "veux", "voulais", "dire", "mean", "meant", "want", "parle", "parlais",
    "c'est",
    "c'", "est", "it's", "oui", "yes", "stp", "svp", "please", "pls", "plz", "pour", "for", "non",
    "no",
    "plutot", "rather", "prends", "take", "chez", "nos", "our", "mes", "my",
  ]
}
