import Language
import SemanticModel
import Values

/// Ends of a sentence that ask for what is shown anyway, and words that lean on a figure.
extension Composer {
  /// « sur quels produits avons-nous perdu, et combien ? »: the figure beside each, no number of them.
  mutating func takeAmountAsked() {
    takeAmountOfEach()
    guard let last = items.indices.last, isMarker(last, [.howMuch, .count]),
      ["combien", "much"].contains(utterance.tokens[items[last].span.tokens.upperBound - 1].folded)
    else { return }
    let joins = joins(before: last)
    guard !joins.isEmpty,
      items[..<joins.lowerBound].contains(where: {
        $0.span.dimension != nil || $0.span.metric != nil
      })
    else { return }
    for index in joins.lowerBound...last { isUsed[index] = true }
  }

  /// "which items came in, and how many of each": the figure beside each of them, no number of anything.
  private mutating func takeAmountOfEach() {
    guard let last = items.indices.last, isMarker(last, [.each, .group]),
      isMarker(last - 1, [.howMuch, .count]),
      case let joins = joins(before: last - 1), !joins.isEmpty,
      items[..<joins.lowerBound].contains(where: { $0.span.metric != nil })
    else { return }
    for index in joins.lowerBound...last { isUsed[index] = true }
  }

  /// "who placed the biggest order": the order, and whose it is.
  mutating func tellWhose() {
    let order = Key.dimension("customer_order")
    guard asksWho, query.keys == [order], query.rollup == nil, query.order != nil else { return }
    query.keys.append(.dimension("customer"))
  }

  /// « après retours, stockage et frais, quelle marge nette … »: what a net margin is net of is said in vain.
  mutating func leaveCostsOfNetMargin() {
    guard items.contains(where: { ["net_margin", "net_margin_rate"].contains($0.span.metric) })
    else { return }
    for opener in items.indices where !isUsed[opener] && isMarker(opener, [.netOf]) {
      isUsed[opener] = true
      for index in items.indices.suffix(from: opener + 1) {
        if isCost(items[index].span) {
          read(index, as: .marker(.filler))
          isUsed[index] = true
        } else if isMarker(index, [.and]) {
          isUsed[index] = true
        } else {
          break
        }
      }
    }
  }

  /// « nous retournent …, et combien de fois pour chacune »: how often, which the figure counts already.
  mutating func takeHowOften() {
    for index in items.indices.dropFirst() where isMarker(index, [.times]) && !isUsed[index] {
      guard isMarker(index - 1, [.count]),
        let figure = items[..<index].compactMap(\.span.metric).last,
        model.metrics[figure]?.unit == .count
      else { continue }
      (isUsed[index - 1], isUsed[index]) = (true, true)
      if isMarker(index - 2, [.and]) { isUsed[index - 2] = true }
      if let last = items.indices.last, isMarker(last, [.group]) { isUsed[last] = true }
    }
  }

  /// « motifs de retour : nombre et % »: how many rows bear each.
  mutating func countRowsOfAttribute() {
    guard mentions.isEmpty, query.conditions.isEmpty, heads.count == 1,
      let object = model.dimensions[heads[0].dimension], !object.isEntity,
      model.datasets[object.dataset]?.kind == .flow, let rows = rowCount(of: object.dataset),
      let count = items.indices.first(where: { isMarker($0, [.count]) && $0 > heads[0].item })
    else { return }
    counted = nil
    isUsed[count] = true
    mentions.append(Mention(metric: rows, role: .noun, item: count))
    addKey(.dimension(object.name))
  }

  /// "the median, not the average": what is not asked for.
  mutating func leaveOtherStatistics() {
    for index in items.indices.dropLast() where !isUsed[index] && isMarker(index, [.not]) {
      guard isStatistic(index + 1), !isUsed[index + 1],
        items.indices.prefix(index).contains(where: isStatistic)
      else { continue }
      read(index, as: .marker(.filler))
      read(index + 1, as: .marker(.filler))
      isUsed[index] = true
      isUsed[index + 1] = true
      if isMarker(index - 1, [.and]) { isUsed[index - 1] = true }
    }
  }

  /// « en quantité, pas en dollars »: how it is not to be told.
  mutating func leaveOtherUnits() {
    for index in items.indices.dropLast() where !isUsed[index] && isMarker(index, [.not, .without])
    {
      let next = items[index + 1].span
      guard ["revenue", "units_sold"].contains(next.metric), next.role == .weak,
        ["en", "in"].contains(utterance.tokens[max(0, next.tokens.lowerBound - 1)].folded)
      else { continue }
      for used in [index, index + 1] {
        read(used, as: .marker(.filler))
        isUsed[used] = true
      }
    }
  }

  private func isStatistic(_ index: Int) -> Bool {
    isMarker(index, [.mean, .median, .sum, .maximum, .minimum])
  }

  /// One of a list of what a figure is net of: a kind of cost, or what came back.
  private func isCost(_ span: Span) -> Bool {
    if span.value != nil { return true }
    guard let metric = span.metric, !metric.hasPrefix("net_margin") else { return false }
    return model.datasets(ofMetric: metric).contains { ["costs", "returns"].contains($0) }
  }

  /// The « , et » right before an item.
  func joins(before index: Int) -> Range<Int> {
    var start = index
    while isMarker(start - 1, [.and]) { start -= 1 }
    return start..<index
  }

  /// « combien de jours le CA a-t-il dépassé 30 000 € ? »: the days on which a figure keeps to its threshold, counted.
  mutating func countUnitsOfTime() {
    guard heads.isEmpty, asides.isEmpty, query.comparison == nil,
      query.rollup == nil || query.rollup?.functions == [.count],
      let place = items.indices.first(where: { !isUsed[$0] && isMarker($0, [.howLong]) }),
      let grain = Self.units[utterance.tokens[items[place].span.tokens.upperBound - 1].folded],
      let figure = query.conditions.first?.measure,
      query.conditions.allSatisfy({ isFlow($0.measure.metric) })
    else { return }
    isUsed[place] = true
    take([.count, .howMuch])
    query.measures = [figure]
    query.keys = [.time(grain)]
    query.rollup = Rollup([.count])
    (query.order, query.limit) = (nil, nil)
  }

  private static let units: [String: Grain] = [
    "jours": .day, "journees": .day, "days": .day, "semaines": .week, "weeks": .week,
    "mois": .month, "months": .month, "trimestres": .quarter, "quarters": .quarter,
    "annees": .year, "years": .year,
  ]

  /// « répartition des coûts d'achat, stockage, livraison »: what each kind of cost comes to.
  mutating func tellCosts() {
    if query.measures == [Measure("cost_amount")], query.keys.isEmpty, query.rollup == nil,
      query.filters.isEmpty, items.indices.contains(where: { isMarker($0, [.breakdown]) })
    {
      // "a breakdown of costs": by what there is to break them down by.
      query.keys = [.dimension("cost_type")]
      take([.breakdown])
      return
    }
    guard query.measures.isEmpty, query.keys == [.dimension("cost_type")],
      model.metrics["cost_amount"] != nil
    else { return }
    query.measures = [Measure("cost_amount")]
    take([.breakdown])
  }

  /// "which warehouse lost most to theft": what is lost is the figure, not the way it went.
  mutating func leaveLostGoods() {
    guard
      mentions.contains(where: { ["losses", "loss_value"].contains($0.metric) })
        || segments.contains("loss_making")
    else { return }
    let words: Set<String> = ["lost", "lose", "loses", "perdu", "perdus", "perdue", "perd"]
    for index in items.indices where !isUsed[index] && isMarker(index, [.decline]) {
      let tokens = items[index].span.tokens
      guard tokens.contains(where: { words.contains(utterance.tokens[$0].folded) }) else {
        continue
      }
      isUsed[index] = true
      if rank == nil,
        tokens.contains(where: { ["most", "plus"].contains(utterance.tokens[$0].folded) })
      {
        rank = (true, false, index)
      }
    }
  }
}
