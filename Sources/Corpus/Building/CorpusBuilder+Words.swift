import SemanticModel
import Values

/// Reading of what comes in both languages.
extension CorpusBuilder {
  private static let tongues = Tongue.allCases.map(\.rawValue)

  /// The French and the English part of a mapping; a missing part is reported.
  mutating func parts(_ node: YAMLNode, key: String) -> (french: YAMLNode, english: YAMLNode)? {
    guard let fields = fields(node, key: key, allowed: Self.tongues) else { return nil }
    let french = part(.french, of: fields, key: key)
    let english = part(.english, of: fields, key: key)
    guard let french, let english else { return nil }
    return (french, english)
  }

  private mutating func part(_ tongue: Tongue, of fields: Fields, key: String) -> YAMLNode? {
    if let node = fields[tongue.rawValue] { return node }
    report(.missingLanguage(tongue, of: key), at: fields.position)
    return nil
  }

  /// A text in both languages.
  mutating func localized(_ node: YAMLNode, key: String) -> LocalizedText? {
    guard let (french, english) = parts(node, key: key) else { return nil }
    let frenchText = text(french, key: key)
    let englishText = text(english, key: key)
    guard let frenchText, let englishText else { return nil }
    return LocalizedText(french: frenchText, english: englishText)
  }

  /// A text in both languages that must be there.
  mutating func requiredLocalized(_ key: String, in fields: Fields) -> LocalizedText? {
    required(key, in: fields).flatMap { localized($0, key: key) }
  }

  /// The noun under `label`.
  mutating func noun(in fields: Fields) -> Noun? {
    guard let label = required("label", in: fields),
      let (french, english) = parts(label, key: "label")
    else { return nil }
    let frenchFields = self.fields(french, key: "fr", allowed: ["one", "many", "gender"])
    let englishFields = self.fields(english, key: "en", allowed: ["one", "many"])
    guard let frenchFields, let englishFields else { return nil }
    let texts = [frenchFields, englishFields].map { part in
      (requiredText("one", in: part), requiredText("many", in: part))
    }
    let gender = requiredChoice("gender", in: frenchFields, among: [Gender.m, .f])
    guard let frenchOne = texts[0].0, let frenchMany = texts[0].1, let englishOne = texts[1].0,
      let englishMany = texts[1].1, let gender
    else { return nil }
    return Noun(
      singular: LocalizedText(french: frenchOne, english: englishOne),
      plural: LocalizedText(french: frenchMany, english: englishMany),
      isFeminine: gender == .f
    )
  }

  private enum Gender: String {
    case m, f
  }

  /// A list of phrases in each language; `mayBeEmpty`: `[]` says there is none in that language.
  mutating func phrases(
    _ node: YAMLNode,
    key: String,
    mayBeEmpty: Bool
  ) -> [(tongue: Tongue, nodes: [YAMLNode])] {
    guard let (french, english) = parts(node, key: key) else { return [] }
    return [(Tongue.french, french), (.english, english)].map { tongue, list in
      (tongue, phraseList(list, key: key, mayBeEmpty: mayBeEmpty))
    }
  }

  /// The phrases of one list; blank ones are reported and left out.
  mutating func phraseList(_ node: YAMLNode, key: String, mayBeEmpty: Bool) -> [YAMLNode] {
    guard let items = items(node, key: key) else { return [] }
    if items.isEmpty && !mayBeEmpty { report(.emptyPhrases(key), at: node.position) }
    return items.filter { item in
      guard let text = item.text else {
        report(.wrongType(key, expected: .text), at: item.position)
        return false
      }
      if text.utf8.contains(where: { $0 != UInt8(ascii: " ") }) { return true }
      report(.emptyPhrases(key), at: item.position)
      return false
    }
  }

  /// Label, synonyms, weak words, verbs, superlatives, questions and neighbours of an object.
  mutating func addWords(
    _ meaning: LexicalEntry.Meaning,
    _ object: Corpus.Reference,
    _ fields: Fields
  ) {
    let roles: [(String, LexicalEntry.Role)] = [
      ("synonyms", .noun), ("weak", .weak), ("verbs", .verb), ("top", .top), ("bottom", .bottom),
    ]
    addLabel(meaning, fields)
    for (key, role) in roles {
      guard let node = fields[key] else { continue }
      for (tongue, nodes) in phrases(node, key: key, mayBeEmpty: role != .noun) {
        for item in nodes {
          addEntry(item.text ?? "", tongue, meaning, role, at: item.position)
        }
      }
    }
    if let node = fields["questions"] {
      for (tongue, nodes) in phrases(node, key: "questions", mayBeEmpty: false) {
        examples += nodes.map { .init(text: $0.text ?? "", tongue: tongue, object: object) }
      }
    }
    let neighbours = texts("confusable", in: fields)
    if !neighbours.isEmpty { confusable[object.name, default: []] += neighbours }
  }

  /// The label's forms are nouns too, unless the synonyms already have them.
  private mutating func addLabel(_ meaning: LexicalEntry.Meaning, _ fields: Fields) {
    for tongue in Tongue.allCases {
      guard let label = fields["label"]?[tongue.rawValue] else { continue }
      var known = fields["synonyms"]?[tongue.rawValue]?.items?.compactMap(\.text) ?? []
      for form in ["one", "many"] {
        guard let node = label[form], let text = node.text, !text.isEmpty, !known.contains(text)
        else { continue }
        known.append(text)
        addEntry(text, tongue, meaning, .noun, at: node.position)
      }
    }
  }
}
