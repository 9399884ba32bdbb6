import Assistant
import SemanticModel
import Values

/// What words are made with: a language, the corpus's nouns, and the few facts of the receipt that sentences name.
struct Voice: Sendable {
  let tongue: Tongue
  let model: SemanticModel
  /// ISO code.
  let currency: String
  /// The fixed "now".
  let asOf: CalendarDay?
  let dataFrom: CalendarDay?
  let dataUntil: CalendarDay?

  init(_ answer: Answer, model: SemanticModel) {
    self.init(answer.language, model: model, receipt: answer.receipt)
  }

  init(_ tongue: Tongue, model: SemanticModel, receipt: Answer.Receipt) {
    self.tongue = tongue
    self.model = model
    currency = receipt.currency
    asOf = receipt.asOf
    dataFrom = receipt.dataFrom
    dataUntil = receipt.dataUntil
  }

  var isFrench: Bool { tongue == .french }
  var numbers: NumberFormat { NumberFormat(tongue) }
  var dates: DateFormat { DateFormat(tongue) }

  /// The French or the English text.
  func pick(_ french: String, _ english: String) -> String { isFrench ? french : english }

  /// A text in the quotes of the language.
  func quoted(_ text: String) -> String {
    isFrench ? FrenchGrammar.quoted(text) : EnglishGrammar.quoted(text)
  }

  /// " :" or ":".
  var colon: String { isFrench ? FrenchGrammar.colon : ":" }

  // MARK: - Values

  /// A figure with its unit.
  func figure(_ value: Value, _ unit: Metric.Unit) -> String {
    if case .text(let text) = value {
      return CalendarDay(iso: text).map { unit == .date ? dates.day($0) : text } ?? text
    }
    guard let number = value.number else { return "—" }
    switch unit {
    case .currency: return numbers.currency(number, code: currency)
    case .percent:
      let isTiny = number > 0 && number < Self.leastFraction / 2
      return (isTiny ? pick("moins de ", "less than ") : "")
        + numbers.percent(isTiny ? Self.leastFraction : number)
    case .days: return numbers.days(number)
    case .count, .number, .text, .date: return numbers.count(number)
    }
  }

  /// The smallest share that two decimals of a percentage show.
  private static let leastFraction = 0.0001

  /// A figure without the decimals a threshold does not have: "$1,000", « 20 % ».
  func threshold(_ number: Double, _ unit: Metric.Unit) -> String {
    switch unit {
    case .currency: numbers.currency(number, code: currency, trimmed: true)
    case .percent:
      numbers.decimal(number * 100, digits: 2, trimmed: true) + pick("\u{202F}%", "%")
    default: figure(.real(number), unit)
    }
  }

  /// A difference with its sign; differences of percentages are points.
  func difference(_ number: Double, _ unit: Metric.Unit) -> String {
    signed(unit == .percent ? numbers.points(number) : figure(.real(number), unit), number)
  }

  /// A relative change with its sign: « +12,3 % ».
  func change(_ fraction: Double) -> String {
    signed(numbers.percent(fraction), fraction)
  }

  private func signed(_ text: String, _ number: Double) -> String {
    number > 0 ? "+" + text : text
  }

  /// A value of a dimension or a unit of a time axis, as readers see it.
  func member(_ value: Value, of key: Key) -> String {
    switch key {
    case .time(let grain): return dates.unit(value, grain)
    case .dimension(let name):
      guard let dimension = model.dimensions[name] else { return figure(value, .text) }
      return member(value, of: dimension)
    }
  }

  private func member(_ value: Value, of dimension: Dimension) -> String {
    let stored = storedText(value)
    if let word = dimension.valueWords.first(where: { $0.value == stored }) {
      return word.label[tongue]
    }
    switch (dimension.type, value) {
    case (_, .null): return pick("(non renseigné)", "(not given)")
    case (.boolean, .integer(let flag)): return flag == 0 ? pick("non", "no") : pick("oui", "yes")
    case (.date, _): return figure(value, .date)
    // An id is a name, and no count: « 4282 ».
    case (_, .integer(let number)) where isNumbered(dimension): return String(number)
    default: return figure(value, .text)
    }
  }

  /// Whether the things of a dimension have numbers for names: « n° 4282 ».
  func isNumbered(_ key: Key) -> Bool {
    key.dimension.flatMap { model.dimensions[$0] }.map(isNumbered) ?? false
  }

  private func isNumbered(_ dimension: Dimension) -> Bool {
    dimension.isEntity && dimension.key == dimension.label
  }

  /// The value of a figure that is a word, as readers see it.
  func word(_ value: Value, of metric: String) -> String {
    let label = model.metrics[metric]?.valueLabels[storedText(value)]
    return label?[tongue] ?? figure(value, .text)
  }

  /// A value as the corpus writes stored values.
  func storedText(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    }
  }

  /// A column of the analysis that a query calls for.
  func column(_ name: String, of query: Query?) -> Analysis.Column? {
    query?.analysis.flatMap { model.analyses[$0.name] }?.columns.first { $0.name == name }
  }

  // MARK: - Nouns

  /// A noun without article, in the singular; nouns that have none (« frais ») stay plural.
  func singular(_ noun: Noun) -> NounPhrase {
    let (one, many) = (noun.singular[tongue], noun.plural[tongue])
    let isPlural =
      isFrench
      ? FrenchGrammar.isPlural(one, plural: many) : EnglishGrammar.isPlural(one, plural: many)
    return NounPhrase(one, isFeminine: noun.isFeminine, isPlural: isPlural)
  }

  /// A noun without article, in the plural.
  func plural(_ noun: Noun) -> NounPhrase {
    NounPhrase(noun.plural[tongue], isFeminine: noun.isFeminine, isPlural: true)
  }

  /// With its article: « le produit », "the product".
  func definite(_ noun: NounPhrase) -> String {
    isFrench ? FrenchGrammar.definite(noun) : "the " + noun.text
  }

  /// After « de » or "of": « du produit », "of the product".
  func ofThe(_ noun: NounPhrase) -> String {
    isFrench ? FrenchGrammar.ofThe(noun) : "of the " + noun.text
  }

  /// The noun of a key, in the singular: « mois », "product".
  func noun(of key: Key) -> NounPhrase {
    switch key {
    case .dimension(let name):
      guard let dimension = model.dimensions[name] else { return NounPhrase(name) }
      return singular(dimension.noun)
    case .time(let grain): return GrainNoun.singular(grain, tongue)
    }
  }

  /// The noun of a key, in the plural.
  func pluralNoun(of key: Key) -> NounPhrase {
    switch key {
    case .dimension(let name):
      guard let dimension = model.dimensions[name] else { return NounPhrase(name, isPlural: true) }
      return plural(dimension.noun)
    case .time(let grain): return GrainNoun.plural(grain, tongue)
    }
  }
}
