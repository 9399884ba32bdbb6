import SemanticModel
import Values

/// A filter in words, as it stands after a noun.
struct FilterPhrase: Sendable {
  /// The preposition that ties it to what stands before.
  enum Link: Sendable {
    /// « de la catégorie Furniture »; English has one form for both, "for category Furniture".
    case of
    /// « pour la catégorie Furniture ».
    case forThe
    /// "of category Furniture", after "share".
    case share
    /// « catégorie Furniture ».
    case bare
  }

  let voice: Voice
  /// The period of the query around; a membership in the same period does not repeat it.
  var period: Period?
  /// The things that the filters stand after, which then need not be named again: « produits avec un prix … ».
  var head: String?

  /// All filters in one run, the first one linked by `link`.
  func words(_ filters: [Filter], link: Link = .of) -> String {
    var text = ""
    for (index, filter) in filters.enumerated() {
      if index == 0 {
        text = words(filter, link: link)
      } else if !voice.isFrench, case .values(_, _, false) = filter,
        case .values(_, _, false) = filters[index - 1]
      {
        // "for region West, category Furniture": a second "for" would read as another purpose.
        text += ", " + words(filter, link: .bare)
      } else {
        text += " " + words(filter, link: .forThe)
      }
    }
    return text
  }

  /// One filter with its preposition.
  func words(_ filter: Filter, link: Link) -> String {
    switch filter {
    case .values(let name, let values, let negated):
      return self.values(name, values, negated: negated, link: link)
    case .nameMatches(let name, let words, let negated):
      return nameMatches(name, words, negated: negated, link: link)
    case .missing(let name):
      return voice.pick("sans ", "without ") + voice.noun(of: .dimension(name)).text
    case .compare(let name, let comparison, let value):
      return compare(name, comparison, value, link: link)
    case .segment(let name, let days, let negated):
      return segment(name, days: days, negated: negated, link: link)
    case .weekdays(let days):
      if let whole = Self.weekParts[days.sorted()] { return voice.pick(whole.0, whole.1) }
      let names = days.map { CalendarNames.weekday($0, voice.tongue) }
      return voice.isFrench
        ? Enumeration.and(names.map { "le " + $0 }, .french)
        : "on " + Enumeration.and(names.map { $0 + "s" }, .english)
    case .hours(let hours):
      return Enumeration.and(
        hours.map { HoursPhrase(tongue: voice.tongue).words($0) },
        voice.tongue
      )
    case .membership(let name, let query, let negated):
      return membership(name, query, negated: negated, link: link)
    }
  }

  /// Days that have a name together.
  private static let weekParts: [[Int]: (String, String)] = [
    [1, 2, 3, 4, 5]: ("en semaine", "on weekdays"), [6, 7]: ("le week-end", "at weekends"),
  ]

  /// A noun tied to what stands before: « du produit », « pour le produit », "for product".
  private func linked(_ noun: NounPhrase, _ link: Link) -> String {
    if link == .bare { return noun.text }
    guard voice.isFrench else { return (link == .share ? "of " : "for ") + noun.text }
    return link == .forThe ? "pour " + FrenchGrammar.definite(noun) : FrenchGrammar.ofThe(noun)
  }

  private func values(
    _ dimension: String,
    _ values: [NamedValue],
    negated: Bool,
    link: Link
  ) -> String {
    let key = Key.dimension(dimension)
    let names = values.map { name(of: $0, in: dimension) }
    var noun = values.count > 1 ? voice.pluralNoun(of: key) : voice.noun(of: key)
    if negated {
      let list = Enumeration.and(names, voice.tongue)
      return voice.pick("hors ", "excluding ") + noun.text + " " + list
    }
    noun.text += " " + Enumeration.and(names, voice.tongue)
    return linked(noun, link)
  }

  /// The value's name: the corpus's word for it where it has one.
  func name(of value: NamedValue, in dimension: String) -> String {
    let shown = voice.member(value.key, of: .dimension(dimension))
    let isWorded =
      voice.model.dimensions[dimension]?.valueWords.contains { $0.label[voice.tongue] == shown }
    return isWorded == true ? shown : value.name
  }

  /// « des produits avec un prix unitaire supérieur à 100 ».
  private func compare(
    _ name: String,
    _ comparison: ComparisonOperator,
    _ value: Value,
    link: Link
  ) -> String {
    let noun = voice.noun(of: .dimension(name))
    let isDate = voice.model.dimensions[name]?.type == .date
    let shown = voice.figure(value, isDate ? .date : .number)
    let test: String
    if voice.isFrench {
      test =
        isDate
        ? ComparisonWords.frenchDate(comparison, shown, noun)
        : ComparisonWords.french(comparison, "à " + shown, noun)
    } else {
      test =
        isDate
        ? ComparisonWords.englishDate(comparison, shown)
        : ComparisonWords.english(comparison, shown)
    }
    let indefinite =
      voice.isFrench ? FrenchGrammar.indefinite(noun) : EnglishGrammar.indefinite(noun.text)
    let text = voice.pick("avec ", "with ") + indefinite + " " + test
    guard let owner = owner(of: name), head != owner.name, link != .bare else { return text }
    return linked(voice.plural(owner.noun).with(text), link)
  }

  /// The entity that a property belongs to.
  private func owner(of name: String) -> Dimension? {
    guard let dataset = voice.model.dimensions[name]?.dataset else { return nil }
    return voice.model.dimensions.values
      .filter { $0.isEntity && $0.dataset == dataset }
      .min { $0.name < $1.name }
  }

  /// « des produits dont le nom contient « chaise » ».
  private func nameMatches(
    _ dimension: String,
    _ words: [String],
    negated: Bool,
    link: Link
  ) -> String {
    let text = voice.quoted(words.joined(separator: " "))
    let noun = voice.pluralNoun(of: .dimension(dimension))
      .with(voice.pick("dont le nom contient \(text)", "whose name contains \(text)"))
    return negated ? voice.pick("hors ", "excluding ") + noun.text : linked(noun, link)
  }

  private func segment(_ name: String, days: Int?, negated: Bool, link: Link) -> String {
    guard let segment = voice.model.segments[name] else { return name }
    let noun = voice.plural(segment.noun)
    let duration = days.map { " (\(voice.numbers.days(Double($0))))" } ?? ""
    if negated { return voice.pick("hors ", "excluding ") + noun.text + duration }
    return linked(noun, link) + duration
  }

  private func membership(_ name: String, _ query: Query, negated: Bool, link: Link) -> String {
    let inner = QueryPhrase(query, voice).memberGroup(.dimension(name), within: period)
    return negated ? voice.pick("hors ", "excluding ") + inner.text : linked(inner, link)
  }
}
