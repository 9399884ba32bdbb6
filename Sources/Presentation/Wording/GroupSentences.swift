import Planning
import SemanticModel
import Values

/// Sentences of figures by group.
struct GroupSentences: Sendable {
  let view: ResultView
  let phrase: QueryPhrase
  let voice: Voice

  init(_ view: ResultView) {
    self.view = view
    voice = view.voice
    phrase = QueryPhrase(view.query, view.voice)
  }

  // MARK: - Ranks

  /// « Le produit avec le chiffre d'affaires le plus élevé en 2018 est X, avec 61 599,82 $US. »
  var superlative: [String] {
    guard let row = view.rows.first, let column = view.mainColumn else { return [] }
    let noun = rankedNoun(isPlural: false).with(rankWords).with(scope)
    let place = voice.numbers.count(Double(view.query.skip + 1))
    let head =
      view.query.skip == 0
      ? voice.definite(noun).capitalisedFirst
      : voice.pick("Le n° \(place) des ", "Number \(place) of the ")
        + rankedNoun(isPlural: true).with(rankWords).with(scope).text
    let member = view.members(row)
    let value = counted(row[column]) ?? view.text(row, column) + units(row[column])
    let extra = others(row)
    return [
      voice.pick(
        "\(head) est \(member), avec \(value)\(extra).",
        "\(head) is \(member), with \(value)\(extra)."
      )
    ]
  }

  /// « Les 10 produits avec le chiffre d'affaires le plus élevé en 2018 sont X (…), Y (…), Z (…) et 7 autres. »
  var ranking: [String] {
    let count = view.rows.count
    if count == 1 { return superlative }
    var noun = rankedNoun(isPlural: true)
    noun.text = voice.numbers.count(Double(count)) + " " + noun.text
    noun = noun.with(rankWords).with(scope)
    let items = view.rows.map { view.membersWithFigure($0) }
    let list = Enumeration.first(count > 5 ? 3 : 5, of: items, voice.tongue)
    let head = voice.pick("Les ", "The ") + noun.text
    return [head + voice.pick(" sont ", " are ") + list + "."]
  }

  /// « Les 2 produits avec … de chaque catégorie sont dans le tableau, 6 lignes en tout. »
  var rankingWithin: [String] {
    guard let within = view.query.limitWithin, let limit = view.query.limit else { return ranking }
    let group = voice.noun(of: within).text
    let own = view.query.keys.first { $0 != within } ?? within
    var noun = limit > 1 ? voice.pluralNoun(of: own) : voice.noun(of: own)
    if limit > 1 { noun.text = "\(limit) " + noun.text }
    noun = noun.with(rankWords).with(voice.pick("pour chaque", "for each") + " " + group).with(
      scope
    )
    let head = voice.definite(noun).capitalisedFirst
    return ["\(head)\(voice.colon) \(winners(within: within))."]
  }

  /// The first of each group: « Mobilier – A (12), B (9) ; Jardin – C (7), D (3) ; et 8 autres catégories ».
  private func winners(within: Key) -> String {
    guard let outer = view.keys.first(where: { $0.key == within }) else { return "" }
    let inner = view.keys.filter { $0.key != within }
    var groups: [(name: String, members: [String])] = []
    for row in view.rows {
      let name = view.text(row, outer.column)
      let figure = view.mainColumn.map { " (\(view.text(row, $0)))" } ?? ""
      let member = inner.map { view.text(row, $0.column) }.joined(separator: ", ") + figure
      if groups.last?.name == name {
        groups[groups.count - 1].members.append(member)
      } else {
        groups.append((name, [member]))
      }
    }
    let shown = groups.count > 4 ? 3 : groups.count
    var parts = groups.prefix(shown).map { "\($0.name) – \($0.members.joined(separator: ", "))" }
    if groups.count > shown {
      let rest = voice.numbers.count(Double(groups.count - shown))
      let things = voice.pluralNoun(of: within).text
      parts.append(voice.pick("et \(rest) autres \(things)", "and \(rest) other \(things)"))
    }
    return parts.joined(separator: voice.pick("\u{202F}; ", "; "))
  }

  /// « 37 commandes » for a figure that counts things.
  private func counted(_ value: Value) -> String? {
    guard
      let measure = view.query.measures.indices.contains(view.mainMeasure)
        ? view.query.measures[view.mainMeasure] : nil,
      measure.display == .value, let metric = voice.model.metrics[measure.metric],
      let number = value.number,
      let things = voice.things(metric)?.form(for: number, voice.tongue)
    else { return nil }
    return "\(voice.numbers.count(number)) \(things)"
  }

  /// « unités » behind a quantity that is told alone.
  private func units(_ value: Value) -> String {
    guard view.query.measures.indices.contains(view.mainMeasure), let number = value.number,
      case let measure = view.query.measures[view.mainMeasure], measure.display == .value,
      let units = voice.units(ofMetric: measure.metric, number)
    else { return "" }
    return " " + units
  }

  private func rankedNoun(isPlural: Bool) -> NounPhrase {
    let keys = view.query.keys
    guard let first = keys.first else { return NounPhrase("") }
    if keys.count > 1 {
      let pair = keys.map { voice.noun(of: $0).text }.joined(separator: " – ")
      let head = voice.pick("combinaison", "combination")
      return NounPhrase(
        head + (isPlural ? "s " : " ") + pair,
        isFeminine: true,
        isPlural: isPlural
      )
    }
    if let filter = view.query.filters.first(where: { phrase.segmentNoun($0, of: first) != nil }),
      let noun = phrase.segmentNoun(filter, of: first, isPlural: isPlural)
    {
      return noun
    }
    return isPlural ? voice.pluralNoun(of: first) : voice.noun(of: first)
  }

  /// « avec le chiffre d'affaires le plus élevé », "with the most orders".
  private var rankWords: String {
    let index = view.mainMeasure
    guard view.query.measures.indices.contains(index) else { return "" }
    let isHigh = view.query.order?.isDescending ?? true
    return RankWords(voice).words(view.query.measures[index], phrase.measure(index), isHigh: isHigh)
  }

  /// Filters (without the segment that names the ranked things) and period.
  private var scope: String {
    var plain = view.query
    if let key = plain.keys.first {
      plain.filters.removeAll { phrase.segmentNoun($0, of: key) != nil }
    }
    let words = QueryPhrase(plain, voice)
    return [words.restrictions, phrase.period].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The row's other figures: « (quantité vendue 20, marge brute 25 199,93 $US) ».
  private func others(_ row: [Value]) -> String {
    let labels = ColumnLabels(voice).labels(view.columns, view.query)
    let items = view.columns.indices.compactMap { index -> String? in
      if view.columns[index].role.shownKey != nil { return nil }
      if index == view.mainColumn || row[index].isNull { return nil }
      if [.lower(view.mainMeasure), .upper(view.mainMeasure)].contains(view.columns[index].role) {
        return nil
      }
      return "\(labels[index].lowercasedFirst)\(voice.colon) \(view.text(row, index))"
    }
    let all = [view.interval(row, ofMeasure: view.mainMeasure)].compactMap(\.self) + items
    return all.isEmpty ? "" : " (\(all.joined(separator: ", ")))"
  }

  // MARK: - All groups

  /// First and last point, then maximum and minimum: « … passe de … à … », « Le maximum est de … ».
  var series: [String] {
    if let whole = forecastWhole { return whole }
    guard let column = view.mainColumn, case let known = view.known(column), known.count > 1,
      let first = known.first, let last = known.last
    else { return breakdown }
    let from = point(first, column)
    let to = point(last, column)
    let verb = voice.pick(
      subject.isPlural ? "passent" : "passe",
      phrase.isPast ? "went" : subject.isPlural ? "go" : "goes"
    )
    let change = change(first[column], last[column], column)
    let text = voice.pick(
      "\(head) \(verb) \(FrenchGrammar.de(from)) à \(to)\(change).",
      "\(head) \(verb) from \(from) to \(to)\(change)."
    )
    // A running total is lowest at its beginning and highest at its end.
    let hasExtremes = known.count > 2 && !view.query.isCumulative && view.query.measures.count < 2
    return [text] + (hasExtremes ? extremes(known, column) : []) + otherSeries(known)
  }

  /// « , soit +15,3 % » between the ends of a series; nothing where they cannot be compared.
  private func change(_ first: Value, _ last: Value, _ column: Int) -> String {
    let unit = view.columns[column].unit
    guard let from = first.number, let to = last.number, from > 0, to > 0, from != to,
      ![.percent, .days, .date].contains(unit), !view.query.isCumulative,
      !UnfinishedPeriod(view).cutsLastUnit
    else { return "" }
    return voice.pick(", soit ", ", ") + voice.change((to - from) / from)
  }

  /// The ends of the other figures of a series, a sentence each.
  private func otherSeries(_ rows: [[Value]]) -> [String] {
    view.query.measures.indices.filter { $0 != view.mainMeasure }.prefix(2).compactMap { index in
      guard let column = view.shownColumn(ofMeasure: index), let first = rows.first,
        let last = rows.last, !first[column].isNull, !last[column].isNull
      else { return nil }
      let noun = phrase.measure(index)
      let (from, to) = (view.text(first, column), view.text(last, column))
      let head = voice.definite(noun).capitalisedFirst
      let change = change(first[column], last[column], column)
      return voice.pick(
        "\(head) \(noun.isPlural ? "passent" : "passe") \(FrenchGrammar.de(from)) à \(to)\(change).",
        "\(head) \(phrase.isPast ? "went" : noun.isPlural ? "go" : "goes") from \(from) to \(to)\(change)."
      )
    }
  }

  /// A forecast along time: all of it with its interval, then the highest and the lowest point.
  private var forecastWhole: [String]? {
    guard let whole = view.whole, let column = view.mainColumn, view.rows.count > 1 else {
      return nil
    }
    let total = ResultView(whole, voice: voice)
    return FigureSentences(total).figures + extremes(view.known(column), column)
  }

  /// Every group named when they are few; else the extremes and the first ones.
  var breakdown: [String] {
    guard let column = view.mainColumn else { return list(isTruncated: false) }
    let known = view.known(column)
    if known.isEmpty { return FigureSentences(view).empty }
    if countsItself(known, column) { return list(isTruncated: false) }
    let sentence = known.count <= 5 ? allGroups(known, column) : spread(known, column)
    return sentence + total
  }

  /// Whether every thing is counted as one: « le nombre d'alertes par alerte » is a list of alerts.
  private func countsItself(_ rows: [[Value]], _ column: Int) -> Bool {
    guard view.query.keys.count == 1, let key = view.query.keys.first, key.dimension != nil,
      view.query.measures.count == 1, view.query.rollup == nil,
      let metric = voice.model.metrics[view.query.measures[0].metric],
      let things = voice.things(metric)
    else { return false }
    let noun = voice.pluralNoun(of: key).text
    return (" " + things.many + " ").contains(" " + noun + " ")
      && rows.allSatisfy { $0[column].number == 1 }
  }

  private func allGroups(_ rows: [[Value]], _ column: Int) -> [String] {
    let items = rows.map { row in
      voice.pick(
        "\(link(column))\(view.text(row, column)) pour \(view.members(row))",
        "\(view.text(row, column)) for \(view.members(row))"
      )
    }
    return ["\(head) \(be) \(Enumeration.and(items, voice.tongue))."]
  }

  /// « … va de 3 024 (Fasteners) à 105 340 (Phones), sur 17 sous-catégories. »
  private func spread(_ rows: [[Value]], _ column: Int) -> [String] {
    guard let low = extreme(rows, column, isHigh: false),
      let high = extreme(rows, column, isHigh: true)
    else { return [] }
    if !low[column].isLess(than: high[column]) { return [allEqual(rows, column)] }
    let count = voice.numbers.count(Double(view.rows.count))
    let things = things.text
    let verb = voice.pick(
      subject.isPlural ? "vont" : "va",
      phrase.isPast ? "ranged" : subject.isPlural ? "range" : "ranges"
    )
    let from = point(low, column)
    let to = point(high, column)
    let isDate = view.columns[column].unit == .date
    let way = isDate ? "du \(from) au \(to)" : "\(FrenchGrammar.de(from)) à \(to)"
    let text = voice.pick(
      "\(head) \(verb) \(way), sur \(count) \(things).",
      "\(head) \(verb) from \(from) to \(to), over \(count) \(things)."
    )
    return [text]
  }

  /// « … est de 1 pour chacune des 41 alertes. »
  private func allEqual(_ rows: [[Value]], _ column: Int) -> String {
    let count = voice.numbers.count(Double(rows.count))
    let each = voice.pick(things.isFeminine ? "chacune" : "chacun", "each")
    let groups = voice.pick("des \(count) \(things.text)", "of the \(count) \(things.text)")
    let figure = link(column) + view.text(rows[0], column)
    return "\(head) \(be) \(figure) \(voice.pick("pour", "for")) \(each) \(groups)."
  }

  /// What the rows are: « catégories », or « lignes » where several keys make them.
  private var things: NounPhrase {
    view.keys.count == 1
      ? voice.pluralNoun(of: view.keys[0].key)
      : NounPhrase(voice.pick("lignes", "rows"), isFeminine: true, isPlural: true)
  }

  /// « est », « sont », "was": what joins the figures to their noun.
  private var be: String {
    voice.pick(FrenchGrammar.be(subject), EnglishGrammar.be(subject, isPast: phrase.isPast))
  }

  /// French says « est de 12 », but « est le 12/03/2018 ».
  private func link(_ column: Int) -> String {
    voice.isFrench && ![.date, .text].contains(view.columns[column].unit) ? "de " : ""
  }

  private func extremes(_ rows: [[Value]], _ column: Int) -> [String] {
    guard let low = extreme(rows, column, isHigh: false),
      let high = extreme(rows, column, isHigh: true), low[column] != high[column]
    else { return [] }
    let (top, bottom) = (point(high, column), point(low, column))
    return [
      voice.pick(
        "Le maximum est de \(top), le minimum de \(bottom).",
        "The maximum \(phrase.isPast ? "was" : "is") \(top), the minimum \(bottom)."
      )
    ]
  }

  private func extreme(_ rows: [[Value]], _ column: Int, isHigh: Bool) -> [Value]? {
    // The first of equals, so that the answer does not depend on the sort.
    rows.reduce(nil as [Value]?) { best, row in
      guard let best else { return row }
      return
        (isHigh ? best[column].isLess(than: row[column]) : row[column].isLess(than: best[column]))
        ? row : best
    }
  }

  /// « 118 447,83 $US (novembre 2018) ».
  private func point(_ row: [Value], _ column: Int) -> String {
    "\(view.text(row, column)) (\(view.members(row)))"
  }

  /// The total, where the groups add up.
  private var total: [String] {
    let query = view.query
    guard let column = view.mainColumn, case .measure(let index) = view.columns[column].role,
      query.limit == nil, query.conditions.isEmpty, !query.isCumulative, view.rows.count > 1,
      let metric = voice.model.metrics[query.measures[index].metric], voice.isAdditive(metric),
      model(isFlow: metric.name)
    else { return [] }
    let sum = view.rows.reduce(0) { $0 + ($1[column].number ?? 0) }
    let value = voice.figure(.real(sum), metric.unit) + share(of: sum, column)
    return [
      voice.pick("Le total est de \(value).", "The total \(phrase.isPast ? "was" : "is") \(value).")
    ] + otherTotals
  }

  /// « , dont 25,3 % pour Mobilier »: what the largest group has of the total, where the groups are not all named.
  private func share(of sum: Double, _ column: Int) -> String {
    let rows = view.known(column)
    guard rows.count > 5, view.keys.count == 1, sum > 0,
      rows.allSatisfy({ ($0[column].number ?? -1) >= 0 }),
      let high = extreme(rows, column, isHigh: true), let part = high[column].number, part < sum,
      let low = extreme(rows, column, isHigh: false), low[column] != high[column]
    else { return "" }
    let percent = voice.numbers.percent(part / sum)
    return voice.pick(", dont \(percent) pour ", ", of which \(percent) for ") + view.members(high)
  }

  /// The totals of the other figures, a sentence each: « Pour la marge brute, le total est de 4 819 765,76 €. »
  private var otherTotals: [String] {
    view.query.measures.indices.compactMap { index -> String? in
      let measure = view.query.measures[index]
      guard index != view.mainMeasure, measure.display == .value,
        let column = view.column(.measure(index)),
        let metric = voice.model.metrics[measure.metric], voice.isAdditive(metric),
        model(isFlow: metric.name)
      else { return nil }
      let sum = view.rows.reduce(0) { $0 + ($1[column].number ?? 0) }
      let noun = voice.definite(phrase.measure(index))
      let value = voice.figure(.real(sum), metric.unit)
      return voice.pick(
        "Pour \(noun), le total est de \(value).",
        "For \(noun), the total \(phrase.isPast ? "was" : "is") \(value)."
      )
    }.prefix(2).map(\.self)
  }

  /// Levels along time do not add up; flows do.
  private func model(isFlow metric: String) -> Bool {
    let hasTime = view.query.keys.contains { if case .time = $0 { true } else { false } }
    return !hasTime || voice.model.time(ofMetric: metric) == .flow
  }

  /// The measure (or statistic) by its keys, with filters and period.
  private var subject: NounPhrase {
    if let rollup = view.query.rollup {
      let function = rollup.functions[0]
      let noun = StatisticPhrase.noun(function, voice.tongue)
      let text = StatisticPhrase(view.query, voice).text(rollup)
      return NounPhrase(text, isFeminine: noun.isFeminine).with(phrase.period)
    }
    return phrase.measure(view.mainMeasure)
      .with(view.query.isCumulative ? voice.pick("en cumul", "(running total)") : "")
      .with(phrase.restrictions).with(phrase.keysWords).with(phrase.period)
  }

  private var head: String { voice.definite(subject).capitalisedFirst }

  // MARK: - Lists

  /// « On compte 12 fournisseurs de la région West : A, B, C, D, E et 7 autres. »
  func list(isTruncated: Bool) -> [String] {
    guard let key = view.query.keys.first, !view.rows.isEmpty else {
      return FigureSentences(view).empty
    }
    let count = view.rows.count
    if count == 1, view.query.measures.isEmpty, view.keys.count > 1 {
      return [withValues(view.rows[0])]
    }
    let isCount = view.mainColumn.map { countsItself(view.known($0), $0) } ?? false
    let noun = isCount ? counted(key, isPlural: count > 1) : phrase.group(key, isPlural: count > 1)
    let number =
      (isTruncated ? voice.pick("plus de ", "more than ") : "") + voice.numbers.count(Double(count))
    let items = view.rows.map {
      view.query.measures.isEmpty || isCount ? firstMember($0) : view.membersWithFigure($0)
    }
    let names = Enumeration.first(5, of: items, voice.tongue)
    let be = count > 1 ? "are" : "is"
    return [
      voice.pick("On compte ", "There \(be) ") + "\(number) \(noun.text)\(voice.colon) \(names)."
    ]
  }

  /// « Sean Miller : score de récence 4, score de fréquence 2, segment RFM Autres. »
  private func withValues(_ row: [Value]) -> String {
    let values = view.keys.dropFirst().map { key in
      "\(voice.noun(of: key.key).text) \(view.text(row, key.column))"
    }
    return "\(firstMember(row))\(voice.colon) \(values.joined(separator: ", "))."
  }

  /// The things counted by the nouns of their segments: « alertes critiques (alertes actives) ».
  private func counted(_ key: Key, isPlural: Bool) -> NounPhrase {
    let nouns = view.query.filters.compactMap { filter -> NounPhrase? in
      guard case .segment(let name, nil, false) = filter else { return nil }
      return voice.model.segments[name].map {
        isPlural ? voice.plural($0.noun) : voice.singular($0.noun)
      }
    }
    guard let first = nouns.first, nouns.count == view.query.filters.count else {
      var group = phrase.group(key, isPlural: isPlural)
      // "buying customers": the figure says which of them are counted.
      let noun = isPlural ? voice.pluralNoun(of: key).text : voice.noun(of: key).text
      let counted = view.query.measures.first.flatMap { voice.model.metrics[$0.metric] }
        .flatMap(voice.things)?.form(for: isPlural ? 2 : 1, voice.tongue)
      if let counted, group.text.hasPrefix(noun) {
        group.text = counted + group.text.dropFirst(noun.count)
      }
      return group
    }
    let others = nouns.dropFirst().map { "(\($0.text))" }.joined(separator: " ")
    return first.with(others).with(phrase.period)
  }

  private func firstMember(_ row: [Value]) -> String {
    view.keys.first.map { view.name(row, $0.column) } ?? ""
  }
}
