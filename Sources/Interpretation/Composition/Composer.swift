import Language
import SemanticModel
import Values

/// Turns one covering of the question into a `Query`: finds who is grouped, listed, counted, filtered, ranked.
///
/// Closed rules on the order of spans; each rule group is an extension in a file of its own. The composer
/// never drops a span silently: what no rule takes lowers the reading's score.
struct Composer {
  /// A span that carries something, and where it stands.
  struct Item {
    let span: Span
    /// First of a clause: at the start, or after « : », « ? », « ; ».
    let opensClause: Bool
    let isPlural: Bool
    /// A preposition such as « des », "for" stands right before.
    let followsPreposition: Bool
  }

  /// A figure mentioned, and how.
  struct Mention {
    let metric: String
    let role: LexicalEntry.Role
    let item: Int
  }

  let model: SemanticModel
  let utterance: Utterance
  let covering: Segmenter.Covering
  var items: [Item]

  var isUsed: [Bool]
  var query = Query()
  var penalty: Float = 0
  var notes: [Reading.Note] = []
  var ambiguousNames: [Reading.NameChoice] = []

  /// Entities and attributes that stand as the subject: « quels clients », "top 5 products".
  var heads: [(dimension: String, item: Int)] = []
  /// Attributes mentioned beside, neither grouped nor subject.
  var asides: [(dimension: String, item: Int)] = []
  var mentions: [Mention] = []
  var counted: String?
  var limit: Int?
  /// « le troisième client »: only the one in this place.
  var place: Int?
  /// « leur montant cumulé » of what is counted: its sum.
  var sumsUp = false
  /// Superlatives that are statistics, and where they stand.
  var extremeStatistics: [(function: Rollup.Function, item: Int)] = []
  /// Whether the subject of a ranking was not said.
  var hasImpliedSubject = false
  /// Whether more (true) or less is said of the later of two periods.
  var comparative: Bool?
  var rank: (isDescending: Bool, isQuality: Bool, item: Int)?
  /// What is to be ordered beyond the need, a fraction.
  var orderMargin: Double?
  /// The costs said for an economic order quantity.
  var orderTerms = OrderTerms()
  /// The days that an order is to cover.
  var orderCoverDays: Int?
  /// Days that replace the trailing days of the figures asked for.
  var lapse: Int?
  /// Words that carry something and that no rule could place.
  var unusedWords: [String] = []
  var conditionMetrics: Set<Int> = []
  /// Dimensions of which several values were named.
  var namedGroups: [String] = []
  /// Names that several things bear, letter by letter.
  var sharedNames: [Reading.NameChoice] = []
  /// A time unit asked for: « quel mois ».
  var askedGrain: Grain?
  var askedGrainIsPlural = false
  /// Whether weekends are set against the other days.
  var contrastsWeekends = false
  /// Hours of the day that are set against each other.
  var contrastedHours: [DayHours] = []
  /// Datasets whose rows the figures are to be told without.
  var excludedDatasets: [String] = []
  /// Whether the figures were put along time because a trend was asked for.
  var followsCourse = false
  /// Whether states were only said to count as well.
  var includesOthers = false
  /// Tokens that said something for a term of the analysis.
  var claimed: Set<Int> = []
  /// Segments named so far, in order.
  var segments: [String] = []

  init(model: SemanticModel, utterance: Utterance, covering: Segmenter.Covering) {
    self.model = model
    self.utterance = utterance
    self.covering = covering
    items = Self.items(of: covering, utterance)
    isUsed = Array(repeating: false, count: items.count)
  }

  private static func items(of covering: Segmenter.Covering, _ utterance: Utterance) -> [Item] {
    var items: [Item] = []
    var opensClause = true
    var followsPreposition = false
    for span in covering.spans {
      let first = utterance.tokens[span.tokens.lowerBound]
      if span.isSilent || span.isUnknown {
        if first.kind == .symbol, "?;.!".contains(first.folded), span.tokens.lowerBound > 0 {
          opensClause = true
        }
        if Self.prepositions.contains(first.folded) {
          followsPreposition = true
        } else if !Self.determiners.contains(first.folded) {
          followsPreposition = false
        }
        continue
      }
      if span.marker == .colon {
        opensClause = true
        continue
      }
      // « Bonjour, fournisseurs actifs » says the same as without.
      if items.isEmpty, span.marker == .and || span.marker?.isTalk == true, greets(covering) {
        continue
      }
      items.append(
        Item(
          span: span,
          opensClause: opensClause,
          isPlural: isPlural(span, utterance),
          followsPreposition: followsPreposition
        )
      )
      opensClause = false
      followsPreposition = false
    }
    return items
  }

  private static func greets(_ covering: Segmenter.Covering) -> Bool {
    covering.spans.first?.marker?.isTalk == true
  }

  private static let prepositions: Set<String> = [
    "de", "du", "des", "d'", "aux", "au", "pour", "chez", "sur", "of", "for", "to", "from", "in",
    "on", "with", "avec", "dans",
  ]

  /// Small words that may stand between a preposition and its noun.
  private static let determiners: Set<String> = [
    "le", "la", "les", "l'", "nos", "notre", "mes", "mon", "ces", "ce", "cette", "leur", "leurs",
    "the", "our", "my", "its", "their", "all", "tous", "toutes",
  ]

  /// Whether a noun is written in the plural, or follows a plural article.
  private static func isPlural(_ span: Span, _ utterance: Utterance) -> Bool {
    // French nouns lead their complements, English ones follow them: « commandes client », "customer orders".
    for noun in Set([span.tokens.lowerBound, span.tokens.upperBound - 1]) {
      let word = utterance.tokens[noun].folded
      // « mois » and « prix » are the same in both: the word before tells.
      let telling = invariables.contains(word) ? noun - 1 : noun
      if telling >= 0, isMarkedPlural(utterance.tokens[telling].folded) { return true }
    }
    guard span.tokens.lowerBound > 0 else { return false }
    return ["les", "des", "quels", "quelles", "ces", "nos"].contains(
      utterance.tokens[span.tokens.lowerBound - 1].folded
    )
  }

  private static let invariables: Set<String> = ["mois", "prix"]

  private static func isMarkedPlural(_ word: String) -> Bool {
    (word.hasSuffix("s") || word.hasSuffix("x")) && CanonicalWord.of(word) != word
      && !word.hasSuffix("ss")
  }

  // MARK: - Neighbours

  func marker(_ index: Int) -> Marker? {
    items.indices.contains(index) ? items[index].span.marker : nil
  }

  /// The nearest item before that is not « et » or a comma.
  func previous(_ index: Int) -> Int? {
    items.indices.contains(index - 1) ? index - 1 : nil
  }

  func isMarker(_ index: Int, _ markers: Set<Marker>) -> Bool {
    marker(index).map { markers.contains($0) } ?? false
  }

  /// Whether a marker stands anywhere and is not used up.
  func has(_ marker: Marker) -> Bool {
    items.indices.contains { !isUsed[$0] && self.marker($0) == marker }
  }

  func firstItem(_ markers: Set<Marker>) -> Int? {
    items.indices.first { !isUsed[$0] && isMarker($0, markers) }
  }

  /// Marks every item with one of these markers as used; tells whether there was one.
  @discardableResult
  mutating func take(_ markers: Set<Marker>) -> Bool {
    var found = false
    for index in items.indices where !isUsed[index] && isMarker(index, markers) {
      isUsed[index] = true
      found = true
    }
    return found
  }

  /// Gives a span another meaning.
  mutating func read(_ index: Int, as meaning: Span.Meaning) {
    items[index] = items[index].meaning(meaning)
  }

  // MARK: - The whole

  /// The reading of this covering.
  mutating func compose() -> Reading {
    explainStates()
    readHowMuchOf()
    let call = takeAnalysis()
    if call == nil, let analysis = items.lazy.compactMap(\.span.analysis).first,
      !asksForStored(analysis)
    {
      // Figures, axes and comparisons beside it speak for a question that SQL answers.
      for item in items where item.span.marker != nil && item.span.marker != .list {
        penalty += 0.15
      }
      for item in items where item.span.metric != nil && item.span.role == .noun { penalty += 0.45 }
      penalty += 0.3 * Float(items.indices.count { isMarker($0, [.group]) })
      return reading(.analysis(analysis))
    }
    // "what's declining?" asks which, not what the figure looked into means.
    let asksWhich = call.flatMap { model.analyses[$0.name] }?.picksThings == true
    if !asksWhich, let definition = definition() {
      return reading(.definition(call.map { .analysis($0.name) } ?? definition))
    }
    nameCountedWord()
    takeEventLapses()
    readPriorities()
    leaveOutExceptions()
    readModelQuality()
    takeOrderMargin()
    leaveCostsOfNetMargin()
    leaveOtherStatistics()
    leaveOtherUnits()
    takeHowOften()
    takeAmountAsked()
    takeExclusions()
    takeContrasts()
    takeIncluded()
    takeOrderTerms()
    takeOutcomes()
    readDatesOfStates()
    readPieces()
    readSalesCounted()
    readThingsCounted()
    readCountBeside()
    readOrderNumbers()
    takeEndOfMonth()
    findKeys()
    takePronouns()
    takeNumbersOfThings()
    findHeads()
    findRank()
    findNegativeEvents()
    findSegments()
    findConditions()
    findMentions()
    rankBeside()
    findValues()
    findPeriods()
    shape()
    countUnitsOfTime()
    tellCosts()
    tellWhose()
    weighMoney()
    leaveOutExclusions()
    if let call { settle(call) }
    for index in items.indices where marker(index) == .rate && index > 0 {
      // "margin rate" is one figure, not a margin and a word for rates.
      let before = items[index - 1].span
      if before.metric != nil, before.tokens.upperBound == items[index].span.tokens.lowerBound {
        penalty += 0.5
      }
    }
    for index in items.indices where !isUsed[index] {
      penalty += unusedCost(items[index].span)
      // « taux d'absentéisme »: the unknown word is the one to name.
      if marker(index) == .rate, covering.spans.contains(where: { $0.isUnknown && isWord($0) }) {
        continue
      }
      if mayNotBeDropped(items[index].span), marker(index) == nil || !isGloss(items[index].span) {
        unusedWords.append(utterance.written(items[index].span.tokens))
      }
    }
    return reading(.query(query))
  }

  /// Whether leaving a span out would change the answer: it is then named instead of dropped.
  private func mayNotBeDropped(_ span: Span) -> Bool {
    switch span.meaning {
    // "anything in the range": nothing to stand between.
    case .marker(.between): items.contains { $0.span.isNumber }
    case .marker(.write): isSaidOfThings(span)
    // « quand le stock … ? » asks for a time; « quand les clients renvoient » only tells which.
    case .marker(.when): span.tokens.lowerBound == 0 && query.analysis == nil
    case .number, .duration, .period, .relative, .value, .segment, .weekday, .hours: true
    case .marker(let marker):
      [
        .never, .not, .without, .except, .greater, .less, .atLeast, .atMost, .cumulative,
        .median, .deviation, .netOf, .atPrice, .howLong, .rate, .negative, .times, .orderCost,
        .holdingCost,
        .annualDemand,
      ].contains(marker)
    case .metric, .dimension, .analysis, .grain, .unknown: false
    }
  }

  /// « produits supprimés », "deleted products": a participle that says which ones, and no order to change anything.
  private func isSaidOfThings(_ span: Span) -> Bool {
    let word = utterance.tokens[span.tokens.upperBound - 1].text.lowercased()
    let isParticiple = ["é", "és", "ée", "ées", "ed"].contains { word.hasSuffix($0) }
    let isState = utterance.tongue == .french && !isParticiple && word.hasSuffix("es")
    return isParticiple || isState
  }

  /// What a span that no rule took costs.
  private func unusedCost(_ span: Span) -> Float {
    switch span.meaning {
    case .marker(let marker):
      switch marker {
      case .and, .colon, .list, .count, .howMuch, .sum, .breakdown, .filler, .stop, .equal,
        .recently:
        0.05
      case .group: 0.35
      case .when: 0.7
      case .howLong, .each: 0.2
      default: 0.5
      }
    case .number: 1.0
    case .duration: 0.6
    case .dimension: 0.3
    case .metric: 0.5
    case .grain: 0.3
    case .period, .relative, .value, .segment, .weekday, .hours: 1.2
    case .analysis, .unknown: 0
    }
  }

  /// « que veut dire le taux de rotation ? »: what is asked about.
  private func definition() -> Reading.Object? {
    // « c'est quoi notre délai moyen ? » asks for the figure.
    guard has(.definition), !isPossessive, !has(.mean), !ranks, !asksHowItGoes, !asksWhatIsSo,
      // "what's at risk?" asks for those that are.
      !items.contains(where: { $0.span.role == .weak && $0.span.metric == nil }),
      // "what's the average delay?" asks for the figure too.
      !items.indices.contains(where: isCalledMean)
    else { return nil }
    let rest = items.filter {
      !($0.span.marker == .definition || $0.span.marker == .list || $0.span.marker == .mean)
    }
    guard rest.count == 1, let only = rest.first else { return nil }
    let says = covering.spans.contains { $0.marker == .definitionEnd }
    let asks =
      utterance.tokens.first.map { ["how", "comment", "what"].contains($0.folded) } ?? false
    if asks, !says, !has(.definition) { return nil }
    switch only.span.meaning {
    case .metric(let name, _): return .metric(name)
    case .dimension(let name, _): return .dimension(name)
    case .segment(let name): return .segment(name)
    default: return nil
    }
  }

  /// "how's stock looking?", "how are returns?": how it stands, not how it is computed.
  private var asksHowItGoes: Bool {
    let words = utterance.tokens.map(\.folded)
    let asks =
      words.first == "hows"
      || ["are", "is", "'s"].contains { words.starts(with: ["how", $0]) }
    return asks && !covering.spans.contains { $0.marker == .definitionEnd }
      && !words.contains { word in Self.computing.contains { word.hasPrefix($0) } }
  }

  private static let computing = [
    "calculat", "comput", "defin", "work", "measur", "obtain", "deriv",
  ]

  /// "what's out of stock?", "what is below minimum?": what is so; a state that is told by a noun is a word to explain.
  private var asksWhatIsSo: Bool {
    guard utterance.tongue == .english,
      let state = items.first(where: { if case .segment = $0.span.meaning { true } else { false } })
    else { return false }
    return Self.predicates.contains(utterance.tokens[state.span.tokens.lowerBound].folded)
  }

  private static let predicates: Set<String> = [
    "out", "below", "under", "beneath", "above", "over", "overdue", "late", "behind", "about",
    "running", "low", "due", "at", "short", "unsold", "missing", "nearly", "almost", "still",
    "going", "stuck", "not",
  ]

  private var isPossessive: Bool {
    let words: Set<String> = ["notre", "nos", "mon", "ma", "mes", "our", "my"]
    return utterance.tokens.contains { words.contains($0.folded) }
  }

  private func reading(_ outcome: Reading.Outcome) -> Reading {
    let tokens = Float(max(utterance.tokens.count, 1))
    var reading = Reading(outcome: outcome, score: Double((covering.score - penalty) / tokens))
    reading.weight = Double(covering.score - penalty)
    reading.notes = notes
    reading.ambiguousNames = ambiguousNames
    reading.sharedNames = sharedNames
    reading.namesSubject = covering.spans.contains(where: \.isSureSubject)
    reading.unexplained =
      covering.spans.filter {
        $0.isUnknown && (isWord($0) || isLetterName($0) || isClassLetter($0))
          && !claimed.isSuperset(of: $0.tokens)
          && !isGloss($0)
      }.map { utterance.written($0.tokens) }
      + unusedWords
    return reading
  }

  /// Where the words went: only readings that are kept are worth the words.
  var describedSpans: [(text: String, meaning: String)] {
    covering.spans.map { (utterance.written($0.tokens), $0.explanation) }
  }

  func isWord(_ span: Span) -> Bool {
    let token = utterance.tokens[span.tokens.lowerBound]
    if token.folded.hasPrefix("'") || token.folded.hasSuffix("'") { return false }
    return token.kind == .number
      || (token.kind == .word && token.folded.utf8.count > 1 && !utterance.isAdverb(token.folded))
  }

  /// « écart-type (d'échantillon, s'entend) »: a word in lower case inside brackets explains what stands before them.
  func isGloss(_ span: Span) -> Bool {
    let token = utterance.tokens[span.tokens.lowerBound]
    guard token.kind == .word, !token.isCapitalised else { return false }
    let before = utterance.tokens[..<span.tokens.lowerBound].map(\.folded)
    let after = utterance.tokens[span.tokens.upperBound...].map(\.folded)
    guard let open = before.lastIndex(of: "("), after.contains(")") else { return false }
    return open > 0 && !before[open...].contains(")")
  }

  /// « en A, B, C »: letters of classes, where nothing is told by class.
  private func isClassLetter(_ span: Span) -> Bool {
    ["A", "B", "C"].contains(utterance.tokens[span.tokens.lowerBound].text)
      && span.tokens.lowerBound > 0 && !query.keys.contains(.dimension("abc_class"))
  }

  /// « l'entrepôt F »: a letter behind a thing is its name.
  private func isLetterName(_ span: Span) -> Bool {
    let token = utterance.tokens[span.tokens.lowerBound]
    guard token.kind == .word, token.text.utf8.count == 1, token.text.first?.isUppercase == true
    else { return false }
    return covering.spans.contains {
      $0.tokens.upperBound == span.tokens.lowerBound && $0.isThing
    }
  }
}

extension Span {
  /// The thing or property named, by itself or inside a longer phrase.
  var thing: String? { dimension ?? entity }
  var analysis: String? { if case .analysis(let name) = meaning { name } else { nil } }

  var isNumber: Bool {
    switch meaning {
    case .number, .duration: true
    default: false
    }
  }

  /// The meaning in a word or two, for `explain`.
  var explanation: String {
    switch meaning {
    case .metric(let name, _): "metric \(name)"
    case .dimension(let name, _): "dimension \(name)"
    case .segment(let name): "segment \(name)"
    case .analysis(let name): "analysis \(name)"
    case .value(let value): "value \(value.dimension)=\(value.names.first?.name ?? "?")"
    case .marker(let marker): marker.rawValue
    case .period(let period): "period \(period)"
    case .relative(let comparison): "compared with \(comparison)"
    case .weekday(let day): "weekday \(day)"
    case .hours(let hours): "hours \(hours)"
    case .grain(let grain, let each): each ? "each \(grain.rawValue)" : grain.rawValue
    case .duration(let days, _): "\(days) days"
    case .number(let number, _): "number \(number)"
    case .unknown: "?"
    }
  }
}
