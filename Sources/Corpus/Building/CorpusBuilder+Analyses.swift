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
    let takesAmount = flag("amount", in: fields)
    let takesNumber = flag("number", in: fields)
    let dimensions = texts("dimensions", in: fields)
    let columns = items("columns", in: fields).compactMap { column($0) }
    let findings = localizedTexts("findings", in: fields)
    guard let noun, let description else { return }
    var analysis = Analysis(name: name, noun: noun, description: description)
    analysis.stored = stored
    analysis.figure = figure
    analysis.takesAnyFigure = takesAnyFigure
    analysis.looksForCauses = looksForCauses
    analysis.hasOwnGroups = hasOwnGroups
    analysis.keepsLimit = keepsLimit
    analysis.takesAmount = takesAmount
    analysis.takesNumber = takesNumber
    analysis.dimensions = dimensions
    analysis.columns = columns
    analysis.findings = findings
    analyses.append(analysis)
  }

  private mutating func column(_ node: YAMLNode) -> Analysis.Column? {
    guard
      let fields = self.fields(node, key: "columns", allowed: ["name", "label", "signed", "words"])
    else {
      return nil
    }
    let name = requiredText("name", in: fields)
    let label = requiredLocalized("label", in: fields)
    let isSigned = flag("signed", in: fields)
    let words = localizedTexts("words", in: fields)
    guard let name, let label else { return nil }
    return Analysis.Column(name: name, label: label, isSigned: isSigned, words: words)
  }

  /// Texts in both languages by name: sentences of findings, words of codes.
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
