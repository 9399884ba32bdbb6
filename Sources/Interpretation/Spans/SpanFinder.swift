import Language
import SemanticModel
import ValueIndex
import Values

/// Collects every reading of every run of words: phrases of the corpus, names of the data, times, numbers.
struct SpanFinder {
  let lexicon: Lexicon
  let catalog: ValueCatalog
  let utterance: Utterance

  /// All spans by their first token; single unknown tokens are left to the segmenter.
  func spans() -> [[Span]] {
    var spans = [[Span]](repeating: [], count: utterance.tokens.count)
    func add(_ span: Span) {
      let start = span.tokens.lowerBound
      if let value = span.value,
        let same = spans[start].firstIndex(where: {
          $0.tokens == span.tokens && $0.value?.isSame(as: value) == true
        })
      {
        // A name found in two ways is one name: the surer way counts.
        if span.score > spans[start][same].score { spans[start][same] = span }
      } else if !spans[start].contains(span) {
        spans[start].append(span)
      }
    }
    let words = corrected()
    for index in utterance.tokens.indices where isPronoun(index..<(index + 1)) {
      let stop = Sense(meaning: .marker(.stop), role: .noun, tongues: [.french, .english])
      add(span(index..<(index + 1), stop, words, penalty: 0))
    }
    // A word of some phrase of the corpus is ordinary vocabulary only where that phrase stands.
    var known = Array(repeating: false, count: utterance.tokens.count)
    for written in [words] + [spelledOut(words)].compactMap({ $0 }) {
      for start in utterance.tokens.indices {
        for hit in lexicon.hits(in: written.words, at: start) where !hit.isOutsideQuestions {
          if !written.isOwn(hit.tokens) { continue }
          if !hit.tokens.contains(where: { written.isCorrected[$0] }),
            !(hit.senses.contains { $0.ranks || $0.isMarker } && isWrittenAsName(hit.tokens))
          {
            for index in hit.tokens { known[index] = true }
          }
          for span in phraseSpans(hit, written) { add(span) }
        }
      }
    }
    markTimes(in: &known)
    let values = valueSpans(known: known)
    for start in spans.indices {
      for place in spans[start].indices {
        spans[start][place].reasons = reasons(of: spans[start][place], among: values)
      }
    }
    for span in values + orderNumberSpans() + classLetters() { add(span) }
    for span in timeSpans() { add(span) }
    return spans
  }

  /// The readings of a phrase of the corpus.
  private func phraseSpans(_ hit: Lexicon.Hit, _ words: Words) -> [Span] {
    let slips = Float(hit.tokens.count { words.isCorrected[$0] })
    var spans: [Span] = []
    for sense in hit.senses where (slips == 0 || !sense.isMarker) && !sense.isOutsideQuestions {
      if sense.meaning == .marker(.everyday) || sense.word != nil { continue }
      // « et le » opens a question that goes on from the one before; inside one it joins.
      if sense.meaning == .marker(.followUp), hit.tokens.lowerBound > 0 { continue }
      if sense.isTalk, !isAtEdge(hit.tokens) { continue }
      if sense.isMarker, isLetterOfName(hit.tokens) { continue }
      if !sense.isMarker, isBrandNew(hit.tokens) || isMost(hit.tokens) || isInsideManner(hit.tokens)
      {
        continue
      }
      if !sense.isMarker, isPronoun(hit.tokens) { continue }
      if let twin = twin(of: sense, hit.tokens) {
        spans.append(span(hit.tokens, twin, words, penalty: 0.15 * slips))
      }
      let cuts: Float =
        cutsLongerName(hit.tokens, sense, words.words) || cutsGroup(hit.tokens, sense)
        ? 0.6 : cutsThreshold(hit.tokens) ? 1 : 0
      let particle = particlePenalty(hit.tokens, sense) + shorthandPenalty(hit, sense)
      let name: Float =
        (sense.ranks || sense.isMarker) && isWrittenAsName(hit.tokens) ? 0.6 : 0
      spans.append(span(hit.tokens, sense, words, penalty: 0.15 * slips + particle + cuts + name))
    }
    return spans
  }

  /// "number of orders" counts those of customers and those to suppliers alike, unless its words say which.
  private func twin(of sense: Sense, _ tokens: Range<Int>) -> Sense? {
    let sides: Set<String> = [
      "client", "clients", "customer", "customers", "web", "vente", "ventes", "sales",
    ]
    guard sense.meaning == .metric("orders"), sense.role == .noun,
      !tokens.contains(where: { sides.contains(utterance.tokens[$0].folded) })
    else { return nil }
    return Sense(meaning: .metric("purchase_order_count"), role: .noun, tongues: sense.tongues)
  }

  /// "revenue per customer" ends inside "per customer segment": what is split by is the longer name.
  private func cutsLongerName(_ tokens: Range<Int>, _ sense: Sense, _ words: [String]) -> Bool {
    let last = tokens.upperBound - 1
    guard tokens.count > 2, case .metric = sense.meaning,
      ["per", "by", "par"].contains(utterance.tokens[last - 1].folded)
    else { return false }
    return lexicon.hits(in: words, at: last).contains { hit in
      hit.tokens.upperBound > tokens.upperBound
        && hit.senses.contains { if case .dimension = $0.meaning { true } else { false } }
    }
  }

  /// « ont commandé plus | de 10 fois »: the last word belongs to the number behind it.
  private func cutsThreshold(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    guard tokens.count > 1, last + 2 < utterance.tokens.count,
      ["plus", "moins", "more", "less", "fewer"].contains(utterance.tokens[last].folded),
      ["de", "d'", "than"].contains(utterance.tokens[last + 1].folded)
    else { return false }
    return utterance.numbers.contains { $0.tokens.lowerBound == last + 2 }
  }

  /// « le fournisseur Premier »: a capital inside a sentence, right behind a thing, makes a name of a common word.
  private func isWrittenAsName(_ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    guard tokens.count == 1, start > 0, utterance.tokens[start].isCapitalised,
      utterance.tokens[start].text != utterance.tokens[start].text.uppercased()
    else { return false }
    // "procured from Global": whom goods come from.
    if ["from", "chez"].contains(utterance.tokens[start - 1].folded),
      isName(utterance.tokens[start].folded)
    {
      return true
    }
    return isThing(at: start - 1)
  }

  /// "Warehouse A": a capital letter right behind a thing tells which one, and is no article.
  private func isLetterOfName(_ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    guard tokens.count == 1, start > 0, utterance.tokens[start].text == "A",
      utterance.tokens.contains(where: { $0.text != $0.text.uppercased() })
    else { return false }
    return isThing(at: start - 1)
  }

  /// Whether a word names a sort of thing: "supplier", « entrepôt ».
  func isThing(at index: Int) -> Bool {
    lexicon.hits(in: utterance.words, at: index).contains { hit in
      hit.tokens.count == 1
        && hit.senses.contains { sense in
          if case .dimension = sense.meaning { sense.role == .noun } else { false }
        }
    }
  }

  /// « ça » is no « CA »: the cedilla tells them apart where it is written.
  private func isPronoun(_ tokens: Range<Int>) -> Bool {
    tokens.count == 1 && utterance.tokens[tokens.lowerBound].text.lowercased() == "ça"
  }

  /// Greetings stand at the beginning or the end: « on a à plus de 40 pièces » says no « à plus ».
  private func isAtEdge(_ tokens: Range<Int>) -> Bool {
    let words = utterance.tokens.indices.filter { utterance.tokens[$0].kind != .symbol }
    return tokens.contains(words.first ?? 0) || tokens.contains(words.last ?? 0)
  }

  // MARK: - Words

  /// The question's words, the misspelt ones replaced by the word of the corpus they must be.
  private func corrected() -> Words {
    var result = Words(
      words: utterance.words,
      isCorrected: Array(repeating: false, count: utterance.words.count)
    )
    for (index, token) in utterance.tokens.enumerated() where token.kind == .word {
      let word = utterance.words[index]
      guard !lexicon.contains(word), catalog.translations[word] == nil, !isPartOfPhrase(index),
        !utterance.times.contains(where: { $0.tokens.contains(index) }),
        !utterance.isAdverb(token.folded), !isName(token.folded),
        let better = correction(at: index, token, in: result.words)
      else { continue }
      result.words[index] = better
      result.isCorrected[index] = true
    }
    return result
  }

  /// What a misspelt word must be, as phrases hold it or else as it was written: « panié » is no "pany".
  private func correction(at index: Int, _ token: Token, in words: [String]) -> String? {
    if let better = lexicon.correction(at: index, in: words) {
      // "against Cdiscount": a name of something else is no slip of "discount".
      let isName = index > 0 && token.isCapitalised && better.first != token.folded.first
      return isName ? nil : better
    }
    var written = words
    written[index] = token.folded
    return written == words ? nil : lexicon.correction(at: index, in: written)
  }

  /// Whether a translatable phrase covers a token.
  private func isPartOfPhrase(_ index: Int) -> Bool {
    (max(0, index - 3)...index).contains { start in
      phrase(at: start).map { $0.range.contains(index) } ?? false
    }
  }

  /// Whether a word is one of a name of the data as it stands.
  private func isName(_ folded: String) -> Bool {
    catalog.index.matches(in: [folded], options: MatchOptions(maxEdits: 0)).contains {
      $0.quality <= .allTokens
    }
  }

  private func span(_ tokens: Range<Int>, _ sense: Sense, _ words: Words, penalty: Float) -> Span {
    let count = Float(tokens.count)
    let weight: Float
    let meaning: Span.Meaning
    switch sense.meaning {
    case .metric(let name):
      meaning = .metric(name, sense.role)
      weight = Self.weight(sense.role)
    case .dimension(let name):
      meaning = .dimension(name, sense.role)
      weight = Self.weight(sense.role)
    case .segment(let name):
      meaning = .segment(name)
      weight = sense.role == .weak ? 0.75 : 1.05
    case .analysis(let name):
      meaning = .analysis(name)
      weight = sense.role == .weak ? 0.7 : 0.98
    case .value(let dimension, let value):
      let reading = ValueReading(
        dimension: dimension,
        names: [NamedValue(key: .text(value), name: value)],
        total: 1,
        quality: .exact,
        words: Array(utterance.tokens[tokens].map(\.folded))
      )
      meaning = .value(reading)
      weight = sense.role == .weak ? 0.75 : 1.0
    case .shorthand: preconditionFailure("a shorthand is read as its word")
    case .marker(let marker):
      meaning = .marker(marker)
      weight =
        marker == .write
        ? 0.6
        : marker == .coverage
          ? 1.1
          : tokens.count >= 3 && marker.isSilent
            ? 0.7
            : marker == .stop ? 0.5 : marker == .filler ? 0.55 : marker.isSilent ? 0.7 : 0.9
    }
    // A phrase of several words that fits as a whole is surer than its words one by one.
    let whole = 0.12 * Float(tokens.count - 1)
    let foreign: Float = sense.tongues.contains(utterance.tongue) ? 0 : 0.45
    return Span(
      tokens: tokens,
      meaning: meaning,
      score: count * weight - 0.1 - penalty - foreign + whole,
      entity: entity(in: tokens, sense, words.words)
    )
  }

  /// The entity whose noun stands inside a phrase for a segment or a ranked figure.
  private func entity(in tokens: Range<Int>, _ sense: Sense, _ words: [String]) -> String? {
    guard tokens.count > 1 else { return nil }
    switch sense.meaning {
    // "Corporate customers" are customers.
    case .segment, .value: break
    case .metric where sense.role == .top || sense.role == .bottom || sense.role == .verb: break
    default: return nil
    }
    var longest: (name: String, count: Int)?
    for index in tokens {
      for hit in lexicon.hits(in: words, at: index)
      where hit.tokens.upperBound <= tokens.upperBound && hit.tokens.count > (longest?.count ?? 0) {
        // « livraisons clients en retard » is about deliveries: the thing stands first or last.
        if case .segment = sense.meaning, hit.tokens.lowerBound != tokens.lowerBound,
          hit.tokens.upperBound != tokens.upperBound
        {
          continue
        }
        for case .dimension(let name) in hit.senses.filter({ $0.role == .noun }).map(\.meaning) {
          longest = (name, hit.tokens.count)
          break
        }
      }
    }
    return longest?.name
  }

  private static func weight(_ role: LexicalEntry.Role) -> Float {
    switch role {
    case .noun: 1.0
    case .verb: 0.86
    case .weak: 0.7
    case .top, .bottom: 1.02
    }
  }

  // MARK: - Names

  /// The reasons of movements or returns that a figure's words name at the same time: « casse et vol ».
  private func reasons(of span: Span, among values: [Span]) -> [ValueReading] {
    guard case .metric = span.meaning else { return [] }
    let inside = values.filter { value in
      value.tokens.lowerBound >= span.tokens.lowerBound
        && value.tokens.upperBound <= span.tokens.upperBound
    }
    let reasons = inside.compactMap(\.value).filter {
      $0.quality <= .plural && ["movement_reason", "return_reason"].contains($0.dimension)
    }
    return reasons.filter { $0.dimension == reasons.first?.dimension }
  }

  /// The words of times are ordinary vocabulary too: neither corrected nor enough alone for a partial name.
  private func markTimes(in known: inout [Bool]) {
    for time in utterance.times {
      if case .comparison = time.meaning { continue }
      for index in time.tokens { known[index] = true }
    }
  }

  private func valueSpans(known: [Bool]) -> [Span] {
    let folded = utterance.tokens.map(\.folded)
    var found = readings(
      catalog.index.matches(in: folded, options: MatchOptions(known: known)),
      folded
    )
    // The same question with plain words in the data's language: « entrepôt C » → "warehouse C".
    for variant in translatedVariants(folded) {
      let matches = catalog.index.matches(in: variant.words, options: MatchOptions(known: known))
      for var match in matches where match.tokens.contains(where: { variant.end[$0] != nil }) {
        match.candidates.removeAll { !variant.isWhole($0.name, match.tokens) }
        guard !match.candidates.isEmpty else { continue }
        let end = match.tokens.compactMap { variant.end[$0] }.max() ?? 0
        match.tokens = match.tokens.lowerBound..<max(end, match.tokens.upperBound)
        // « sous-catégories de Furniture »: a family written as it is goes before one that means as much.
        let isWritten =
          isFamily(match.dimension)
          && found.contains { span in
            span.tokens == match.tokens && span.value?.quality == .exact
              && Self.families.contains(span.value?.dimension ?? "")
          }
        found += readings(
          [match],
          variant.words,
          penalty: variant.penalty + (isWritten ? 0.3 : 0)
        )
      }
    }
    return found
  }

  /// The dimensions that divide the catalogue.
  private static let families: Set<String> = ["category", "subcategory"]

  private func isFamily(_ dimension: Int) -> Bool {
    catalog.dimensions.indices.contains(dimension)
      && Self.families.contains(catalog.dimensions[dimension])
  }

  private func readings(_ matches: [ValueMatch], _ folded: [String], penalty: Float = 0) -> [Span] {
    matches.compactMap { match in
      guard match.dimension < catalog.dimensions.count, !match.candidates.isEmpty,
        !isNumberOnly(match), !isShortSlip(match), !isFarFetched(match), !isAddressPart(match),
        !crossesDirection(match, folded), !crossesVerb(match, folded),
        !crossesConjunction(match, folded), !isBeginningOfVerb(match),
        match.tokens.count > 1 || !isFunctionWord(match.tokens.lowerBound)
      else { return nil }
      let best = bestCandidates(match, folded)
      let reading = ValueReading(
        dimension: catalog.dimensions[match.dimension],
        names: best.map { NamedValue(key: $0.key, name: $0.name) },
        total: best.count < match.candidates.count && match.quality >= .typo
          ? best.count : max(match.total, best.count),
        quality: match.quality,
        words: match.tokens.map { folded[$0] }.filter {
          $0.utf8.count > 1 || $0.first?.isNumber == true || match.quality <= .plural
        }
      )
      let count = Float(match.tokens.count)
      return Span(
        tokens: match.tokens,
        meaning: .value(reading),
        // Words that stand together in one name are surer than each in a name of its own.
        score: count * Self.weight(match) + (match.quality <= .allTokens ? 0.25 * (count - 1) : 0)
          - 0.1 - penalty
          + Self.preference(reading.dimension) * (match.quality <= .plural ? 1 : 0.5)
          - nounPenalty(match)
      )
    }
  }

  /// "three" alone is a number, not part of a product's name.
  private func isNumberOnly(_ match: ValueMatch) -> Bool {
    match.quality > .plural && !isWrittenAsName(match.tokens)
      && utterance.numbers.contains {
        $0.tokens.lowerBound <= match.tokens.lowerBound
          && match.tokens.upperBound <= $0.tokens.upperBound
      }
  }

  /// A surname is no e-mail address.
  private func isAddressPart(_ match: ValueMatch) -> Bool {
    catalog.dimensions[match.dimension] == "email" && !utterance.text.contains("@")
  }

  /// "ring" is no ping-pong and "hour" no « four »: a word of four letters is corrected only where it is written as a name.
  private func isShortSlip(_ match: ValueMatch) -> Bool {
    guard match.quality >= .typo, match.tokens.count == 1 else { return false }
    let token = utterance.tokens[match.tokens.lowerBound]
    return token.folded.utf8.count <= 4 && token.text.first?.isUppercase != true
  }

  /// « plongé » is no « Mixeur plongeant »: one word that only resembles a word inside a name, and not its head.
  private func isFarFetched(_ match: ValueMatch) -> Bool {
    guard match.quality == .prefix || match.quality == .partialTypo, match.tokens.count == 1
    else { return false }
    let token = utterance.tokens[match.tokens.lowerBound]
    let beginning = token.folded.prefix(2)
    return token.text.first?.isUppercase != true
      && !match.candidates.contains { Fold.fold($0.name).hasPrefix(beginning) }
  }

  /// The candidates that fit best; of misspelt ones those with the right first letter, which is rarely the wrong one.
  private func bestCandidates(_ match: ValueMatch, _ folded: [String]) -> [Candidate] {
    // A partial name fits all that contain it, however long: none of them is meant more than the others.
    if match.total > 1, match.quality == .allTokens || match.quality == .prefix {
      return match.candidates
    }
    let best = match.candidates.filter { $0.score >= match.score - 0.001 }
    guard match.quality >= .typo, best.count > 1, let first = folded[match.tokens.lowerBound].first
    else { return best }
    let same = best.filter { Fold.fold($0.name).first == first }
    return same.isEmpty ? best : same
  }

  /// « ventes » is the figure before it is the name of a reason; only a longer name or a cue says otherwise.
  private func nounPenalty(_ match: ValueMatch) -> Float {
    guard match.tokens.count == 1 else { return 0 }
    // "did revenue change": a category « Change » is written as one.
    if isEveryday(match.tokens.lowerBound),
      utterance.tokens[match.tokens.lowerBound].text.first?.isLowercase == true
    {
      return 0.4
    }
    let isNoun = lexicon.hits(in: utterance.words, at: match.tokens.lowerBound).contains { hit in
      hit.tokens == match.tokens
        && hit.senses.contains { sense in
          guard sense.role != .weak else { return false }
          switch sense.meaning {
          case .metric, .dimension, .segment: return true
          case .analysis, .value, .marker, .shorthand: return false
          }
        }
    }
    return isNoun ? 0.4 : 0
  }

  private func isEveryday(_ index: Int) -> Bool {
    lexicon.hits(in: utterance.words, at: index).contains { hit in
      hit.tokens.count == 1 && hit.senses.contains { $0.meaning == .marker(.everyday) }
    }
  }

  /// A word for a group takes the widest group it fits: category, then subcategory, then names.
  private static func preference(_ dimension: String) -> Float {
    switch dimension {
    case "category": 0.3
    case "subcategory": 0.06
    default: 0
    }
  }

  private static func weight(_ match: ValueMatch) -> Float {
    switch match.quality {
    case .exact: 1.15
    case .plural: 1.1
    case .allTokens: 0.85 + 0.2 * match.score
    case .prefix: 0.5 + 0.2 * match.score
    case .typo: 0.75
    case .partialTypo: 0.35 + 0.3 * match.score
    }
  }
}
