import Language
import SemanticModel
import ValueIndex
import Values

/// « combien de livraisons en avance, à l'heure, en retard et annulées ? »: figures and parts that are values of one
/// dimension, side by side.
extension Composer {
  /// Reads what stands side by side as the values that the words name, one row each.
  mutating func takeOutcomes() {
    guard !has(.rate), !has(.share), rank == nil else { return }
    for dimension in model.dimensions.values.sorted(by: { $0.name < $1.name })
    where dimension.valueWords.contains(where: { $0.segment != nil || $0.count != nil }) {
      let said = items.indices.compactMap { index in
        outcome(of: items[index].span, in: dimension).map { (index, $0) }
      }
      // Parts of the rows alone are set side by side as columns.
      guard Set(said.map(\.1)).count > 1, said.contains(where: { isCount(items[$0.0].span) }),
        // Values of the dimension itself say that the figure beside them is one of them too.
        said.contains(where: { $0.1.segment != nil || items[$0.0].span.value != nil }),
        said.contains(where: { $0.1.segment != nil }) || !hasStranger(to: dimension),
        zip(said, said.dropFirst()).allSatisfy({ standTogether($0.0, $1.0) })
      else { continue }
      for (index, word) in said { read(index, as: .value(reading(of: word, in: dimension, index))) }
      countRows(of: dimension.dataset, at: said[0].0)
    }
  }

  /// « expédiée quand, livrée quand ? »: the day of each state, beside the word that asks for it.
  mutating func readDatesOfStates() {
    // « quand arrivera la commande 7 ? » is foretold, not looked up.
    guard !covering.spans.contains(where: { $0.analysis != nil }) else { return }
    for index in items.indices {
      guard let name = items[index].span.metric, let date = Self.datesOfVerbs[name],
        items[index].span.tokens.contains(where: {
          ["quand", "when"].contains(utterance.tokens[$0].folded)
        })
      else { continue }
      read(index, as: .metric(date, .noun))
    }
    let asked = items.indices.filter { isMarker($0, [.when]) }
    for index in asked {
      for beside in [index - 1, index + 1] where items.indices.contains(beside) {
        guard let date = dateOfState(items[beside].span, isOneOfMany: asked.count > 1),
          model.metrics[date] != nil
        else { continue }
        read(beside, as: .metric(date, .noun))
        isUsed[index] = true
        break
      }
    }
  }

  private func dateOfState(_ span: Span, isOneOfMany: Bool) -> String? {
    if let state = span.value {
      guard state.dimension == "order_status" else { return nil }
      return state.names.first?.key.text.flatMap {
        ["shipped": "shipping_date", "delivered": "delivery_date"][$0]
      }
    }
    guard isOneOfMany, let name = span.metric else { return nil }
    return Self.datesOfVerbs[name]
  }

  /// The value that a span names by itself.
  private func outcome(of span: Span, in dimension: Dimension) -> Dimension.ValueWord? {
    dimension.valueWords.first { word in
      switch span.meaning {
      case .metric(let name, _): word.count == name
      case .segment(let name): word.segment == name
      case .value(let reading):
        reading.names.first?.key == .text(word.value)
          && (reading.dimension == dimension.name
            || word.segment != nil
              && model.dimensions[reading.dimension]?.dataset == dimension.dataset)
      default: false
      }
    }
  }

  /// Whether a figure of other rows stands there too: « coûts d'achat, de stockage » are no values of one dimension.
  private func hasStranger(to dimension: Dimension) -> Bool {
    items.contains { item in
      guard let name = item.span.metric, outcome(of: item.span, in: dimension) == nil else {
        return false
      }
      return model.metrics[name]?.dataset != dimension.dataset
    }
  }

  /// « livraisons en avance et annulées »: the rows themselves, also where the word for them counts only some.
  private mutating func countRows(of dataset: String, at item: Int) {
    guard let count = rowCount(of: dataset) else { return }
    for index in items.indices {
      guard case .metric(let name, let role) = items[index].span.meaning,
        model.metrics[name]?.dataset == dataset, part(countedBy: name) != nil
      else { continue }
      read(index, as: .metric(count, role))
    }
    let isTold = items.contains { item in
      item.span.metric != nil
        || item.span.dimension.flatMap { model.dimensions[$0] }.map {
          $0.isEntity && $0.dataset == dataset
        } ?? false
    }
    if !isTold { mentions.append(Mention(metric: count, role: .noun, item: item)) }
  }

  private func isCount(_ span: Span) -> Bool {
    span.metric != nil || span.value != nil
  }

  /// Whether nothing but a conjunction or another question word stands between.
  private func standTogether(_ left: Int, _ right: Int) -> Bool {
    items[(left + 1)..<right].allSatisfy { item in
      item.span.marker.map { [.and, .count, .howMuch, .compare, .each].contains($0) } ?? false
        || item.span.dimension == "customer_order"
    }
  }

  private func reading(
    of word: Dimension.ValueWord,
    in dimension: Dimension,
    _ index: Int
  ) -> ValueReading {
    ValueReading(
      dimension: dimension.name,
      names: [NamedValue(key: .text(word.value), name: word.value)],
      total: 1,
      quality: .exact,
      words: utterance.tokens[items[index].span.tokens].map(\.folded)
    )
  }

  /// The rows that a figure counts: late orders are those of late deliveries; nil for figures of all rows.
  func part(countedBy metric: String) -> Filter? {
    if let segment = model.segments.values.filter({ $0.count == metric }).map(\.name).min() {
      return .segment(segment, days: nil, negated: false)
    }
    for dimension in model.dimensions.values.sorted(by: { $0.name < $1.name }) {
      guard let word = dimension.valueWords.first(where: { $0.count == metric }) else { continue }
      let value = NamedValue(key: .text(word.value), name: word.value)
      return .values(dimension: dimension.name, values: [value], negated: false)
    }
    return nil
  }
}
