import Language
package import SemanticModel

/// « le CA hors retours », "units sold excluding returns": a figure less what another one counts; one that is not meant.
extension Composer {
  /// Takes an exclusion and the figure left out, where the others named can be told without it.
  mutating func takeExclusions() {
    for index in items.indices where !isUsed[index] && leavesOut(index) {
      guard let place = items.indices.first(where: { $0 > index && !isUsed[$0] }),
        place == index + 1,
        let dataset = countedRows(at: place), canTellAll(without: dataset, besides: place)
      else { continue }
      isUsed[index] = true
      isUsed[place] = true
      excludedDatasets.append(dataset)
    }
  }

  /// « la marge, pas le CA », "by margin and not revenue": a figure that is only said not to be meant.
  mutating func takeContrasts() {
    for index in items.indices where !isUsed[index] && isMarker(index, [.not]) {
      let start = items[index].span.tokens.lowerBound
      guard start > 0, Self.breaks.contains(utterance.tokens[start - 1].folded),
        let place = items.indices.first(where: { $0 > index && !isUsed[$0] }), place == index + 1,
        let denied = items[place].span.metric, items[place].span.role == .noun,
        items.indices.contains(where: {
          $0 < index && items[$0].span.metric.map { $0 != denied } ?? false
        })
      else { continue }
      isUsed[index] = true
      isUsed[place] = true
    }
  }

  /// What stands before a figure that is set against another one.
  private static let breaks: Set<String> = [",", "et", "mais", "and", "but", "(", "–", "-"]

  /// « sans », "excluding", but not "that had no return": that singles out things.
  private func leavesOut(_ index: Int) -> Bool {
    let first = utterance.tokens[items[index].span.tokens.lowerBound].folded
    return isMarker(index, [.without, .except]) && Self.words.contains(first)
  }

  private static let words: Set<String> = [
    "sans", "hors", "sauf", "excepte", "excluant", "excluding", "excl", "without", "except", "less",
    "minus", "ignoring",
  ]

  /// Tells the figures without what was left out.
  mutating func leaveOutExclusions() {
    for dataset in excludedDatasets {
      query.measures = query.measures.map { model.told($0, without: dataset) ?? $0 }
    }
  }

  /// The dataset whose rows a figure or a thing counts: returns.
  private func countedRows(at place: Int) -> String? {
    let span = items[place].span
    if let metric = span.metric, span.role == .noun || span.role == .weak {
      return model.metrics[metric]?.dataset
    }
    return span.dimension.flatMap { model.dimensions[$0]?.dataset }
  }

  /// Whether there are other figures, and each has a counterpart without those rows.
  private func canTellAll(without dataset: String, besides place: Int) -> Bool {
    let others = items.indices.filter { $0 != place }.compactMap { items[$0].span.metric }
    return !others.isEmpty
      && others.allSatisfy { model.told(Measure($0), without: dataset) != nil }
  }
}

extension SemanticModel {
  /// The same measure less the rows of a dataset; nil where there is none.
  package func told(_ measure: Measure, without dataset: String) -> Measure? {
    guard let name = metrics[measure.metric]?.without[dataset] else { return nil }
    var net = measure
    net.metric = name
    return net
  }
}
