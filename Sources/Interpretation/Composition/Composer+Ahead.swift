import Language
import SemanticModel
import Values

/// Figures of what is to come: their times lie ahead of now.
extension Composer {
  /// Reads the time of a forecast: « d'avril » is the next April, « cette semaine » what is left of it, none the next 30 days.
  mutating func lookAhead() {
    foreseeStockOuts()
    chooseRisk()
    countStates()
    tellModels()
    if query.comparison != nil, query.measures.contains(where: isAhead) {
      // A forecast beside what was sold is another computation: better none than two forecasts.
      unusedWords.append(utterance.written(0..<utterance.tokens.count))
    }
    guard tellsAhead else { return leaveWhatIsToCome() }
    let hasHorizon = takeHorizon()
    takeRestOfUnit()
    reachBack()
    let hasLongAxis = query.keys.contains {
      if case .time(let grain) = $0 { grain != .day && grain != .week } else { false }
    }
    if query.period == nil {
      let isDated = !query.measures.allSatisfy(isForecast)
      query.period = ahead(days: isDated || hasLongAxis ? reach : OrderDefaults.coverDays)
    }
    tellThePast()
    tellAlongTime(hasHorizon: hasHorizon)
    tellNearestFirst()
  }

  /// « quels produits sont presque finis »: of dates that lie ahead the nearest comes first.
  private mutating func tellNearestFirst() {
    guard query.order == nil, query.rollup == nil, !query.keys.isEmpty,
      query.keys.allSatisfy({ $0.dimension != nil }), let first = query.measures.first,
      !isForecast(first)
    else { return }
    query.order = Order(.measure(0), descending: false)
  }

  /// « quels lots vont périmer »: nothing tells what is to come of a figure that only knows what was.
  private mutating func leaveWhatIsToCome() {
    let words: Set<String> = ["va", "vont", "will", "'ll"]
    if let first = utterance.tokens.first, first.folded == "will", !query.measures.isEmpty,
      !query.measures.contains(where: isAhead)
    {
      unusedWords.append(first.text)
    }
    for mention in mentions {
      let tokens = items[mention.item].span.tokens
      guard tokens.lowerBound > 0, words.contains(utterance.tokens[tokens.lowerBound - 1].folded),
        let metric = model.metrics[mention.metric], metric.upcoming == nil,
        !isAhead(Measure(mention.metric)),
        query.measures.contains(where: { $0.metric == metric.name })
      else { continue }
      unusedWords.append(utterance.written(tokens.lowerBound - 1..<tokens.upperBound))
    }
  }

  /// « que faut-il commander ? »: the products of which something is to be ordered, and how much of each.
  mutating func listWhatIsMeant() {
    listWithOwners()
    listAll()
    guard rank == nil,
      asksForThings && (query.keys.isEmpty || query.keys == [.dimension("purchase_order")])
        || has(.list) && query.keys == [.dimension("product")] && query.conditions.isEmpty,
      let measure = query.measures.first, let metric = model.metrics[measure.metric],
      metric.unit == .count, let home = metric.dataset.flatMap({ model.datasets[$0] }),
      home.kind == .entity,
      home.name != "products",
      home.relationships.contains(where: { $0.target == "products" && $0.from == home.primaryKey })
    else { return }
    query.keys = [.dimension("product")]
    guard metric.emptyIsZero else { return }
    query.conditions.append(Condition(measure, .greater, .number(0)))
  }

  /// "list everything that is below its minimum, with the quantity left": the things in that state, not the total of them.
  private mutating func listAll() {
    guard query.keys.isEmpty, query.rollup == nil, query.comparison == nil, rank == nil,
      counted == nil, isMarker(0, [.list]),
      !utterance.tokens.contains(where: { ["total", "totale", "totaux"].contains($0.folded) }),
      utterance.tokens.contains(where: {
        ["everything", "all", "tout", "tous", "toutes"].contains($0.folded)
      }), let thing = query.filters.compactMap(thing(in:)).first
    else { return }
    query.keys = [.dimension(thing)]
  }

  /// "what's below its minimum, with the supplier": the things in that state, each with its own.
  private mutating func listWithOwners() {
    guard asksForThings, rank == nil, query.rollup == nil, query.comparison == nil,
      query.keys.count == 1, let owner = query.keys[0].dimension,
      let aside = asides.first(where: { $0.dimension == owner }),
      let thing = query.filters.compactMap(thing(in:)).first, thing != owner,
      comesWith(aside.item)
    else { return }
    query.keys = [.dimension(thing), .dimension(owner)]
  }

  /// Whether « avec », "with" stands right before an item, or before its article.
  private func comesWith(_ index: Int) -> Bool {
    utterance.tokens[..<items[index].span.tokens.lowerBound].suffix(2)
      .contains { ["with", "avec", "w/"].contains($0.folded) }
  }

  /// The things that a state is one of.
  private func thing(in filter: Filter) -> String? {
    guard case .segment(let name, _, false) = filter,
      case .entity(let entity, _)? = model.segments[name]?.scope
    else { return nil }
    return entity
  }

  /// « les 3 urgences »: so many of the things in a state, by the figure shown with it.
  mutating func limitStates() {
    guard rank == nil, limit == nil, query.limit == nil, !query.keys.isEmpty else { return }
    for index in items.indices.dropLast() where !isUsed[index] {
      guard case .number(let number, .plain) = items[index].span.meaning, number >= 1,
        number <= 1000, number == number.rounded(),
        case .segment(let name) = items[index + 1].span.meaning,
        case .entity? = model.segments[name]?.scope
      else { continue }
      isUsed[index] = true
      query.limit = Int(number)
      query.order = query.measures.isEmpty ? nil : Order(.measure(0), descending: true)
      return
    }
  }

  /// « que », "what" at the beginning of a question, or « quoi » in it.
  var asksForThings: Bool {
    let words = utterance.tokens.map(\.folded)
    let first = words.drop { ["et", "and", "alors", "so", "ok"].contains($0) }.first
    return first.map { ["que", "qu'", "quoi", "what", "whats"].contains($0) } ?? false
      || words.contains("quoi")
  }

  /// « en rupture d'ici 10 jours »: what runs out by then, and not what is out of stock now.
  private mutating func foreseeStockOuts() {
    if listThoseAtRisk() { return }
    leaveWhatFiguresSay()
    if query.rollup?.functions == [.count], query.period != nil,
      query.filters.contains(.segment("soon_out_of_stock", days: nil, negated: false))
    {
      // « combien de produits vont manquer en avril »: those whose day lies in it.
      query.measures = [Measure("stockout_date")]
      return
    }
    let now = utterance.clock.now
    guard model.segments["soon_out_of_stock"] != nil,
      let place = query.filters.firstIndex(of: .segment("out_of_stock", days: nil, negated: false)),
      let period = spokenPeriod,
      period.end.map({ $0 > now.adding(days: 1) }) == true
        || period.isPartial && period.grain != .day && saysRunsOut
    else { return }
    let soon = Filter.segment("soon_out_of_stock", days: nil, negated: false)
    query.filters.remove(at: place)
    // "at risk of stockout" says it twice.
    if !query.filters.contains(soon) { query.filters.insert(soon, at: place) }
    query.measures = [Measure("stockout_date")]
    query.period = period
  }

  /// "how likely is it that the fan runs out", "how long can I wait to order": the state that a figure itself is about.
  private mutating func leaveWhatFiguresSay() {
    let states = Set(query.measures.map { Self.statesToldBy[$0.metric] })
    guard states.count == 1, let state = states.first ?? nil else { return }
    query.filters.removeAll { $0 == .segment(state, days: nil, negated: false) }
  }

  private static let statesToldBy = [
    "stockout_risk": "out_of_stock", "expected_loss": "out_of_stock",
    "latest_order_date": "to_order",
  ]

  /// « plus d'une chance sur deux de tomber en rupture », "above 30 % odds of running out": those at such a risk.
  private mutating func listThoseAtRisk() -> Bool {
    let risk = Measure("stockout_risk")
    guard query.conditions.contains(where: { $0.measure == risk }),
      query.filters.contains(where: Self.statesOfRunningOut.contains)
    else { return false }
    query.filters.removeAll(where: Self.statesOfRunningOut.contains)
    guard query.rollup == nil else { return true }
    query.measures = [risk]
    if query.keys.isEmpty { query.keys = [.dimension("product")] }
    query.order = query.order ?? Order(.measure(0), descending: true)
    return true
  }

  private static let statesOfRunningOut: [Filter] = ["out_of_stock", "soon_out_of_stock"].map {
    .segment($0, days: nil, negated: false)
  }

  private var spokenPeriod: Period? {
    items.lazy.compactMap { if case .period(let period) = $0.span.meaning { period } else { nil } }
      .first
  }

  /// "what runs out", « ce qui tombe en rupture »: it happens, it has not happened.
  private var saysRunsOut: Bool {
    let words: Set<String> = [
      "run", "runs", "running", "tombe", "tombent", "tomber", "sera", "seront",
    ]
    return utterance.tokens.contains { words.contains($0.folded) }
  }

  /// « prévision par catégorie, en quantité et en euros »: beside a forecast all figures are forecast.
  mutating func tellAllAhead() {
    forecastWhatWasLaunched()
    leaveForecastsToAccuracy()
    forecastSalesOnce()
    // « prévois le CA de mai »: the revenue to come, not that of the last May.
    if ordersForecast, query.comparison == nil, !query.measures.isEmpty,
      query.measures.allSatisfy({ model.metrics[$0.metric]?.upcoming != nil })
    {
      replaceFigures(\.upcoming)
    }
    guard query.measures.count > 1, query.measures.contains(where: isAhead), query.comparison == nil
    else { return }
    replaceFigures(\.upcoming)
  }

  /// « prévois un produit lancé il y a 2 semaines »: the day says which products, and no time of the forecast.
  private mutating func forecastWhatWasLaunched() {
    let launch = Measure("launch_date")
    guard query.measures.contains(launch), let period = query.period, let start = period.start,
      start <= utterance.clock.now, items.contains(where: { saysForecast($0.span) })
    else { return }
    query.measures = [Measure("forecast_units")]
    query.keys = [.dimension("product")]
    query.conditions.append(Condition(launch, .greaterOrEqual, .text(start.iso)))
    if let end = period.end { query.conditions.append(Condition(launch, .less, .text(end.iso))) }
    query.period = nil
  }

  /// A word for forecasts, read as one of what was to come too where the time is past.
  private func saysForecast(_ span: Span) -> Bool {
    guard let metric = span.metric else { return false }
    return metric == "forecast_units" || metric == "feedback_predicted"
      || metric == "stored_forecast"
  }

  /// « WAPE des prévisions »: the word for forecasts beside a measure of their error names no figure.
  private mutating func leaveForecastsToAccuracy() {
    let measures = query.measures.filter { $0.metric != "forecast_units" }
    // "by the stored forecasts, how many units …": which forecasts are meant, and no second figure.
    if measures.map(\.metric) == ["stored_forecast"] { query.measures = measures }
    let tellsAccuracy = measures.contains { measure in
      model.datasets(ofMetric: measure.metric).contains {
        ["forecast_feedback", "model_accuracy", "backtest"].contains($0)
      }
    }
    if tellsAccuracy { query.measures = measures }
    // "in the backtest, how often …": where it is measured, and no second figure.
    if query.measures.count > 1,
      let context = mentions.first(where: { isBareBacktest($0) })?.metric
    {
      query.measures.removeAll { $0.metric == context }
    }
  }

  private func isBareBacktest(_ mention: Mention) -> Bool {
    let words = utterance.written(items[mention.item].span.tokens).lowercased()
    return ["backtest", "backtests", "backtesting"].contains(words)
  }

  func isAhead(_ measure: Measure) -> Bool {
    model.datasets(ofMetric: measure.metric).contains { model.datasets[$0]?.aheadDays != nil }
  }

  /// « compare les modèles de prévision »: by how much each is wrong.
  private mutating func tellModels() {
    guard query.keys == [.dimension("forecast_model")], model.metrics["model_error"] != nil,
      query.measures.allSatisfy({ isForecastError($0) })
    else { return }
    query.measures = [Measure("model_error")]
    query.order = query.order ?? Order(.measure(0), descending: false)
    take([.compare])
  }

  /// Whether a figure says how far forecasts are off, of whatever is known of single models.
  private func isForecastError(_ measure: Measure) -> Bool {
    ["model_error", "backtest_wape", "forecast_wape"].contains(measure.metric)
  }

  /// « répartition par statut de stock »: how many products are in each; "list everything critical": which ones.
  private mutating func countStates() {
    let status = "stock_status"
    if query.measures.isEmpty, query.keys == [.dimension(status)], query.filters.isEmpty {
      query.measures = [Measure("product_count")]
    } else if query.keys.isEmpty, has(.list),
      query.filters.contains(where: { $0.dimension == status })
    {
      query.keys = [.dimension("product")]
      if rank != nil, !query.measures.isEmpty { query.order = Order(.measure(0), descending: true) }
    }
  }

  /// « risque de rupture à 14 jours »: the risk over the days said, of those that are computed.
  private mutating func chooseRisk() {
    let risk = "stockout_risk"
    guard
      query.measures.contains(where: { $0.metric == risk })
        || query.conditions.contains(where: { $0.measure.metric == risk })
    else { return }
    let end = query.period?.end.map { $0.ordinal - utterance.clock.now.ordinal - 1 }
    query.period = nil
    guard let days = takeDuration() ?? end else { return }
    let chosen = days <= 7 ? "stockout_risk_7" : days <= 14 ? "stockout_risk_14" : risk
    for place in query.measures.indices where query.measures[place].metric == risk {
      query.measures[place].metric = chosen
    }
    for place in query.conditions.indices where query.conditions[place].measure.metric == risk {
      query.conditions[place].measure.metric = chosen
    }
  }

  /// How many days ahead there are rows of every figure.
  private var reach: Int {
    query.measures.flatMap { model.datasets(ofMetric: $0.metric) }
      .compactMap { model.datasets[$0]?.aheadDays }.min() ?? OrderDefaults.coverDays
  }

  /// Whether all figures are of rows that lie ahead.
  private var tellsAhead: Bool {
    !query.measures.isEmpty
      && query.measures.allSatisfy { measure in
        model.datasets(ofMetric: measure.metric).allSatisfy {
          model.datasets[$0]?.aheadDays != nil
        }
      }
  }

  /// Whether a figure adds up days ahead; a date of one day needs no horizon.
  private func isForecast(_ measure: Measure) -> Bool {
    model.metrics[measure.metric]?.unit != .date
  }

  /// From tomorrow on.
  func ahead(days: Int) -> Period {
    let now = utterance.clock.now
    return Period(start: now.adding(days: 1), end: now.adding(days: 1 + days), grain: .day)
  }

  /// « prévision sur 14 jours »: the days said; whether some were.
  private mutating func takeHorizon() -> Bool {
    guard query.period == nil, let days = takeDuration() else { return false }
    query.period = ahead(days: days)
    return true
  }

  /// The first length of time that no rule took, in days.
  mutating func takeDuration() -> Int? {
    for index in items.indices where !isUsed[index] {
      guard case .duration(let days, _) = items[index].span.meaning, days > 0 else { continue }
      isUsed[index] = true
      return days
    }
    return nil
  }

  /// « en rupture dans 7 jours »: on one of the days until then, as the day itself is hardly meant.
  private mutating func reachBack() {
    let tomorrow = utterance.clock.now.adding(days: 1)
    guard let period = query.period, let start = period.start, start > tomorrow,
      query.measures.contains(where: { !isForecast($0) }),
      utterance.tokens.contains(where: { ["dans", "in", "within"].contains($0.folded) }),
      period.grain == .day, period.length == 1
    else { return }
    query.period?.start = tomorrow
  }

  /// « cette semaine », « ce mois-ci »: from tomorrow to the end of the unit, or all of the next one on its last day.
  private mutating func takeRestOfUnit() {
    let tomorrow = utterance.clock.now.adding(days: 1)
    if let period = query.period, period.start == nil, period.end.map({ $0 > tomorrow }) == true {
      query.period?.start = tomorrow
      return
    }
    guard let period = query.period, let start = period.start, start <= utterance.clock.now,
      let grain = period.grain, grain != .day, !grain.isCyclic,
      period.contains(utterance.clock.now)
    else { return }
    let end = start.start(of: grain).adding(1, grain)
    if end > tomorrow {
      query.period = Period(start: tomorrow, end: end, grain: grain, isPartial: true)
    } else if saysCurrent || grain == .week {
      query.period = Period(grain, containing: tomorrow)
    } else {
      // « en mars » on its last day: the next March.
      query.period?.start = start.adding(months: 12)
      query.period?.end = end.adding(months: 12)
    }
  }

  /// « ce mois-ci », "this month": the unit of now and no name of one.
  private var saysCurrent: Bool {
    let words: Set<String> = [
      "ce", "cet", "cette", "this", "current", "courant", "courante", "cours",
    ]
    return utterance.tokens.contains { words.contains($0.folded) }
  }

  /// A forecast of days that are over is the one stored at the time.
  private mutating func tellThePast() {
    guard let end = query.period?.end, end <= utterance.clock.now.adding(days: 1) else { return }
    replaceFigures(\.past)
  }

  /// Each figure's counterpart of another time, where it has one; what they come to twice is told once.
  mutating func replaceFigures(_ counterpart: KeyPath<Metric, String?>) {
    for index in query.measures.indices {
      if let other = model.metrics[query.measures[index].metric]?[keyPath: counterpart] {
        query.measures[index].metric = other
      }
    }
    var seen: Set<String> = []
    query.measures.removeAll { !seen.insert($0.metric).inserted }
  }

  /// "last month", « il y a 3 jours »: counted back from today, and no date that may be meant ahead.
  private var countsBack: Bool {
    let words: Set<String> = [
      "last", "past", "previous", "ago", "yesterday", "dernier", "derniere", "derniers",
      "dernieres", "passe", "passee", "passes", "hier", "precedent", "precedente", "y",
    ]
    return utterance.tokens.contains { words.contains($0.folded) }
  }

  /// Whether a time in the question names its year; a number in a name (« Polaire 9000 ») is none.
  private var saysYear: Bool {
    items.contains { item in
      item.span.isPeriod
        && utterance.tokens[item.span.tokens].contains {
          $0.kind == .number && $0.folded.utf8.count == 4
        }
    }
  }

  /// « les prévisions d'avril »: of a forecast, a month without a year is the next one.
  mutating func shiftBareMonth() {
    guard let period = query.period,
      period.grain == .month || period.grain == .quarter || period.start == nil
        || tellsAhead && !countsBack,
      let end = period.end, end <= utterance.clock.now.start(of: .month),
      tellsAhead || query.measures.contains(where: { $0.metric == "order_quantity" })
        || query.measures.contains(where: { model.datasets(ofMetric: $0.metric) == ["forecasts"] }),
      !saysYear
    else { return }
    let months = 12 * (1 + (utterance.clock.now.ordinal - end.ordinal) / 366)
    query.period?.start = period.start?.adding(months: months)
    query.period?.end = end.adding(months: months)
  }
}
