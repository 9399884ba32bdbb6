import Corpus
import SemanticModel
import Values

/// The objects of a corpus with their labels and first words.
struct CorpusListing {
  /// One object.
  struct Entry: Hashable {
    let kind: String
    let name: String
    let label: String
    /// In the language of the listing, in the order of the file.
    let synonyms: [String]

    /// The entry for programs.
    var json: JSON {
      .object([
        ("kind", .string(kind)), ("name", .string(name)), ("label", .string(label)),
        ("synonyms", .array(synonyms.map(JSON.string))),
      ])
    }
  }

  /// By kind, then by name.
  let entries: [Entry]

  /// The kinds there are, in the order of the entries.
  var kinds: [String] { ["dataset", "dimension", "metric", "segment", "analysis"] }

  /// Lists a corpus in one language.
  init(_ corpus: Corpus, tongue: Tongue) {
    let model = corpus.model
    var words: [LexicalEntry.Meaning: [String]] = [:]
    for entry in corpus.entries where entry.tongue == tongue && entry.role == .noun {
      words[entry.meaning, default: []].append(entry.phrase)
    }
    func entry(
      _ kind: String,
      _ name: String,
      _ label: LocalizedText,
      _ meaning: LexicalEntry.Meaning?
    ) -> Entry {
      Entry(
        kind: kind,
        name: name,
        label: label[tongue],
        synonyms: (meaning.flatMap { words[$0] } ?? []).filter { $0 != label[tongue] }
      )
    }
    let datasets = model.datasets.values.map { entry("dataset", $0.name, $0.label, nil) }
    let dimensions = model.dimensions.values.map {
      entry("dimension", $0.name, $0.noun.singular, .dimension($0.name))
    }
    let metrics = model.metrics.values.map {
      entry("metric", $0.name, $0.noun.singular, .metric($0.name))
    }
    let segments = model.segments.values.map {
      entry("segment", $0.name, $0.noun.singular, .segment($0.name))
    }
    let analyses = model.analyses.values.map {
      entry("analysis", $0.name, $0.noun.singular, .analysis($0.name))
    }
    entries = [datasets, dimensions, metrics, segments, analyses].flatMap { group in
      group.sorted { $0.name < $1.name }
    }
  }
}
