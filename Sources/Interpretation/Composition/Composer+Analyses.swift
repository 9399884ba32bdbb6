import Language
import SemanticModel
import Values

/// Computations beyond SQL: the words that call for one, and what it is computed of.
extension Composer {
  /// Takes the words that call for a computation, so that the rest is composed as a query of what it looks into.
  ///
  /// Those words stand for the figure of the computation where no other is named. Nil where the question calls for
  /// none that is computed here.
  mutating func takeAnalysis() -> AnalysisCall? {
    guard let place = placeOfAnalysis() else { return takeAnalysisOfAmount() }
    if let reason = reasonAsked(at: place) {
      items[place] = items[place].meaning(.analysis(reason))
    }
    guard let analysis = items[place].span.analysis.flatMap({ model.analyses[$0] }),
      let figure = analysis.figure
    else { return nil }
    if asksFigureOnly(beside: place) {
      // « combien d'argent dort dans le stock qui n'a pas bougé depuis 90 jours »: of things told so exactly, the figure.
      items[place] = items[place].meaning(.metric(figure, .noun))
      return nil
    }
    var call = AnalysisCall(analysis.name)
    if analysis.takesAmount {
      call.amount = takeAmount()
      if call.amount == nil { penalty += 0.3 }
    }
    if analysis.tellsShare { take([.share]) }
    if analysis.takesNumber { call.number = takeNumber() }
    readFigures(of: analysis.name)
    if analysis.keepsFigure { call.measured = takeFigures(besides: figure) }
    takeTerms(of: analysis, into: &call)
    if analysis.looksIntoTables { takeTables(into: &call) }
    takeTold(analysis.tells, into: &call)
    penalty += 0.8 * Float(items.count { isOtherOrder($0.span, figure) })
    let sure = Set(items.filter { $0.span.role != .weak }.compactMap(\.span.metric))
    // « les unités » is a figure where nothing says another one.
    let named = sure.isEmpty ? Set(items.compactMap(\.span.metric)) : sure
    if analysis.takesAnyFigure {
      // Its own figure is only a guess; and one is looked into: a second one is a misread word ("drop", "fall").
      if named.isEmpty, analysis.looksForCauses { penalty += 0.3 }
      let count = Set(items.compactMap(\.span.metric)).count
      if !analysis.takesSeveralFigures { penalty += 0.6 * Float(max(0, count - 1)) }
    } else if !named.subtracting([figure]).isEmpty {
      penalty += 0.5
    }
    let isNamed = analysis.takesAnyFigure ? !named.isEmpty : named.contains(figure)
    items[place] = items[place].meaning(isNamed ? .marker(.filler) : .metric(figure, .noun))
    for other in items.indices where items[other].span.analysis != nil {
      items[other] = items[other].meaning(.marker(.filler))
      penalty += 0.2
    }
    if analysis.looksForCauses {
      let saysChange = saysNeutralChange
      let direction = takeDirection()
      call.expectsRise = saysChange ? nil : direction
      // « pourquoi les clients nous renvoient des articles ? » asks for no change.
      if direction == nil, !saysChange { penalty += 0.3 }
    }
    return call
  }

  /// Whether a sum is asked of a part that has words of its own, with the time it takes.
  private func asksFigureOnly(beside place: Int) -> Bool {
    items.indices.contains { $0 < place && isMarker($0, [.howMuch, .count]) }
      && items.contains { item in
        if case .segment(let name) = item.span.meaning {
          model.segments[name]?.takesDuration == true
        } else {
          false
        }
      }
      && items.contains { item in
        switch item.span.meaning {
        case .duration, .period: true
        default: false
        }
      }
  }

  /// Reads the words beside the one for an analysis as figures that it can look into.
  private mutating func readFigures(of name: String) {
    guard let analysis = model.analyses[name] else { return }
    for place in items.indices {
      // « corrélation entre remise et quantité »: a property that a figure tells.
      if let name = items[place].span.dimension.flatMap({ analysis.figuresOfDimensions[$0] }) {
        items[place] = items[place].meaning(.metric(name, .noun))
      }
      guard let metric = items[place].span.metric else { continue }
      // Of two figures that a word means, the one the analysis tells by itself.
      if analysis.takesSeveralFigures, !analysis.figures.contains(metric) { penalty += 0.4 }
      if let dataset = analysis.dataset {
        let datasets = model.datasets(ofMetric: metric)
        if !datasets.isEmpty, !datasets.contains(dataset) { penalty += 0.5 }
      }
    }
    guard let dataset = analysis.dataset else { return }
    for thing in items.compactMap(\.span.thing) where !reaches(thing, from: dataset) {
      penalty += 0.5
    }
  }

  /// Takes the figures named away, and returns the first that is not the analysis's own.
  private mutating func takeFigures(besides figure: String) -> String? {
    var named: [String] = []
    for place in items.indices {
      guard let metric = items[place].span.metric, metric != figure else { continue }
      if items[place].span.role != .weak { named.append(metric) }
      items[place] = items[place].meaning(.marker(.filler))
    }
    penalty += 0.6 * Float(max(0, Set(named).count - 1))
    return named.first
  }

  private func reaches(_ dimension: String, from dataset: String) -> Bool {
    guard let dimension = model.dimensions[dimension] else { return true }
    if dimension.overrides[dataset] != nil { return true }
    return (try? model.joinPath(from: dataset, to: dimension.dataset)) != nil
  }

  /// Puts the call into the query composed; a computation that groups by itself needs no groups of the question.
  mutating func settle(_ call: AnalysisCall) {
    query.analysis = call
    query.analysis?.limitSaid = limit
    // « top 3 des transactions suspectes »: no thing is named that a number of could be ordered.
    if model.analyses[call.name]?.keepsLimit == true { query.limit = query.limit ?? limit }
    compareEnds(of: call)
    if model.analyses[call.name]?.isOfPeriod == true, query.period == nil, let unit = saidUnit {
      query.keys.append(.time(unit))
    }
    if model.analyses[call.name]?.isOfThings == true, query.keys.contains(where: isNoThing) {
      penalty += 0.8
    }
    if let analysis = model.analyses[call.name], !analysis.takesAnyFigure,
      query.measures.contains(where: { $0.metric != analysis.figure })
    {
      // What the same words mean of other things is no figure of it.
      penalty += 0.8
    }
    if model.analyses[call.name]?.looksIntoTables == true { nameColumnsMissing() }
    // "tell me about March" names no one; a list (« qui perd-on cette année ? ») need not.
    if let analysis = model.analyses[call.name], !analysis.about.isEmpty, !analysis.keepsLimit,
      query.period != nil, !items.contains(where: { $0.span.value != nil })
    {
      penalty += 0.9
    }
    penalty += doubts(call)
    guard let analysis = model.analyses[call.name], analysis.hasOwnGroups else { return }
    keepConditions()
    if analysis.isToldByName { nameThings() }
    if isGrouped { query.analysis?.groupsLeftOut = query.keys }
    query.keys = []
    query.population = .facts
    query.conditions = []
    query.order = nil
    if !analysis.keepsLimit { query.limit = nil }
    query.rollup = nil
  }

  /// What speaks for another reading than this computation.
  private func doubts(_ call: AnalysisCall) -> Float {
    guard let analysis = model.analyses[call.name] else { return 0 }
    // "tell me about the month": of no customer.
    let isOfNobody =
      !analysis.about.isEmpty && !analysis.keepsLimit && query.filters.isEmpty
      && query.period != nil
    // "summarise customer X" names no period to tell the story of.
    let isOfThing = analysis.isOfPeriod && query.period == nil && !query.filters.isEmpty
    // "which supplier do we depend on most - share of sales": a share is told as such.
    let isShare = analysis.hasOwnGroups && query.measures.contains { $0.display == .share }
    // « le panier moyen a-t-il progressé ? » is asked of one figure, and not of things one by one.
    let isOfOne =
      analysis.picksThings && (query.comparison != nil || query.keys.isEmpty && !asksForThings)
    return (isOfNobody ? 0.8 : 0) + (isOfThing ? 0.6 : 0) + (isShare ? 0.8 : 0)
      + (isOfOne ? 0.8 : 0)
  }

  /// « les clients avec plus de 5 commandes »: a condition on things says which of them the computation is of.
  private mutating func keepConditions() {
    // That there is something of the figure at all is no condition that was said.
    let said = query.conditions.filter {
      !(query.measures.contains($0.measure) && $0.comparison == .greater
        && $0.operand == .number(0))
    }
    guard !said.isEmpty, query.keys.count == 1, let thing = query.keys[0].dimension,
      model.dimensions[thing]?.isEntity == true
    else { return }
    var members = Query()
    members.keys = query.keys
    members.conditions = said
    members.period = query.period
    query.filters.append(.membership(dimension: thing, members, negated: false))
  }

  /// What the question would group by says of what the analysis is asked.
  private mutating func nameThings() {
    for case .dimension(let name) in query.keys
    where query.analysis?.things.contains(name) == false {
      query.analysis?.things.append(name)
    }
  }

  /// « entre mars et avril », "between Q1 2025 and Q1 2026" of a change: its first time and its last one.
  private mutating func compareEnds(of call: AnalysisCall) {
    guard model.analyses[call.name]?.looksForCauses == true, query.comparison == nil,
      let period = query.period, let start = period.start, let last = period.lastDay
    else { return }
    if let (first, second) = halves(period) {
      (query.period, query.comparison) = (second, first)
      return
    }
    guard period.grain == nil, !period.isPartial, saysBetween else { return }
    for grain in [Grain.year, .quarter, .month]
    where start.start(of: grain) == start && period.end == last.start(of: grain).adding(1, grain) {
      query.period = Period(grain, containing: last)
      query.comparison = Period(grain, containing: start)
      return
    }
  }

  /// A region, a month: a kind of things, or a time.
  private func isNoThing(_ key: Key) -> Bool {
    key.dimension.map { model.dimensions[$0]?.isEntity != true } ?? (key != .time(.day))
  }

  /// « raconte-moi la semaine », "sum up the quarter": the unit named, without which one.
  private var saidUnit: Grain? {
    let units: [String: Grain] = [
      "jour": .day, "journee": .day, "semaine": .week, "mois": .month, "trimestre": .quarter,
      "annee": .year, "day": .day, "week": .week, "month": .month, "quarter": .quarter,
      "year": .year,
    ]
    return utterance.tokens.lazy.compactMap { units[$0.folded] }.first
  }

  private var saysBetween: Bool {
    utterance.tokens.contains { ["entre", "between", "from", "de", "du"].contains($0.folded) }
  }

  /// The words that call for a computation that is there: the sure ones first, then the longest, which say most of what is meant.
  private func placeOfAnalysis() -> Int? {
    let named = items.indices.filter { items[$0].span.analysis != nil }
    let places = named.filter { place in
      items[place].span.analysis.map {
        model.analyses[$0]?.isComputed == true && !asksForStored($0)
      } ?? false
    }
    func rank(_ place: Int) -> (Int, Int, Int, Int) {
      let span = items[place].span
      return (
        span.role == .weak ? 0 : 1, span.tokens.count, isAboutNamed(span.analysis) ? 1 : 0, -place
      )
    }
    guard let best = places.max(by: { rank($0) < rank($1) }) else { return nil }
    // « préviens-moi si le stock passe sous 10 » says more than its « si »: what nothing computes yet is asked for.
    let isOvertaken = named.contains { place in
      items[place].span.analysis.flatMap { model.analyses[$0]?.isComputed } == false
        && items[place].span.tokens.count >= max(2, items[best].span.tokens.count)
    }
    return isOvertaken ? nil : best
  }

  /// "when will Martin order again?": an analysis of one thing, where one of its kind is named.
  private func isAboutNamed(_ analysis: String?) -> Bool {
    guard let about = analysis.flatMap({ model.analyses[$0]?.about }) else { return false }
    return items.contains { $0.span.value.map { about.contains($0.dimension) } ?? false }
  }

  /// « commandes » where the figure is of the other kind of orders.
  private func isOtherOrder(_ span: Span, _ figure: String) -> Bool {
    let kinds = ["customer_order", "purchase_order"].compactMap { model.dimensions[$0]?.dataset }
    let named = span.dimension ?? span.value?.dimension
    let homes =
      named.flatMap { model.dimensions[$0]?.dataset }.map { [$0] }
      ?? span.metric.map { model.datasets(ofMetric: $0) } ?? []
    let own = model.datasets(ofMetric: figure)
    guard homes.count == 1, let home = homes.first, kinds.contains(home) else { return false }
    return !own.contains(home) && kinds.contains { own.contains($0) }
  }

  /// Takes the words for what the analysis tells as well, so that they are no figures beside it.
  private mutating func takeTold(_ figures: [String], into call: inout AnalysisCall) {
    for index in items.indices {
      let orders = Self.countedOrders.contains(items[index].span.metric ?? "")
      if orders || items[index].span.dimension == Self.customerOrder, items[index].isPlural,
        !figures.isEmpty
      {
        call.things.append(Self.customerOrder)
      }
      guard let metric = items[index].span.metric, figures.contains(metric) else { continue }
      // « cette commande »: one, though the noun counts them.
      if orders, !items[index].isPlural, pointsAt(index) { call.pointsAtOne = true }
      items[index] = items[index].meaning(.marker(.filler))
    }
  }

  private func pointsAt(_ index: Int) -> Bool {
    let before = items[index].span.tokens.lowerBound - 1
    return before >= 0
      && ["cette", "ma", "notre", "this", "that", "my", "our", "sa", "his", "her"].contains(
        utterance.tokens[before].folded
      )
  }

  /// « des doublons dans les ventes ? »: the things and figures named say which tables are meant.
  private mutating func takeTables(into call: inout AnalysisCall) {
    for index in items.indices {
      let span = items[index].span
      let named = span.dimension ?? span.metric.flatMap { model.datasets(ofMetric: $0).min() }
      guard let named else { continue }
      if !call.things.contains(named) { call.things.append(named) }
      items[index] = items[index].meaning(.marker(.filler))
    }
  }

  /// « quels e-mails manquent ? »: no filter, but the column to look into.
  private mutating func nameColumnsMissing() {
    for case .missing(let dimension) in query.filters
    where query.analysis?.things.contains(dimension) == false {
      query.analysis?.things.append(dimension)
    }
    query.filters.removeAll { if case .missing = $0 { true } else { false } }
  }

  private static let customerOrder = "customer_order"
  private static let countedOrders: Set<String> = ["orders", "order_records"]

  /// « pourquoi les commandes sont-elles en retard ? » asks for no change, but what a state comes from.
  private mutating func reasonAsked(at place: Int) -> String? {
    guard model.analyses[items[place].span.analysis ?? ""]?.looksForCauses == true,
      !items.indices.contains(where: { isMarker($0, [.growth, .decline, .trend]) })
    else { return nil }
    let reasons = model.analyses.values.filter { !$0.explains.isEmpty && $0.isComputed }
      .sorted { $0.name < $1.name }
    for reason in reasons {
      let said = items.indices.filter { index in
        switch items[index].span.meaning {
        case .segment(let name), .metric(let name, _): reason.explains.contains(name)
        default: false
        }
      }
      guard !said.isEmpty else { continue }
      for index in said { items[index] = items[index].meaning(.marker(.filler)) }
      penalty -= 0.3
      return reason.name
    }
    return nil
  }

  /// « avec 5 000 €, que commander ? »: a figure that a sum of money turns into a computation.
  private mutating func takeAnalysisOfAmount() -> AnalysisCall? {
    let names = items.compactMap(\.span.metric).compactMap { model.metrics[$0]?.withAmount }
    guard let name = names.first, model.analyses[name]?.isComputed == true,
      let place = items.indices.first(where: { number(at: $0, in: .currency) != nil }),
      !isMarker(place - 1, [.greater, .atLeast, .between, .equal])
    else { return nil }
    var call = AnalysisCall(name)
    call.amount = number(at: place, in: .currency)
    isUsed[place] = true
    // « pour moins de 5 000 € » is a budget too.
    if isMarker(place - 1, [.less, .atMost]) { isUsed[place - 1] = true }
    return call
  }

  /// « l'écart », "the change": no word of which way it went.
  private var saysNeutralChange: Bool {
    let words: Set<String> = [
      "change", "changes", "changed", "move", "moved", "moves", "differ", "differs", "difference",
      "gap", "variance",
      "evolve", "evolved", "evolution", "variation", "varie", "varier", "changer",
      "bouge", "bouger",
      "evolue", "evoluer", "ecart", "ecarts",
    ]
    return utterance.tokens.contains { words.contains($0.folded) }
  }

  /// Which way the question takes the figure to have gone: « baissé », « on vend moins ».
  private mutating func takeDirection() -> Bool? {
    var (rises, falls) = (take([.growth]), take([.decline]))
    for index in items.indices {
      // « vend moins »: a figure in words of rank.
      guard case .metric(let name, let role) = items[index].span.meaning,
        role == .top || role == .bottom
      else { continue }
      items[index] = items[index].meaning(.metric(name, .verb))
      if role == .bottom { falls = true } else { rises = true }
    }
    // "products fall in class A" is no decline; "why did revenue fall" is.
    if utterance.tokens.contains(where: { ["fall", "falls"].contains($0.folded) }) { falls = true }
    for index in items.indices where !isUsed[index] && saysHowMuch(index) {
      isUsed[index] = true
      if isMarker(index, [.less, .bottom]) { falls = true } else { rises = true }
    }
    return rises == falls ? nil : rises
  }

  /// « on vend moins », "sell less": no threshold and no rank.
  private func saysHowMuch(_ index: Int) -> Bool {
    guard isMarker(index, [.less, .greater, .bottom, .top]),
      !items.contains(where: \.span.isNumber)
    else { return false }
    return ["moins", "plus", "less", "more"].contains(
      utterance.written(items[index].span.tokens).lowercased()
    )
  }

  /// The sum of money said: in a currency, else a number that counts no things.
  private mutating func takeAmount() -> Double? {
    let inCurrency = items.indices.first { number(at: $0, in: .currency) != nil }
    let bare = items.indices.first { number(at: $0, in: .plain) != nil && !countsThings($0) }
    guard let place = inCurrency ?? bare else { return nil }
    isUsed[place] = true
    return number(at: place, in: inCurrency == nil ? .plain : .currency)
  }

  /// « en 4 groupes »: the bare number said.
  private mutating func takeNumber() -> Double? {
    guard let place = items.indices.first(where: { number(at: $0, in: .plain) != nil }) else {
      return nil
    }
    isUsed[place] = true
    return number(at: place, in: .plain)
  }

  private func number(at index: Int, in unit: NumberSpan.Unit) -> Double? {
    guard case .number(let number, unit) = items[index].span.meaning, number > 0 else { return nil }
    return number
  }

  /// « 3 produits », « top 3 »: a number beside a thing or a rank is no money.
  private func countsThings(_ index: Int) -> Bool {
    [index - 1, index + 1].contains { isMarker($0, [.top, .bottom, .best, .worst, .rank]) }
      || items.indices.contains(index + 1) && items[index + 1].span.thing != nil
  }

  /// « précision des prévisions par catégorie »: a figure of what is stored, beside the word for computing it.
  func asksForStored(_ analysis: String) -> Bool {
    guard let stored = model.analyses[analysis]?.stored, !stored.isEmpty else { return false }
    return items.contains { item in
      guard let metric = item.span.metric else { return false }
      let datasets = model.datasets(ofMetric: metric)
      return !datasets.isEmpty && datasets.allSatisfy { stored.contains($0) }
    }
  }
}

extension Composer.Item {
  /// The same words with another meaning.
  func meaning(_ meaning: Span.Meaning) -> Composer.Item {
    Composer.Item(
      span: Span(tokens: span.tokens, meaning: meaning, score: span.score),
      opensClause: opensClause,
      isPlural: isPlural,
      followsPreposition: followsPreposition
    )
  }
}
