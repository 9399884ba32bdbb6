import Planning
import SemanticModel
import Values

/// Sentences of figures without groups, and of results without rows.
struct FigureSentences: Sendable {
  let view: ResultView
  let phrase: QueryPhrase
  let voice: Voice

  init(_ view: ResultView) {
    self.view = view
    voice = view.voice
    phrase = QueryPhrase(view.query, view.voice)
  }

  /// « Le chiffre d'affaires de la catégorie Furniture en 2018 est de 238 480,12 $US. »
  var figures: [String] {
    let known = view.query.measures.indices.filter { !isUnknown($0) }
    guard let first = known.first else { return [unknown] + rangeIfAsked }
    let sentence = view.query.measures.count == 1 ? one(first) : several
    let isZero = known.allSatisfy { value($0).number == 0 }
    return [sentence] + (isZero ? rangeIfAsked : [])
  }

  /// « Aucun résultat pour … » with the range of the data.
  var empty: [String] {
    [nothing] + rangeIfAsked
  }

  /// The days that the data cover; nothing when they are unknown.
  var range: [String] {
    guard let from = voice.dataFrom, let until = voice.dataUntil else { return [] }
    let days = PeriodWords.absolute(Period(start: from, end: until.adding(days: 1)), voice.tongue)
    return [voice.pick("Les données vont \(days).", "The data go \(days).")]
  }

  private var rangeIfAsked: [String] { view.query.period == nil ? [] : range }

  // MARK: - Values

  private func value(_ measure: Int) -> Value {
    guard let column = view.shownColumn(ofMeasure: measure), let row = view.rows.first else {
      return .null
    }
    return row[column]
  }

  private func isUnknown(_ measure: Int) -> Bool { value(measure).isNull }

  private func shown(_ measure: Int) -> String {
    guard let column = view.shownColumn(ofMeasure: measure), let row = view.rows.first else {
      return "—"
    }
    return view.text(row, column)
  }

  private func unit(_ measure: Int) -> Metric.Unit {
    view.shownColumn(ofMeasure: measure).map { view.columns[$0].unit } ?? .number
  }

  // MARK: - Sentences

  private func one(_ measure: Int) -> String {
    let subject = phrase.measure(measure).with(phrase.restrictions).with(phrase.period)
    return Self.state(
      subject,
      shown(measure),
      unit(measure),
      voice,
      isPast: phrase.isPast
    )
      + part(measure) + interval(measure, after: ", ") + "."
  }

  /// « , entre 60 et 90 quatre fois sur cinq »; nothing where a figure has no interval.
  private func interval(_ measure: Int, after head: String, _ tail: String = "") -> String {
    view.rows.first.flatMap { view.interval($0, ofMeasure: measure) }.map { head + $0 + tail } ?? ""
  }

  /// The amount behind a share: « (34 512,00 $US) ».
  private func part(_ measure: Int) -> String {
    guard view.query.measures[measure].display == .share,
      let column = view.column(.measure(measure)),
      let row = view.rows.first, !row[column].isNull
    else { return "" }
    return " (\(view.text(row, column)))"
  }

  /// « Le stock est de 12 », "The stock is 12": a subject and its value, without final point.
  static func state(
    _ subject: NounPhrase,
    _ value: String,
    _ unit: Metric.Unit,
    _ voice: Voice,
    isPast: Bool
  ) -> String {
    if voice.isFrench {
      let link = unit == .date ? "le " : unit == .text ? "" : "de "
      let text = "\(FrenchGrammar.definite(subject)) \(FrenchGrammar.be(subject)) \(link)\(value)"
      return text.capitalisedFirst
    }
    return "The \(subject.text) \(EnglishGrammar.be(subject, isPast: isPast)) \(value)"
  }

  /// « En 2018, le chiffre d'affaires est de X, la quantité vendue de Y et la marge brute de Z. »
  private var several: String {
    let items = view.query.measures.indices.map { index -> String in
      let noun = phrase.measure(index)
      guard voice.isFrench else {
        return
          "the \(noun.text) \(EnglishGrammar.be(noun, isPast: phrase.isPast)) \(shown(index))\(interval(index, after: " (", ")"))"
      }
      let link = unit(index) == .date ? "le " : unit(index) == .text ? "" : "de "
      // The verb is said once and understood after, so it is repeated only where its number changes.
      let needsVerb = index == 0 || phrase.measure(index - 1).isPlural != noun.isPlural
      let verb = needsVerb ? FrenchGrammar.be(noun) + " " : ""
      let figure = link + shown(index) + interval(index, after: " (", ")")
      return "\(FrenchGrammar.definite(noun)) \(verb)\(figure)"
    }
    let scope = [phrase.period, phrase.restrictions(link: .forThe)].filter { !$0.isEmpty }
    let list = Enumeration.and(items, voice.tongue)
    return (scope + [list]).joined(separator: ", ").capitalisedFirst + "."
  }

  private var unknown: String {
    let subject = phrase.measure(0).with(phrase.restrictions).with(phrase.period)
    let name = view.query.measures.first?.metric
    if let meaning = name.flatMap({ voice.model.metrics[$0]?.unknownMeans }) {
      let none = voice.pick("Pas de \(subject.text)", "No \(subject.text)")
      return none + "." + " " + meaning[voice.tongue]
    }
    if isOfState {
      return voice.pick(
        "Pas de \(subject.text) : aucune donnée n'y correspond.",
        "No \(subject.text): no data match."
      )
    }
    return voice.pick(
      "Aucune donnée ne permet de calculer \(FrenchGrammar.definite(subject)).",
      "There are no data to compute the \(subject.text)."
    )
  }

  /// Whether the figure is of things in a state, which none may be in: products out of stock, critical ones.
  private var isOfState: Bool {
    view.query.filters.contains { filter in
      if case .segment = filter { return true }
      return filter.dimension.flatMap { voice.model.dimensions[$0] }?.policy == Dimension.ValuePolicy.none
    }
  }

  private var nothing: String {
    if view.query.measures.isEmpty || AnswerShape.isFiltered(view),
      let key = view.query.rollup?.over ?? view.query.keys.first
    {
      return Self.none(phrase.group(key, isPlural: !voice.isFrench), voice, isPast: phrase.isPast)
    }
    return voice.pick("Aucun résultat pour", "No results for") + "\(voice.colon) \(phrase.text)."
  }

  /// « On ne trouve aucun produit en rupture. », "There are no products out of stock."
  ///
  /// The noun is a French singular or an English plural.
  static func none(_ members: NounPhrase, _ voice: Voice, isPast: Bool) -> String {
    let none = members.isFeminine ? "aucune" : "aucun"
    return voice.pick(
      "On ne trouve \(none) \(members.text).",
      "There \(isPast ? "were" : "are") no \(members.text)."
    )
  }
}
