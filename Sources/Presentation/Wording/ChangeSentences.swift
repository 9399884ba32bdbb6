import Planning
import SemanticModel
import Values

/// Sentences of figures beside those of another period.
struct ChangeSentences: Sendable {
  let view: ResultView
  let phrase: QueryPhrase
  let voice: Voice

  init(_ view: ResultView) {
    self.view = view
    voice = view.voice
    phrase = QueryPhrase(view.query, view.voice)
  }

  /// « Le chiffre d'affaires en 2018 est de X, contre Y en 2017, en hausse de 20,4 % (+124 009,66 $US). »
  var comparison: [String] {
    guard let row = view.rows.first else { return [] }
    let sentences = view.query.measures.indices.prefix(3).compactMap { sentence($0, row) }
    return sentences.isEmpty ? FigureSentences(view).empty : sentences
  }

  private func sentence(_ index: Int, _ row: [Value]) -> String? {
    guard let column = view.column(.measure(index)), !row[column].isNull else { return nil }
    let unit = view.columns[column].unit
    let subject = phrase.measure(index).with(phrase.restrictions).with(phrase.period)
    let state = FigureSentences.state(
      subject,
      view.text(row, column),
      unit,
      voice,
      isPast: phrase.isPast
    )
    return state + against(index, row) + movement(index, row) + "."
  }

  /// « , contre 609 205,60 $US en 2017 ».
  private func against(_ index: Int, _ row: [Value]) -> String {
    guard let previous = view.column(.previous(index)) else { return "" }
    let period = view.query.comparison.map { PeriodWords($0, voice.tongue).phrase } ?? ""
    if row[previous].isNull {
      return voice.pick(", sans valeur connue \(period)", ", with no known value \(period)")
    }
    let value = view.text(row, previous)
    return voice.pick(", contre \(value) \(period)", ", against \(value) \(period)")
  }

  /// « , en hausse de 20,4 % (+124 009,66 $US) ».
  private func movement(_ index: Int, _ row: [Value]) -> String {
    guard let column = view.column(.difference(index)), let difference = row[column].number else {
      return ""
    }
    let unit = view.columns[column].unit
    let change = view.column(.change(index)).flatMap { row[$0].number }
    if difference == 0 { return voice.pick(", sans changement", ", unchanged") }
    let isUp = difference > 0
    // A percentage moves by points; its relative change would be read as points.
    if unit == .percent {
      let points = voice.numbers.points(abs(difference))
      return voice.pick(
        ", en \(isUp ? "hausse" : "baisse") de \(points)",
        ", \(isUp ? "up" : "down") \(points)"
      )
    }
    let amount = voice.difference(difference, unit)
    guard let change else { return " (\(amount))" }
    let percent = voice.numbers.percent(abs(change))
    return voice.pick(
      ", en \(isUp ? "hausse" : "baisse") de \(percent) (\(amount))",
      ", \(isUp ? "up" : "down") \(percent) (\(amount))"
    )
  }

  /// How many groups rose and fell, and which ones the most.
  ///
  /// Where the question asked for the strongest changes, those groups.
  var changes: [String] {
    let index = view.mainMeasure
    guard let column = view.column(.difference(index)) else {
      return GroupSentences(view).breakdown
    }
    let known = view.known(column)
    if known.isEmpty { return GroupSentences(view).breakdown }
    if isRanked { return [ranked(index, column)] }
    if view.rows.count == 1 { return [single(index, view.rows[0])] }
    let up = known.filter { ($0[column].number ?? 0) > 0 }.count
    let down = known.filter { ($0[column].number ?? 0) < 0 }.count
    return [summary(index, up: up, down: down)] + total(index) + strongest(index, column, known)
  }

  /// Whether the question asked what rose or fell the most.
  private var isRanked: Bool {
    guard view.query.limit != nil else { return false }
    return switch view.query.order?.subject {
    case .change, .difference: true
    case .measure, .key, nil: false
    }
  }

  /// The groups that moved most: « Les 3 produits dont le chiffre d'affaires a le plus augmenté … sont A (+…), B (+…) ».
  private func ranked(_ index: Int, _ column: Int) -> String {
    let count = view.rows.count
    let isRise = view.query.order?.isDescending ?? true
    let noun = phrase.measure(index)
    let key = view.query.keys.first ?? .time(.day)
    var group = count == 1 ? voice.noun(of: key) : voice.pluralNoun(of: key)
    if count > 1 { group.text = "\(count) \(group.text)" }
    let previous = view.query.comparison.map { PeriodWords($0, voice.tongue).label } ?? ""
    let verb = voice.pick(
      "\(noun.isPlural ? "ont" : "a") le plus \(isRise ? "augmenté" : "baissé")",
      "\(isRise ? "rose" : "fell") the most"
    )
    let clause = voice.pick(
      "dont \(voice.definite(noun)) \(verb)",
      "whose \(noun.text) \(verb)"
    )
    let head = voice.definite(
      group.with(clause).with(phrase.restrictions).with(phrase.period)
        .with(voice.pick("par rapport à", "against") + " " + previous)
    )
    let list = Enumeration.first(
      count > 5 ? 3 : 5,
      of: view.rows.map { moved($0, index, column) },
      voice.tongue
    )
    let be = count == 1 ? voice.pick("est", "is") : voice.pick("sont", "are")
    return "\(head.capitalisedFirst) \(be) \(list)."
  }

  /// « A (+1 000,00 $US, +50,0 %) ».
  private func moved(_ row: [Value], _ index: Int, _ column: Int) -> String {
    let percent = view.column(.change(index)).flatMap { row[$0].number }.map { voice.change($0) }
    // A percentage's relative change beside its points would only confuse.
    let isPercent = view.columns[column].unit == .percent
    let parts = [view.text(row, column), isPercent ? nil : percent].compactMap { $0 }
    return "\(view.members(row)) (\(parts.joined(separator: ", ")))"
  }

  private func single(_ index: Int, _ row: [Value]) -> String {
    let subject = phrase.measure(index).with(phrase.restrictions)
      .with(voice.pick("pour ", "for ") + view.members(row)).with(phrase.period)
    guard let column = view.column(.measure(index)) else { return "" }
    let state = FigureSentences.state(
      subject,
      view.text(row, column),
      view.columns[column].unit,
      voice,
      isPast: phrase.isPast
    )
    return state + against(index, row) + movement(index, row) + "."
  }

  private func summary(_ index: Int, up: Int, down: Int) -> String {
    let subject = phrase.measure(index).with(phrase.restrictions).with(phrase.keysWords)
      .with(phrase.period)
    let previous = view.query.comparison.map { PeriodWords($0, voice.tongue).label } ?? ""
    let head = voice.definite(subject).capitalisedFirst
    func count(_ number: Int) -> String { voice.numbers.count(Double(number)) }
    let all = count(view.rows.count)
    let ways = [
      (up, voice.pick("en hausse", "up")), (down, voice.pick("en baisse", "down")),
    ].filter { $0.0 > 0 }
    let parts = ways.map { "\(count($0.0)) \($0.1)" }
    let told =
      parts.isEmpty
      ? voice.pick("aucun changement", "no change") : Enumeration.and(parts, voice.tongue)
    return voice.isFrench
      ? "\(head), par rapport à la période précédente (\(previous))\(FrenchGrammar.colon) \(told) sur \(all)."
      : "\(head), against the previous period (\(previous)): \(told) of \(all)."
  }

  /// The total beside that of the other period, where the groups add up: « Le total passe de X à Y, en hausse de 13,5 % ».
  private func total(_ index: Int) -> [String] {
    let query = view.query
    guard query.limit == nil, query.conditions.isEmpty, query.measures[index].display == .value,
      let metric = voice.model.metrics[query.measures[index].metric], voice.isAdditive(metric),
      let column = view.column(.measure(index)), let previous = view.column(.previous(index))
    else { return [] }
    func sum(_ column: Int) -> Double { view.rows.reduce(0) { $0 + ($1[column].number ?? 0) } }
    let (now, before) = (sum(column), sum(previous))
    guard before > 0, now >= 0, now != before else { return [] }
    let percent = voice.numbers.percent(abs(now - before) / before)
    let (from, to) = (
      voice.figure(.real(before), metric.unit), voice.figure(.real(now), metric.unit)
    )
    let isUp = now > before
    return [
      voice.pick(
        "Le total passe \(FrenchGrammar.de(from)) à \(to), en \(isUp ? "hausse" : "baisse") de \(percent).",
        "The total \(phrase.isPast ? "went" : "goes") from \(from) to \(to), \(isUp ? "up" : "down") \(percent)."
      )
    ]
  }

  private func strongest(_ index: Int, _ column: Int, _ rows: [[Value]]) -> [String] {
    func size(_ row: [Value]) -> Double { row[column].number ?? 0 }
    var parts: [String] = []
    if let high = rows.max(by: { size($0) < size($1) }), size(high) > 0 {
      parts.append(
        voice.pick("la plus forte hausse est pour ", "the largest rise is for ")
          + moved(high, index, column)
      )
    }
    if let low = rows.min(by: { size($0) < size($1) }), size(low) < 0 {
      parts.append(
        (parts.isEmpty
          ? voice.pick("la plus forte baisse est pour ", "the largest fall is for ")
          : voice.pick("la plus forte baisse pour ", "the largest fall for "))
          + moved(low, index, column)
      )
    }
    if parts.isEmpty { return [] }
    return [parts.joined(separator: ", ").capitalisedFirst + "."]
  }
}
