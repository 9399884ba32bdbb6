import Interpretation
import Language
import Planning
import SemanticModel
import ValueIndex
import Values
import VectorIndex

extension Assistant {
  /// Most objects of each kind that a proposal may name.
  private static let mostOfAKind = 12
  /// Objects of the index looked at to find them.
  private static let nearest = 150

  /// What a proposal for a question may name: the objects whose example questions are the nearest, where this database has them.
  func proposalScope(for utterance: Utterance) -> ProposalScope {
    var scope = ProposalScope()
    let named = dimensionsNamed(in: utterance).map { "dimension " + $0 }
    let labels =
      named + (intuition.content?.nearest(to: utterance, count: Self.nearest).map(\.label) ?? [])
    for label in labels {
      let parts = label.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, let noun = Intuition.noun(of: label, in: model) else { continue }
      let item = ProposalScope.Item(id: parts[1], noun: noun.singular[utterance.tongue])
      switch parts[0] {
      case "metric" where isTold(item.id): Self.add(item, to: &scope.figures)
      case "dimension" where isOpen(item.id): Self.add(item, to: &scope.groups)
      case "segment": Self.add(item, to: &scope.states)
      case "analysis" where model.analyses[item.id]?.isComputed == true:
        Self.add(item, to: &scope.analyses)
      default: break
      }
    }
    scope.times = saidTimes(utterance) + namedTimes(in: utterance.tongue)
    scope.numbers = utterance.numbers.map(\.value)
    return scope
  }

  private static func add(_ item: ProposalScope.Item, to list: inout [ProposalScope.Item]) {
    if list.count < mostOfAKind, !list.contains(item) { list.append(item) }
  }

  /// The dimensions of which the question says a whole name.
  private func dimensionsNamed(in utterance: Utterance) -> [String] {
    let catalog = interpreter.catalog
    return catalog.index.matches(in: utterance.tokens.map(\.folded))
      .filter { $0.quality <= .plural }.map { catalog.dimensions[$0.dimension] }
  }

  /// Whether this database has the figure.
  private func isTold(_ metric: String) -> Bool {
    var query = Query()
    query.measures = [Measure(metric)]
    return (try? planner.planTold(query)) != nil
  }

  /// Whether a model may know of a dimension, and the database has it.
  private func isOpen(_ name: String) -> Bool {
    guard let dimension = model.dimensions[name], !dimension.isPersonal else { return false }
    return dimension.computation != nil || dimension.type != .text || planner.hasValues(dimension)
  }

  /// The times that the rules found in the question.
  private func saidTimes(_ utterance: Utterance) -> [ProposalScope.Time] {
    let said = utterance.times.compactMap { span in
      span.period.map { (utterance.written(span.tokens), $0) }
    }
    return said.enumerated().map { index, time in
      ProposalScope.Time(id: "t\(index + 1)", words: time.0, period: time.1)
    }
  }

  private func namedTimes(in tongue: Tongue) -> [ProposalScope.Time] {
    NamedTime.allCases.compactMap { time in
      let words = time.words(in: tongue)
      return utterance(words, in: tongue).times.first?.period.map {
        ProposalScope.Time(id: time.rawValue, words: words, period: $0)
      }
    }
  }
}
