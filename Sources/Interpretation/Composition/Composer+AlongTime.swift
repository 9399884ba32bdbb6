import Language
import SemanticModel
import Values

/// When a forecast is told unit by unit, and when all of it together.
extension Composer {
  /// « à quelle heure nos clients sont-ils actifs ? »: the hours are asked about, whoever it is.
  mutating func dropActorsOfHours() {
    guard query.keys.contains(.time(.hour)), query.keys.count > 1, rank == nil,
      !items.contains(where: { $0.span.marker == .group }),
      zip(utterance.tokens, utterance.tokens.dropFirst()).contains(where: { word, next in
        ["quelle", "quelles", "what", "which"].contains(word.folded)
          && ["heure", "heures", "hour", "hours", "time", "times"].contains(next.folded)
      })
    else { return }
    query.keys.removeAll { $0 == .dimension("customer") }
  }

  /// « prévois les ventes du climatiseur sur 14 jours »: each of the days; « combien va-t-on vendre en avril ? »: one figure.
  ///
  /// Unit by unit where somebody orders a forecast, or says how many days, weeks or months it reaches; not where a question
  /// word asks for an amount, nor where anything else splits, ranks, counts or folds it.
  mutating func tellAlongTime(hasHorizon: Bool) {
    guard query.keys.isEmpty, query.rollup == nil, query.order == nil, query.limit == nil,
      query.conditions.isEmpty, query.comparison == nil, !query.isCumulative, rank == nil,
      counted == nil, !query.measures.isEmpty,
      query.measures.allSatisfy({
        model.metrics[$0.metric]?.interval != nil && $0.display == .value
      }),
      let length = query.period?.length, length > 1,
      hasHorizon || countsUnits || ordersForecast, !asksAmount
    else { return }
    query.keys = [.time(Self.grain(ofDays: length))]
  }

  /// Days for a month, weeks for half a year, months beyond: as many rows as one can read.
  private static func grain(ofDays count: Int) -> Grain {
    count <= 31 ? .day : count <= 184 ? .week : .month
  }

  /// « les 14 prochains jours », "the next 2 months": a number of units, and no unit of the calendar.
  private var countsUnits: Bool {
    guard let period = query.period, period.grain != nil else { return false }
    let isFromTomorrow = period.start == utterance.clock.now.adding(days: 1)
    let saysNumber = utterance.tokens.contains { $0.kind == .number }
    let words: Set<String> = ["prochain", "prochains", "prochaine", "prochaines", "next", "coming"]
    return isFromTomorrow && saysNumber && utterance.tokens.contains { words.contains($0.folded) }
  }

  /// « prévois », "predict", or "forecast" in front: the forecast itself is wanted.
  var ordersForecast: Bool {
    let words: Set<String> = [
      "prevois", "prevoyez", "prevoir", "predis", "predisez", "predire", "anticipe", "anticiper",
      "predict", "project", "anticipate",
    ]
    return items.enumerated().contains { index, item in
      guard let metric = item.span.metric, isAhead(Measure(metric)) else { return false }
      let word = utterance.tokens[item.span.tokens.lowerBound].folded
      return words.contains(word)
        || index == 0
          && ["forecast", "forecast the"].contains(utterance.written(item.span.tokens).lowercased())
    }
  }

  /// « prévois les ventes »: a word that is also a name of revenue says what is forecast, and is no second figure.
  mutating func forecastSalesOnce() {
    guard ordersForecast, query.measures.map(\.metric) == ["forecast_units", "revenue"],
      let revenue = mentions.first(where: { $0.metric == "revenue" }),
      ["sales", "ventes", "sale", "vente"].contains(
        utterance.written(items[revenue.item].span.tokens).lowercased()
      )
    else { return }
    query.measures.removeLast()
  }

  /// « combien », « quel est le total », "how much": one figure is wanted.
  private var asksAmount: Bool {
    let words: Set<String> = [
      "combien", "quel", "quels", "quelle", "quelles", "total", "totale", "how", "what", "which",
    ]
    return utterance.tokens.contains { words.contains($0.folded) }
  }
}
