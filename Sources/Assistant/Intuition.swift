package import Interpretation
import SemanticModel
package import VectorIndex

/// The nearest known questions to one that the rules do not understand: what it may be about.
package struct Intuition: Sendable {
  package let embedder: Embedder
  package let index: VectorIndex

  package init(embedder: Embedder, index: VectorIndex) {
    self.embedder = embedder
    self.index = index
  }

  /// Corpus objects by likeness, best first: labels such as "metric revenue".
  package func nearest(to utterance: Utterance, count: Int) -> [Match] {
    index.nearest(to: embedder.embed(utterance.masked), count: count)
  }

  /// The noun of a label's object.
  static func noun(of label: String, in model: SemanticModel) -> Noun? {
    let parts = label.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    return switch parts[0] {
    case "metric": model.metrics[parts[1]]?.noun
    case "segment": model.segments[parts[1]]?.noun
    case "dimension": model.dimensions[parts[1]]?.noun
    case "analysis": model.analyses[parts[1]]?.noun
    default: nil
    }
  }
}
