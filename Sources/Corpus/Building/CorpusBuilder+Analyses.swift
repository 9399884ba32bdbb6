import SemanticModel
import Values

/// Reading of analyses.
extension CorpusBuilder {
  /// Reads an analysis and its words.
  mutating func addAnalysis(_ name: String, _ fields: Fields) {
    addWords(.analysis(name), Corpus.Reference(kind: .analysis, name: name), fields)
    let noun = noun(in: fields)
    let description = requiredLocalized("description", in: fields)
    let stored = texts("stored", in: fields)
    let figure = optionalText("figure", in: fields)
    let takesAnyFigure = flag("any_figure", in: fields)
    let looksForCauses = flag("causes", in: fields)
    let hasOwnGroups = flag("own_groups", in: fields)
    let keepsLimit = flag("keeps_limit", in: fields)
    let tellsShare = flag("tells_share", in: fields)
    let about = texts("about", in: fields)
    let takesAmount = flag("amount", in: fields)
    let takesNumber = flag("number", in: fields)
    let takesSeveralFigures = flag("several_figures", in: fields)
    let isToldInLines = flag("lines", in: fields)
    let figures = texts("figures", in: fields)
    let dataset = optionalText("dataset", in: fields)
    let keepsFigure = flag("keeps_figure", in: fields)
    let isOfThings = flag("of_things", in: fields)
    let picksThings = flag("picks_things", in: fields)
    let isOfPeriod = flag("of_period", in: fields)
    let figuresOfDimensions = textsByKey("figures_of", in: fields)
    let dimensions = texts("dimensions", in: fields)
    let columns = items("columns", in: fields).compactMap { column($0) }
    let findings = localizedTexts("findings", in: fields)
    let isToldByName = flag("told_by_name", in: fields)
    let looksIntoTables = flag("tables", in: fields)
    let tells = texts("tells", in: fields)
    let explains = texts("explains", in: fields)
    let terms = items("terms", in: fields).compactMap { term($0) }
    let rising = bothTongues("rises", in: fields)
    let falling = bothTongues("falls", in: fields)
    guard let noun, let description else { return }
    var analysis = Analysis(name: name, noun: noun, description: description)
    analysis.stored = stored
    analysis.figure = figure
    analysis.takesAnyFigure = takesAnyFigure
    analysis.looksForCauses = looksForCauses
    analysis.hasOwnGroups = hasOwnGroups
    analysis.keepsLimit = keepsLimit
    analysis.tellsShare = tellsShare
    analysis.about = about
    analysis.takesAmount = takesAmount
    analysis.takesNumber = takesNumber
    analysis.takesSeveralFigures = takesSeveralFigures
    analysis.isToldInLines = isToldInLines
    analysis.figures = figures
    analysis.dataset = dataset
    analysis.keepsFigure = keepsFigure
    analysis.isOfThings = isOfThings
    analysis.picksThings = picksThings
    analysis.isOfPeriod = isOfPeriod
    analysis.figuresOfDimensions = figuresOfDimensions
    analysis.dimensions = dimensions
    analysis.columns = columns
    analysis.findings = findings
    analysis.isToldByName = isToldByName
    analysis.looksIntoTables = looksIntoTables
    analysis.tells = tells
    analysis.explains = explains
    analysis.terms = terms
    analysis.rising = rising
    analysis.falling = falling
    analyses.append(analysis)
  }

  private mutating func column(_ node: YAMLNode) -> Analysis.Column? {
    let keys = ["name", "label", "signed", "figures", "of_figure", "change", "row", "words"]
    guard let fields = self.fields(node, key: "columns", allowed: keys) else { return nil }
    let name = requiredText("name", in: fields)
    let label = requiredLocalized("label", in: fields)
    let isSigned = flag("signed", in: fields)
    let namesFigures = flag("figures", in: fields)
    let followsFigure = flag("of_figure", in: fields)
    let isChange = flag("change", in: fields)
    let namesRow = flag("row", in: fields)
    let words = localizedTexts("words", in: fields)
    guard let name, let label else { return nil }
    var column = Analysis.Column(name: name, label: label, isSigned: isSigned)
    column.namesFigures = namesFigures
    column.followsFigure = followsFigure
    column.isChange = isChange
    column.namesRow = namesRow
    column.words = words
    return column
  }

  private mutating func textsByKey(_ key: String, in fields: Fields) -> [String: String] {
    guard let node = fields[key], let entries = self.fields(node, key: key, allowed: nil) else {
      return [:]
    }
    var texts: [String: String] = [:]
    for entry in entries.entries { texts[entry.key] = requiredText(entry.key, in: entries) }
    return texts
  }

  private mutating func term(_ node: YAMLNode) -> AnalysisTerm? {
    guard let fields = self.fields(node, key: "terms", allowed: ["name", "kind", "words"])
    else {
      return nil
    }
    let name = requiredText("name", in: fields)
    let kind = requiredChoice("kind", in: fields, among: AnalysisTerm.Kind.allCases)
    let words = bothTongues("words", in: fields)
    guard let name, let kind else { return nil }
    return AnalysisTerm(name: name, kind: kind, words: words)
  }

  /// The words under `fr` and `en` of a key; none where it is left out.
  private mutating func bothTongues(_ key: String, in fields: Fields) -> [String] {
    guard let node = fields[key],
      let tongues = self.fields(node, key: key, allowed: ["fr", "en"])
    else { return [] }
    return texts("fr", in: tongues) + texts("en", in: tongues)
  }

  /// Texts in both languages by their names: findings, the words of a column.
  private mutating func localizedTexts(_ key: String, in fields: Fields) -> [String: LocalizedText]
  {
    let entries = fields[key].flatMap { self.fields($0, key: key, allowed: nil)?.entries }
    var texts: [String: LocalizedText] = [:]
    for entry in entries ?? [] {
      texts[entry.key] = localized(entry.value, key: entry.key)
    }
    return texts
  }
}
