import Language
package import SemanticModel
import ValueIndex
import Values

/// Understands questions: words in, ranked readings out.
///
/// Knows the corpus and the names of the data, never SQL.
package struct Interpreter: Sendable {
  package let model: SemanticModel
  package let lexicon: Lexicon
  package let catalog: ValueCatalog

  package init(model: SemanticModel, lexicon: Lexicon, catalog: ValueCatalog) {
    self.model = model
    self.lexicon = lexicon
    self.catalog = catalog
  }

  /// All that the words of a question can mean.
  package func understand(_ utterance: Utterance) -> Understanding {
    guard !utterance.tokens.isEmpty else { return .empty }
    let coverings = Segmenter.coverings(spans(of: utterance), of: utterance)
    guard let best = coverings.first else { return .empty }
    if let special = special(best, utterance) { return special }
    var readings: [Reading] = []
    for covering in coverings {
      var composer = Composer(model: model, utterance: utterance, covering: covering)
      var reading = composer.compose()
      if !readings.contains(where: { $0.outcome == reading.outcome && $0.score >= reading.score }) {
        reading.spans = composer.describedSpans
        readings.append(reading)
      }
    }
    readings.sort { $0.score > $1.score }
    let meaningful = readings.filter(\.isMeaningful)
    if meaningful.isEmpty { return .nothing(unexplained: readings.first?.unexplained ?? []) }
    return .readings(meaningful)
  }

  /// Every reading of every run of words, by its first token.
  func spans(of utterance: Utterance) -> [[Span]] {
    var spans = SpanFinder(lexicon: lexicon, catalog: catalog, utterance: utterance).spans()
    let shared =
      SharedHeads(model: model, lexicon: lexicon, utterance: utterance).spans()
      + SharedStates(model: model, lexicon: lexicon, utterance: utterance).spans()
    for span in shared {
      spans[span.tokens.lowerBound].append(span)
    }
    let words = SharedWords(model: model)
    return words.settled(
      words.placed(words.ordered(spans, in: utterance), in: utterance),
      in: utterance
    )
  }

  /// What a phrase may mean where none of it is sure: « à risque » is said of customers, of products, of orders.
  ///
  /// - Returns: meanings as spans describe them ("segment soon_out_of_stock"), sorted; none where one of them is sure.
  package func looseMeanings(of phrase: String) -> [String] {
    let words = Lexer.tokens(of: phrase).map { CanonicalWord.of($0) }
    guard !words.isEmpty else { return [] }
    let senses = lexicon.hits(in: words, at: 0).filter { $0.tokens.upperBound == words.count }
      .flatMap(\.senses)
    let isLoose = senses.allSatisfy { sense in
      if case .value = sense.meaning { return true }
      return sense.role == .weak
    }
    guard isLoose else { return [] }
    let meanings = senses.compactMap { sense -> String? in
      switch sense.meaning {
      case .metric(let name): "metric \(name)"
      case .dimension(let name): "dimension \(name)"
      case .segment(let name): "segment \(name)"
      case .analysis(let name): "analysis \(name)"
      case .value, .marker, .shorthand: nil
      }
    }
    return Set(meanings).sorted()
  }

  /// Small talk, orders to write, questions about the data's extent.
  private func special(_ covering: Segmenter.Covering, _ utterance: Utterance) -> Understanding? {
    let content = covering.spans.filter { !$0.isSilent || $0.marker == .followUp }
    let markers = content.compactMap(\.marker)
    let meaningful = content.filter { !$0.isUnknown && $0.marker == nil }
    if isWrite(covering, utterance) || isStatement(utterance) { return .write }
    let talk = covering.spans.compactMap(\.marker).first {
      [.greeting, .thanks, .farewell, .help, .identity].contains($0)
    }
    if let talk, covering.spans.first?.marker == talk, meaningful.allSatisfy(\.isDoubtfulName) {
      return .talk(talk)
    }
    if let talk, meaningful.isEmpty, content.allSatisfy({ !$0.isUnknown || $0.tokens.count == 1 }) {
      let strongest =
        [.identity, .help, .greeting, .farewell, .thanks].first { markers.contains($0) } ?? talk
      return .talk(strongest)
    }
    if markers.contains(.tables) { return .tables }
    if markers.contains(.currency), !content.contains(where: { $0.marker == .group }) {
      return .currency
    }
    if markers.contains(.coverage),
      !meaningful.contains(where: {
        $0.dimension == "product" || $0.value != nil || $0.analysis != nil
      })
    {
      return .coverage
    }
    if covering.spans.first?.marker == .group, meaningful.allSatisfy({ $0.dimension != nil }) {
      // « par région » alone splits nothing.
      return .followUp
    }
    if startsAsFollowUp(covering),
      !meaningful.contains(where: {
        $0.metric != nil || $0.dimension != nil || takesTerms($0)
      })
    {
      return .followUp
    }
    return nil
  }

  /// « et si je baisse le prix de 10 % ? » is a question of its own.
  private func takesTerms(_ span: Span) -> Bool {
    span.analysis.flatMap { model.analyses[$0] }?.terms.isEmpty == false
  }

  /// "DROP TABLE …", "delete from …": a statement instead of a question, wherever it stands.
  private func isStatement(_ utterance: Utterance) -> Bool {
    let verbs: Set<String> = ["drop", "delete", "insert", "update", "alter", "truncate", "create"]
    let objects: Set<String> = ["table", "from", "into", "database", "index", "view"]
    return zip(utterance.tokens, utterance.tokens.dropFirst()).contains {
      verbs.contains($0.folded) && objects.contains($1.folded)
    }
  }

  /// An order to change something: a writing verb first, after politeness only, and then its object.
  private func isWrite(_ covering: Segmenter.Covering, _ utterance: Utterance) -> Bool {
    for span in covering.spans {
      let start = span.tokens.lowerBound
      // « que change le Black Friday ? » asks.
      if Self.asking.contains(utterance.tokens[start].folded) { return false }
      if let verb = writingVerb(at: start, utterance) {
        let before = covering.spans.prefix { $0.tokens.lowerBound < start }
        let isNoun = before.contains { $0.marker == .stop || $0.marker == .filler }
        return hasObject(after: verb, isNoun: isNoun, utterance)
      }
      guard let marker = span.marker, [.polite, .greeting, .stop, .filler].contains(marker) else {
        return false
      }
    }
    return false
  }

  private static let asking: Set<String> = ["que", "qu'", "what", "quoi", "comment", "how"]

  private func writingVerb(at start: Int, _ utterance: Utterance) -> Range<Int>? {
    lexicon.hits(in: utterance.words, at: start).last { hit in
      hit.senses.contains { $0.meaning == .marker(.write) && $0.tongues.contains(utterance.tongue) }
    }?.tokens
  }

  /// « passe le prix … », "cancel every order": what is changed follows at once; « baisse du CA » is no order.
  private func hasObject(after verb: Range<Int>, isNoun: Bool, _ utterance: Utterance) -> Bool {
    guard verb.upperBound < utterance.tokens.count else { return false }
    let next = utterance.tokens[verb.upperBound]
    let isOrder = ["order", "commande"].contains(utterance.words[verb.lowerBound])
    // « ma commande 1234 », "where is order 1234" speak of a thing.
    if next.kind == .number {
      return !isOrder || !(isNoun || isWhole(after: verb.upperBound, utterance))
    }
    return !isOrder && Self.determiners.contains(next.folded)
  }

  /// Whether nothing that could be ordered stands behind a number: « commande 1234 livrée quand ? », "order 1234?".
  private func isWhole(after number: Int, _ utterance: Utterance) -> Bool {
    guard let next = utterance.tokens.dropFirst(number + 1).first else { return true }
    let verbs: Set<String> = [
      "livree", "livre", "arrive", "arrivera", "arrivee", "quand", "est", "a", "va", "sera",
      "expediee",
      "statut", "en", "when", "will", "is", "has", "status", "was", "delivered", "arrives",
      "shipped",
      "late", "ou", "where",
    ]
    return next.kind == .symbol || verbs.contains(next.folded)
  }

  private static let determiners: Set<String> = [
    "le", "la", "les", "l'", "un", "une", "ce", "cet", "cette", "ces", "mon", "ma", "mes", "notre",
    "nos", "tous", "toutes", "tout",
    "moi", "the", "a", "an", "this", "that", "these", "those", "my", "our", "all", "every", "each",
    "any", "it", "them",
  ]

  func startsAsFollowUp(_ covering: Segmenter.Covering) -> Bool {
    guard let first = covering.spans.first else { return false }
    return first.marker == .followUp || first.marker == .and
  }
}

extension Span {
  /// A name found only by a slip of the finger: no reason to query behind a greeting.
  var isDoubtfulName: Bool { value.map { $0.quality >= .prefix } ?? false }
}

extension Reading {
  /// Whether the reading asks for anything at all.
  var isMeaningful: Bool {
    guard case .query(let query) = outcome else { return true }
    return !query.measures.isEmpty || !query.keys.isEmpty
  }
}
