import Assistant
import SemanticModel
import Values

/// How the moves to a next question are typed.
struct NextMoveWords {
  let voice: Voice

  init(_ voice: Voice) {
    self.voice = voice
  }

  /// « et par région ? », "compare with the month before".
  func text(_ move: NextMove) -> String {
    switch move {
    case .split(let key):
      let noun = voice.noun(of: key).text
      return question("et par \(noun)", "and by \(noun)")
    case .compareUnitBefore(let grain):
      let unit = GrainNoun.singular(grain, voice.tongue)
      return voice.pick(
        "compare \(FrenchGrammar.toThe(unit)) d'avant",
        "compare with the \(unit.text) before"
      )
    case .unitBefore(let grain):
      let unit = GrainNoun.singular(grain, voice.tongue)
      return question("et \(FrenchGrammar.definite(unit)) d'avant", "and the \(unit.text) before")
    case .compareLastYear: return voice.pick("compare à l'an dernier", "compare with last year")
    case .year(let year): return question("et en \(year)", "and in \(year)")
    case .figure(let metric):
      let figure = voice.definite(voice.metricNoun(metric))
      return question("et \(figure)", "and \(figure)")
    case .otherEnd(let count, let thing, let highest):
      return otherEnd(count, thing, highest: highest)
    case .figureOfThings(let metric, let thing, let isOne):
      return of(voice.metricNoun(metric), "for", thing, isOne: isOne)
    case .property(let property, let thing, let isOne):
      let noun = propertyNoun(property, of: thing)
      return isOne
        ? of(noun, "of", thing, isOne: true)
        : question("et \(noun.isPlural ? "leurs" : "leur") \(noun.text)", "and their \(noun.text)")
    }
  }

  private func question(_ french: String, _ english: String) -> String {
    voice.pick(french + "\u{202F}?", english + "?")
  }

  /// The country of suppliers is « leur pays », where another country is known by that noun.
  private func propertyNoun(_ property: String, of thing: String) -> NounPhrase {
    let plain = property.hasPrefix(thing + "_") ? String(property.dropFirst(thing.count + 1)) : ""
    return voice.noun(of: .dimension(voice.model.dimensions[plain] == nil ? property : plain))
  }

  /// « et les 5 derniers ? », "and the bottom 5?".
  private func otherEnd(_ count: Int, _ thing: String, highest: Bool) -> String {
    let things = voice.pluralNoun(of: .dimension(thing))
    let end = FrenchGrammar.agree(highest ? "premier" : "dernier", with: things)
    return question("et les \(count) \(end)", "and the \(highest ? "top" : "bottom") \(count)")
  }

  /// « et le stock de ces produits ? », "and the stock on hand for those products?".
  private func of(_ noun: NounPhrase, _ english: String, _ thing: String, isOne: Bool) -> String {
    let key = Key.dimension(thing)
    let owner = isOne ? voice.noun(of: key) : voice.pluralNoun(of: key)
    return question(
      "et \(FrenchGrammar.definite(noun)) de \(FrenchGrammar.this(owner))",
      "and the \(noun.text) \(english) \(isOne ? "this" : "those") \(owner.text)"
    )
  }
}
