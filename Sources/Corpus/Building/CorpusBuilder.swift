import SemanticModel
import Values

/// An object as found in a file, whether or not it could be built.
struct SourceObject {
  var file: String
  var kind: ObjectKind
  var name: String
  var fields: Fields
}

/// The pairs of an object and the place to blame for missing ones.
struct Fields {
  var entries: [YAMLEntry]
  var position: YAMLPosition

  subscript(key: String) -> YAMLNode? {
    entries.first { $0.key == key }?.value
  }
}

/// Where an entry of the lexicon was read: an index into the builder's objects, and the place.
struct EntryOrigin {
  var object: Int
  var position: YAMLPosition
}

/// Turns parsed files into the model and the lexicon, noting every fault of form on the way.
///
/// Names are not followed here: that is the checkers' work, which a compiled corpus has behind it.
struct CorpusBuilder {
  private(set) var problems: [CorpusProblem] = []
  private(set) var objects: [SourceObject] = []
  var datasets: [Dataset] = []
  var dimensions: [Dimension] = []
  var metrics: [Metric] = []
  var segments: [Segment] = []
  var analyses: [Analysis] = []
  var quality: [QualityRule] = []
  private(set) var entries: [LexicalEntry] = []
  /// One for each of `entries`.
  private(set) var origins: [EntryOrigin] = []
  var translations: [Corpus.Translation] = []
  var openers: [LocalizedText] = []
  /// Forms of verbs that say nothing by themselves.
  var lightVerbs: [(form: String, tongue: Tongue)] = []
  var examples: [Corpus.Example] = []
  var confusable: [String: [String]] = [:]
  /// Parsed formulas by source: those of a compiled corpus to begin with, and each one parsed since.
  private(set) var formulas: [String: Expression]
  private var file = ""

  init(formulas: [String: Expression] = [:]) {
    self.formulas = formulas
  }

  /// The model of all files added.
  var model: SemanticModel {
    SemanticModel(
      datasets: datasets,
      dimensions: dimensions,
      metrics: metrics,
      segments: segments,
      analyses: analyses,
      quality: quality
    )
  }

  /// The forms of light verbs that no other phrase is made of: what means something keeps its meaning alone.
  var lightForms: [LexicalEntry] {
    let key = { (tongue: Tongue, text: String) in
      let folded = Fold.fold(text)
      return tongue.rawValue + (folded.hasSuffix("s") ? String(folded.dropLast()) : folded)
    }
    var known = Set(entries.map { key($0.tongue, $0.phrase) })
    return lightVerbs.compactMap { verb in
      guard known.insert(key(verb.tongue, verb.form)).inserted else { return nil }
      return LexicalEntry(
        phrase: verb.form,
        tongue: verb.tongue,
        meaning: .marker("filler"),
        role: .noun
      )
    }
  }

  /// Reads one file.
  mutating func add(_ document: SourceDocument) {
    file = document.path
    guard case .mapping(let pairs) = document.root.content else {
      report(.wrongType(String(document.stem), expected: .mapping), at: document.root.position)
      return
    }
    let fields = Fields(entries: pairs, position: document.root.position)
    guard let kind = requiredChoice("kind", in: fields, among: ObjectKind.allCases) else { return }
    reportUnknownKeys(of: fields, allowed: kind.keys)
    guard let name = requiredText("name", in: fields) else { return }
    if name != document.stem, let node = fields["name"] {
      report(.nameMismatch(name, file: document.stem), at: node.position)
    }
    objects.append(SourceObject(file: file, kind: kind, name: name, fields: fields))
    switch kind {
    case .dataset: addDataset(name, fields)
    case .dimension: addDimension(name, fields)
    case .metric: addMetric(name, fields)
    case .segment: addSegment(name, fields)
    case .analysis: addAnalysis(name, fields)
    case .quality: addQuality(name, fields)
    case .vocabulary: addVocabulary(fields)
    }
  }

  /// Notes a problem in the file being read.
  mutating func report(
    _ issue: CorpusIssue,
    at position: YAMLPosition,
    suggestion: String? = nil
  ) {
    problems.append(
      CorpusProblem(
        code: issue.code,
        place: SourcePlace(file: file, position: position),
        message: issue.message,
        suggestion: suggestion
      )
    )
  }

  /// The tree of a formula.
  mutating func parse(_ source: String) throws(ExpressionError) -> Expression {
    if let known = formulas[source] { return known }
    let expression = try ExpressionParser.parse(source)
    formulas[source] = expression
    return expression
  }

  /// Adds a phrase of the object being read.
  mutating func addEntry(
    _ phrase: String,
    _ tongue: Tongue,
    _ meaning: LexicalEntry.Meaning,
    _ role: LexicalEntry.Role,
    at position: YAMLPosition
  ) {
    entries.append(LexicalEntry(phrase: phrase, tongue: tongue, meaning: meaning, role: role))
    origins.append(EntryOrigin(object: objects.count - 1, position: position))
  }
}

extension ObjectKind {
  /// The keys an object of this kind may have.
  var keys: [String] {
    switch self {
    case .dataset:
      [
        "kind", "name", "label", "table", "primary_key", "type", "time", "keys", "filter",
        "filter_unless",
        "relationships", "derived_from", "clock", "money", "quantity",
        "assumes", "ahead_days", "trend", "day_grain", "marks",
        "versions",
      ]
    case .dimension:
      Self.worded + [
        "dataset", "key", "label_field", "overrides", "type", "values", "entity", "computation",
        "value_words", "meaning", "beside_owner", "date_metric", "details", "showing",
        "personal",
      ]
    case .metric:
      Self.worded + [
        "dataset", "expression", "unit", "better", "trailing_days", "default_days", "empty",
        "averages_snapshots", "caveat", "alternatives",
        "weak_alternatives", "upcoming", "past", "told_by", "interval", "history", "underway",
        "opposite", "actual", "with_amount", "steps", "beyond", "without", "fallback",
        "unknown", "value_labels", "told_as",
      ]
    case .segment:
      Self.worded + [
        "dataset", "entity", "where", "showing", "takes_duration", "state", "alternatives",
        "exclusive", "rate", "count",
      ]
    case .analysis:
      Self.worded + [
        "stored", "figure", "any_figure", "causes", "own_groups", "keeps_limit", "about", "amount",
        "number",
        "dimensions", "columns", "findings", "several_figures", "lines", "figures", "dataset",
        "of_period", "figures_of", "of_things", "picks_things", "keeps_figure", "told_by_name",
        "tables", "tells", "tells_share",
        "explains", "terms", "rises", "falls",
      ]
    case .quality:
      [
        "kind", "name", "key", "needed", "filled", "numbers", "dates", "unique", "ranges",
        "allowed", "references", "order", "fresh",
      ]
    case .vocabulary:
      ["kind", "name", "markers", "translations", "openers", "shorthands", "light_verbs"]
    }
  }

  /// The keys of whatever has words.
  private static let worded = [
    "kind", "name", "label", "description", "synonyms", "weak", "verbs", "top", "bottom",
    "questions", "confusable",
  ]
}
