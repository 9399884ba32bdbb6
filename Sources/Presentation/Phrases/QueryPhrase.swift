import SemanticModel
import Values

/// A query in words, from its structure: « chiffre d'affaires de la catégorie Furniture par mois en 2018 ».
///
/// Its parts serve the sentences of an answer; the whole serves receipts and the labels of choices.
struct QueryPhrase: Sendable {
  let query: Query
  let voice: Voice

  init(_ query: Query, _ voice: Voice) {
    self.query = query
    self.voice = voice
  }

  var filterPhrase: FilterPhrase { FilterPhrase(voice: voice, period: query.period) }

  /// The whole query, without article or final point.
  var text: String {
    if query.measures.isEmpty, query.rollup == nil, let key = query.keys.first {
      return group(key).text
    }
    var parts: [String]
    if let rollup = query.rollup {
      parts = [StatisticPhrase(query, voice).text(rollup)]
    } else {
      let nouns = query.measures.indices.map { measure($0).text }
      parts = [Enumeration.and(nouns, voice.tongue)]
      if query.isCumulative { parts.append(voice.pick("en cumul", "running total")) }
      parts += [restrictions, keysWords]
    }
    parts += [period, comparison, top]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: - Parts

  /// A measure with what is its own: « part du chiffre d'affaires », « ventes hors catégorie X en 2017 ».
  func measure(_ index: Int) -> NounPhrase {
    let measure = query.measures[index]
    if let own = ownName { return own }
    if let counted { return counted.noun }
    var noun = voice.metricNoun(measure.metric)
    if measure.display == .share {
      return share(of: noun, measure)
    }
    noun = noun.with(filterPhrase.words(measure.filters))
    if let own = measure.period { noun = noun.with(PeriodWords(own, voice.tongue).phrase) }
    return noun
  }

  /// The one figure where it counts the things of a segment, and the filter that says so: « nombre de produits en rupture »,
  /// and not « nombre de produits des produits en rupture ».
  private var counted: (noun: NounPhrase, filter: Int)? {
    guard query.measures.count == 1, query.rollup == nil, let measure = query.measures.first,
      measure.display == .value, measure.filters.isEmpty, measure.period == nil,
      let metric = voice.model.metrics[measure.metric], let things = voice.things(metric)
    else { return nil }
    for (index, filter) in query.filters.enumerated() {
      guard case .segment(let name, let days, false) = filter,
        let segment = voice.model.segments[name]
      else { continue }
      let text = voice.plural(segment.noun).text
      let isOfThings =
        voice.isFrench ? text.hasPrefix(things.many + " ") : text.contains(things.many)
      let countsRows = metric.countsRows && segment.dataset == metric.dataset
      guard isOfThings || countsRows else { continue }
      let duration = days.map { " (\(voice.numbers.days(Double($0))))" } ?? ""
      let noun = voice.pick("nombre \(FrenchGrammar.de(text))", "number of \(text)") + duration
      return (NounPhrase(noun), index)
    }
    return nil
  }

  /// The name of an analysis that its figure says nothing of, with the things it looks into: « doublon (client) ».
  private var ownName: NounPhrase? {
    guard let call = query.analysis, let analysis = voice.model.analyses[call.name],
      analysis.isToldByName
    else { return nil }
    let noun = voice.singular(analysis.noun)
    let things = call.things.map { name in
      voice.model.datasets[name].map { $0.label[voice.tongue] }
        ?? voice.noun(of: .dimension(name)).text
    }
    return things.isEmpty ? noun : noun.with("(" + things.joined(separator: ", ") + ")")
  }

  /// « part des ventes avec remise dans le chiffre d'affaires »; of a total over groups: « part du chiffre d'affaires ».
  private func share(of noun: NounPhrase, _ measure: Measure) -> NounPhrase {
    let head = voice.pick("part", "share")
    let text: String
    if let whole = measure.whole {
      let part = noun.with(filterPhrase.words(measure.filters))
      text =
        "\(head) \(voice.ofThe(part)) \(voice.pick("dans", "in")) \(voice.definite(voice.metricNoun(whole)))"
    } else if measure.filters.isEmpty {
      text = "\(head) \(voice.ofThe(noun))"
    } else {
      let own = filterPhrase.words(measure.filters, link: .share)
      text = "\(head) \(own) \(voice.pick("dans", "in")) \(voice.definite(noun))"
    }
    let phrase = NounPhrase(text, isFeminine: true)
    guard let period = measure.period else { return phrase }
    return phrase.with(PeriodWords(period, voice.tongue).phrase)
  }

  /// Filters and conditions of the query as they stand after its measure.
  var restrictions: String { restrictions(link: .of) }

  /// The same, tied by another preposition.
  func restrictions(link: FilterPhrase.Link) -> String {
    var left = query.filters
    if let counted, ownName == nil { left.remove(at: counted.filter) }
    let filters = filterPhrase.words(left, link: link)
    return [filters, conditions].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// « dont le chiffre d'affaires est supérieur à 1 000 € », "with revenue above $1,000".
  var conditions: String {
    let words = query.conditions.map { condition($0) }
    return Enumeration.and(words, voice.tongue)
  }

  private func condition(_ condition: Condition) -> String {
    let measure = condition.measure
    let own = filterPhrase.words(measure.filters)
    let isShare = measure.display == .share
    let noun =
      isShare
      ? share(of: voice.metricNoun(measure.metric), measure)
      : voice.metricNoun(measure.metric).with(own)
    let metric = voice.model.metrics[measure.metric]
    let things = isShare ? nil : metric.flatMap { voice.things($0) }
    if case .number(let number) = condition.operand,
      let form = things?.form(for: number, voice.tongue)
    {
      let count = voice.numbers.count(number)
      let text = ComparisonWords.counted(
        condition.comparison,
        count,
        form,
        voice.tongue
      )
      return own.isEmpty ? text : text + " " + own
    }
    let target: String
    switch condition.operand {
    case .number(let number):
      target =
        voice.pick("à ", "") + voice.threshold(number, isShare ? .percent : metric?.unit ?? .number)
    case .text(let text):
      let day = CalendarDay(iso: text).map { DateFormat(voice.tongue).day($0) } ?? text
      target = voice.pick("au ", "") + day
    case .measure(let other):
      let noun = voice.metricNoun(other.metric).with(filterPhrase.words(other.filters))
      target = voice.isFrench ? FrenchGrammar.toThe(noun) : "the " + noun.text
    }
    if voice.isFrench {
      let test = ComparisonWords.french(condition.comparison, target, noun)
      return "dont \(FrenchGrammar.definite(noun)) \(FrenchGrammar.be(noun)) \(test)"
    }
    let head = things == nil && !isShare ? noun.text : "a " + noun.text
    return "with \(head) \(ComparisonWords.english(condition.comparison, target))"
  }

  /// « par catégorie et par mois », "by category and month".
  var keysWords: String { keysWords(query.keys) }

  /// These keys only.
  func keysWords(_ keys: [Key]) -> String {
    if keys.isEmpty { return "" }
    let nouns = keys.map { voice.noun(of: $0).text }
    if voice.isFrench { return Enumeration.and(nouns.map { "par " + $0 }, .french) }
    return "by " + Enumeration.and(nouns, .english)
  }

  /// « comparé à 2017 », "compared with 2017".
  var comparison: String {
    guard let comparison = query.comparison else { return "" }
    let label = PeriodWords(comparison, voice.tongue).label
    return voice.pick("(comparaison avec \(label))", "(compared with \(label))")
  }

  /// « (les 5 premiers) », "(top 5)".
  private var top: String {
    guard let limit = query.limit else { return "" }
    let isLow = query.order.map { !$0.isDescending } ?? false
    if query.skip > 0 {
      let place = voice.numbers.count(Double(query.skip + 1))
      return voice.pick("(n° \(place)", "(number \(place)")
        + (isLow ? voice.pick(" en partant du bas)", " from the bottom)") : ")")
    }
    let count = voice.numbers.count(Double(limit))
    let within = query.limitWithin.map { voice.noun(of: $0).text }
    let inside = within.map { voice.pick(" par \($0)", " within each \($0)") } ?? ""
    if voice.isFrench {
      return isLow ? "(\(count) derniers\(inside))" : "(\(count) premiers\(inside))"
    }
    return isLow ? "(bottom \(count)\(inside))" : "(top \(count)\(inside))"
  }
}
