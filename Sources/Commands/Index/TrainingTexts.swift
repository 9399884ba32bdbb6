import Corpus
import Interpretation
import Language
import SemanticModel
import Values
import VectorIndex

/// What the embedder learns from: the corpus's phrases and questions, and questions made of them.
///
/// Labels are "metric revenue", "dimension region", "segment dormant", "analysis forecast". Texts are masked as
/// questions will be. Slips of the finger and missing words are added by the training itself.
struct TrainingTexts {
  /// Every phrase and example question of the corpus: what questions are compared with.
  let prototypes: [LabelledText]
  /// The prototypes, and each phrase set into sentences.
  let examples: [LabelledText]
  /// By label, the labels of the objects it is mistaken for.
  let hardNegatives: [String: [String]]

  /// The day on which the texts are read; any will do, as dates are masked.
  private static let clock = Clock(now: CalendarDay(ordinal: 20_000))
  /// Sentences made of each phrase.
  private static let framesPerPhrase = 1

  /// Makes the texts of a corpus, the same for the same corpus.
  init(_ corpus: Corpus) {
    var texts = UniqueTexts()
    for entry in corpus.entries {
      guard let label = Self.label(entry.meaning) else { continue }
      texts.add(entry.phrase, entry.tongue, label)
    }
    for example in corpus.examples {
      texts.add(
        example.text,
        example.tongue,
        "\(example.object.kind.rawValue) \(example.object.name)"
      )
    }
    prototypes = texts.list
    for (number, entry) in corpus.entries.enumerated() {
      guard let label = Self.label(entry.meaning) else { continue }
      let frames = SentenceFrames.frames(for: entry)
      guard !frames.isEmpty else { continue }
      for turn in 0..<min(Self.framesPerPhrase, frames.count) {
        let frame = frames[(number * Self.framesPerPhrase + turn) % frames.count]
        texts.add(frame.filled(with: entry.phrase), entry.tongue, label)
      }
    }
    examples = texts.list
    hardNegatives = Self.hardNegatives(corpus.confusable, labels: Set(prototypes.map(\.label)))
  }

  /// The label of a phrase's object; nil for values and for the words of questions themselves.
  static func label(_ meaning: LexicalEntry.Meaning) -> String? {
    switch meaning {
    case .metric(let name): "metric \(name)"
    case .dimension(let name): "dimension \(name)"
    case .segment(let name): "segment \(name)"
    case .analysis(let name): "analysis \(name)"
    case .value, .marker, .shorthand: nil
    }
  }

  /// `confusable` names objects without their kind: every label of that name is meant.
  private static func hardNegatives(_ confusable: [String: [String]], labels: Set<String>)
    -> [String: [String]]
  {
    func labelled(_ name: String) -> [String] {
      ["metric", "dimension", "segment", "analysis"].map { "\($0) \(name)" }.filter(labels.contains)
    }
    var result: [String: [String]] = [:]
    for (name, others) in confusable.sorted(by: { $0.key < $1.key }) {
      for label in labelled(name) { result[label, default: []] += others.flatMap(labelled) }
    }
    return result
  }

  /// Texts in the order added, each with each label once.
  private struct UniqueTexts {
    var list: [LabelledText] = []
    private var seen: Set<LabelledText> = []

    mutating func add(_ text: String, _ tongue: Tongue, _ label: String) {
      let tokens = Utterance(text, clock: TrainingTexts.clock, tongue: tongue).masked
      let labelled = LabelledText(tokens: tokens, label: label)
      if !tokens.isEmpty, seen.insert(labelled).inserted { list.append(labelled) }
    }
  }
}
