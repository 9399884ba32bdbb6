import Planning
import SemanticModel
import Values

/// Sentences of figures that are told together: a forecast beside what came of it, a state with what it rests on.
struct TellingSentences: Sendable {
  let view: ResultView
  let voice: Voice
  /// The metric whose figures they are.
  let metric: String

  /// Finds what the figures of a result tell together; nil where they are just figures.
  init?(_ view: ResultView) {
    let names = view.query.measures.map(\.metric)
    let metrics = view.voice.model.metrics
    let told = metrics.values.filter { metric in
      guard let figures = metric.telling?.figures else { return false }
      return figures == names || figures.map { metrics[$0]?.fallback ?? $0 } == names
    }
    guard let metric = told.map(\.name).min(), view.query.rollup == nil,
      view.query.comparison == nil
    else { return nil }
    self.view = view
    self.metric = metric
    voice = view.voice
  }

  /// The sentences; nil where the usual ones serve.
  var sentences: [String]? {
    if view.rows.isEmpty { return none }
    return switch metric {
    case "forecast_check", "forecast_revenue_check": confrontation
    case "status_reason": reasons
    case "priority_score": priorities
    default: nil
    }
  }

  /// « On ne trouve aucun produit critique de la catégorie Jardin. »
  private var none: [String]? {
    guard let key = view.query.keys.first, key.dimension != nil else { return nil }
    let phrase = QueryPhrase(view.query, voice)
    let members = phrase.group(key, isPlural: !voice.isFrench)
    return [FigureSentences.none(members, voice, isPast: false)]
  }

  // MARK: - Priorities

  /// « Par ordre de priorité : A (critique, 193,6), B (…), C (…) et 9 autres. »
  private var priorities: [String]? {
    guard view.keys.contains(where: { $0.key == .dimension("product") }),
      let column = view.column(.measure(0))
    else { return nil }
    let items = view.rows.map { row in
      let names = view.keys.map { view.text(row, $0.column) }
      let points = voice.numbers.count(row[column].number ?? 0)
      let details = (names.dropFirst() + [points]).joined(separator: ", ")
      return "\(names[0]) (\(details))"
    }
    let list = Enumeration.first(items.count > 5 ? 3 : 5, of: items, voice.tongue)
    return [voice.pick("Par ordre de priorité", "In order of priority") + "\(voice.colon) \(list)."]
  }

  private func number(_ row: [Value], _ measure: Int) -> Double? {
    view.column(.measure(measure)).flatMap { row[$0].number }
  }

  private func figure(_ number: Double, _ measure: Int) -> String {
    let unit = view.column(.measure(measure)).map { view.columns[$0].unit } ?? .count
    return voice.figure(.real(number), unit)
  }

  // MARK: - Predicted and actual

  /// « En mars, le prévu est de 3 177 et le réel de 3 402, soit un écart de -6,6 %. »
  ///
  /// Then how many of the rows were near.
  private var confrontation: [String]? {
    let pairs = view.rows.compactMap { row -> (predicted: Double, actual: Double)? in
      guard let predicted = number(row, 0), let actual = number(row, 1) else { return nil }
      return (predicted, actual)
    }
    guard !pairs.isEmpty else { return nil }
    let predicted = pairs.reduce(0) { $0 + $1.predicted }
    let actual = pairs.reduce(0) { $0 + $1.actual }
    let phrase = QueryPhrase(view.query, voice)
    let scope = [phrase.period, phrase.restrictions(link: .forThe)].filter { !$0.isEmpty }
    let sums = voice.pick(
      "le prévu est de \(figure(predicted, 0)) et le réel de \(figure(actual, 1))",
      "the forecast was \(figure(predicted, 0)) and the actual \(figure(actual, 1))"
    )
    let gap =
      actual > 0
      ? voice.pick(", soit un écart de ", ", a gap of ")
        + voice.change((predicted - actual) / actual)
      : ""
    let first = (scope + [sums]).joined(separator: ", ").capitalisedFirst + gap + "."
    return [first] + (pairs.count > 1 ? [nearness(pairs)] : [])
  }

  private func nearness(_ pairs: [(predicted: Double, actual: Double)]) -> String {
    func count(within share: Double) -> String {
      let near = pairs.count { pair in
        abs(pair.predicted - pair.actual) <= share * pair.actual + 1e-9
      }
      return voice.numbers.count(Double(near))
    }
    let all = voice.numbers.count(Double(pairs.count))
    let key = view.keys.first.map { voice.pluralNoun(of: $0.key).text }
    let things = key ?? voice.pick("lignes", "rows")
    return voice.pick(
      "Sur \(all) \(things), \(count(within: 0.15)) à 15\u{202F}% près et \(count(within: 0.3)) à 30\u{202F}% près.",
      "Of \(all) \(things), \(count(within: 0.15)) within 15% and \(count(within: 0.3)) within 30%."
    )
  }

  // MARK: - Reasons of a state

  /// Most products whose reasons are spelt out.
  private static let mostReasons = 3

  /// A sentence for each of the first products.
  private var reasons: [String]? {
    guard let product = view.column(.key(.dimension("product"))),
      let status = view.column(.key(.dimension("stock_status")))
    else { return nil }
    let told = view.rows.prefix(Self.mostReasons).map { row in
      reason(row, view.text(row, product), row[status].text)
    }
    let rest = view.rows.count - told.count
    guard rest > 0 else { return told }
    let count = voice.numbers.count(Double(rest))
    return told + [
      voice.pick(
        rest == 1
          ? "Un autre produit est dans le tableau."
          : "\(count) autres produits sont dans le tableau.",
        rest == 1 ? "One more product is in the table." : "\(count) more products are in the table."
      )
    ]
  }

  private func reason(_ row: [Value], _ name: String, _ status: String?) -> String {
    guard let stock = number(row, 0), let days = number(row, 1), let demand = number(row, 2),
      let left = number(row, 3), let status
    else {
      return voice.pick(
        "\(name)\(voice.colon) le stock est inconnu, donc le statut aussi.",
        "\(name): the stock is unknown, and so is the status."
      )
    }
    let state = view.text(row, view.column(.key(.dimension("stock_status"))) ?? 0)
    let facts = voice.pick(
      "\(figure(stock, 0)) en stock pour \(figure(demand, 2)) ventes prévues pendant le délai de \(voice.numbers.days(days))",
      "\(figure(stock, 0)) in stock for \(figure(demand, 2)) forecast sales over the lead time of \(voice.numbers.days(days))"
    )
    return "\(name)\(voice.colon) \(state)\(voice.isFrench ? "\u{202F};" : ";") \(facts), "
      + "\(verdict(status, left, row))\(stockOut(row))."
  }

  /// What is left after the lead time, and why that is enough or not.
  private func verdict(_ status: String, _ left: Double, _ row: [Value]) -> String {
    let reserve = figure(number(row, 4) ?? 0, 4)
    switch status {
    case "CRITIQUE":
      let short = figure(-left, 3)
      return voice.pick("il en manque \(short)", "\(short) short")
    case "ATTENTION":
      return voice.pick(
        "il n'en reste que \(figure(left, 3)), moins que les \(reserve) prévus des 3 jours suivants",
        "only \(figure(left, 3)) left, less than the \(reserve) forecast for 3 days"
      )
    default:
      return voice.pick(
        "il en reste \(figure(left, 3)), plus que les \(reserve) prévus de 3 jours",
        "\(figure(left, 3)) left, more than the \(reserve) forecast for 3 days"
      )
    }
  }

  private func stockOut(_ row: [Value]) -> String {
    guard let column = view.column(.measure(5)), !row[column].isNull else { return "" }
    let day = view.text(row, column)
    return voice.pick("\u{202F}; rupture prévue le \(day)", "; stock-out expected on \(day)")
  }
}
