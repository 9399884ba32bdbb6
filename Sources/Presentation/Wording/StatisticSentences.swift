import Planning
import SemanticModel
import Values

/// Sentences of second aggregations without groups left.
struct StatisticSentences: Sendable {
  let view: ResultView
  let phrase: QueryPhrase
  let voice: Voice

  init(_ view: ResultView) {
    self.view = view
    voice = view.voice
    phrase = QueryPhrase(view.query, view.voice)
  }

  var sentences: [String] {
    guard let rollup = view.query.rollup, let row = view.rows.first else { return [] }
    if let column = view.column(.rollup(.shareOfCount, measure: nil)) {
      return [shareOfCount(row, column, rollup)]
    }
    if let column = view.columns.firstIndex(where: { isRollup($0, .shareOfTotal) }) {
      return [shareOfTotal(row, column, rollup)]
    }
    if let column = view.column(.rollup(.count, measure: nil)) {
      return [count(row, column, rollup)] + (row[column].number == 0 ? [] : besideCount(row))
    }
    return [statistics(row, rollup)]
  }

  private func isRollup(_ column: PlannedColumn, _ function: Rollup.Function) -> Bool {
    if case .rollup(function, _) = column.role { true } else { false }
  }

  /// « On compte 12 clients dont le chiffre d'affaires en 2018 est supérieur à 1 000 €. »
  private func count(_ row: [Value], _ column: Int, _ rollup: Rollup) -> String {
    let number = row[column].number ?? 0
    let isOne = number == 1
    let isPlural = number == 0 ? !voice.isFrench : !isOne
    let members = StatisticPhrase(view.query, voice).members(rollup, isPlural: isPlural)
      .with(phrase.period)
    if number == 0 { return FigureSentences.none(members, voice, isPast: phrase.isPast) }
    let text = view.text(row, column)
    let be = phrase.isPast ? (isOne ? "was" : "were") : (isOne ? "is" : "are")
    return voice.pick("On compte \(text) \(members.text).", "There \(be) \(text) \(members.text).")
  }

  /// What is told of those counted beside their number: « Le chiffre d'affaires au total est de 12 000 € ».
  private func besideCount(_ row: [Value]) -> [String] {
    view.rollupColumns.compactMap { column in
      guard case .rollup(let function, let measure?) = view.columns[column].role,
        function != .count, !row[column].isNull
      else { return nil }
      let figure = phrase.measure(measure)
      var subject = figure.with(voice.pick("au total", "in total"))
      if function != .sum {
        subject = StatisticPhrase.noun(function, voice.tongue)
        subject.text += " " + voice.ofThe(figure)
      }
      let unit = view.columns[column].unit
      let text = view.text(row, column)
      return FigureSentences.state(subject, text, unit, voice, isPast: phrase.isPast) + "."
    }
  }

  /// « La part des clients dont … est de 34,2 % (12). »
  private func shareOfCount(_ row: [Value], _ column: Int, _ rollup: Rollup) -> String {
    let members = StatisticPhrase(view.query, voice).members(rollup).with(phrase.period)
    let subject = NounPhrase(
      voice.pick("part ", "share ")
        + (voice.isFrench ? FrenchGrammar.ofThe(members) : "of " + members.text),
      isFeminine: true
    )
    let state = FigureSentences.state(
      subject,
      view.text(row, column),
      .percent,
      voice,
      isPast: phrase.isPast
    )
    let number = view.column(.rollup(.count, measure: nil)).map { " (\(view.text(row, $0)))" } ?? ""
    return state + number + "."
  }

  /// « Les 3 premiers produits représentent 12,3 % du chiffre d'affaires en 2018. »
  private func shareOfTotal(_ row: [Value], _ column: Int, _ rollup: Rollup) -> String {
    var base = view.query
    base.conditions = []
    let whole = phrase.measure(0).with(QueryPhrase(base, voice).restrictions).with(phrase.period)
    let key = rollup.over ?? view.query.keys.first ?? .time(.day)
    let things = voice.pluralNoun(of: key)
    let value = view.text(row, column)
    let members: String
    if let limit = view.query.limit {
      let isLow = view.query.order.map { !$0.isDescending } ?? false
      let rank = FrenchGrammar.agree(isLow ? "dernier" : "premier", with: things)
      members = voice.pick(
        "les \(limit) \(rank) \(things.text)",
        "the \(isLow ? "bottom" : "top") \(limit) \(things.text)"
      )
    } else {
      members = voice.definite(things.with(phrase.conditions))
    }
    return voice.pick(
      "\(members) représentent \(value) \(FrenchGrammar.ofThe(whole))",
      "\(members) account for \(value) of the \(whole.text)"
    ).capitalisedFirst + "."
  }

  /// One statistic in a sentence, several in a list: « … : moyenne X et médiane Y ».
  private func statistics(_ row: [Value], _ rollup: Rollup) -> String {
    let base = StatisticPhrase(view.query, voice).base(phrase)
    let columns = view.rollupColumns
    if columns.count == 1, let column = columns.first {
      var subject = StatisticPhrase.noun(rollup.functions[0], voice.tongue)
      subject.text = StatisticPhrase(view.query, voice).text(rollup)
      subject = subject.with(phrase.period)
      return FigureSentences.state(
        subject,
        view.text(row, column),
        view.columns[column].unit,
        voice,
        isPast: phrase.isPast
      ) + "."
    }
    let items = columns.map { column -> String in
      guard case .rollup(let function, let measure) = view.columns[column].role else { return "" }
      var name = StatisticPhrase.noun(function, voice.tongue).text
      if let measure, measure > 0 { name += " " + voice.ofThe(phrase.measure(measure)) }
      return "\(name) \(view.text(row, column))"
    }
    let head = voice.definite(base.with(phrase.period)).capitalisedFirst
    return "\(head)\(voice.colon) \(Enumeration.and(items, voice.tongue))."
  }
}
