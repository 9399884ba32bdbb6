import SemanticModel
import Values

/// Reading of metrics, segments and vocabularies.
extension CorpusBuilder {
  /// Reads a metric and its words.
  mutating func addMetric(_ name: String, _ fields: Fields) {
    addWords(.metric(name), Corpus.Reference(kind: .metric, name: name), fields)
    let expression = requiredFormula("expression", in: fields, aggregates: true)
    let dataset = optionalText("dataset", in: fields)
    let unit = requiredChoice("unit", in: fields, among: Self.units)
    let better = choice("better", in: fields, among: Self.directions, standard: .neutral)
    let trailing = days("trailing_days", in: fields)
    let standard = days("default_days", in: fields)
    let empty = choice("empty", in: fields, among: [Empty.zero, .none], standard: .none)
    let averages = flag("averages_snapshots", in: fields)
    let caveat = fields["caveat"].flatMap { localized($0, key: "caveat") }
    let alternatives = texts("alternatives", in: fields)
    let weakAlternatives = texts("weak_alternatives", in: fields)
    let upcoming = optionalText("upcoming", in: fields)
    let past = optionalText("past", in: fields)
    let toldBy = optionalText("told_by", in: fields)
    let interval = interval(in: fields)
    let history = optionalText("history", in: fields)
    let underway = optionalText("underway", in: fields)
    let opposite = optionalText("opposite", in: fields)
    let actual = optionalText("actual", in: fields)
    let withAmount = optionalText("with_amount", in: fields)
    let steps = texts("steps", in: fields)
    let beyond = beyond(in: fields)
    let without = names("without", in: fields)
    let fallback = optionalText("fallback", in: fields)
    let unknownMeans = fields["unknown"].flatMap { localized($0, key: "unknown") }
    let valueLabels = labels("value_labels", in: fields)
    let telling = telling(fields)
    let noun = noun(in: fields)
    let description = requiredLocalized("description", in: fields)
    guard let expression, let unit, let noun, let description else { return }
    metrics.append(
      Metric(
        name: name,
        dataset: dataset,
        expression: expression,
        unit: unit,
        better: better,
        trailingDays: trailing,
        defaultDays: standard,
        emptyIsZero: empty == .zero,
        averagesSnapshots: averages,
        noun: noun,
        description: description,
        caveat: caveat,
        alternatives: alternatives,
        weakAlternatives: weakAlternatives,
        upcoming: upcoming,
        past: past,
        toldBy: toldBy,
        interval: interval,
        history: history,
        underway: underway,
        opposite: opposite,
        actual: actual,
        withAmount: withAmount,
        steps: steps,
        beyond: beyond,
        without: without,
        fallback: fallback,
        unknownMeans: unknownMeans,
        valueLabels: valueLabels,
        telling: telling
      )
    )
  }

  /// A mapping of names to names.
  private mutating func names(_ key: String, in fields: Fields) -> [String: String] {
    let entries = fields[key].flatMap { self.fields($0, key: key, allowed: nil)?.entries } ?? []
    var names: [String: String] = [:]
    for entry in entries { names[entry.key] = text(entry.value, key: key) }
    return names
  }

  /// What values are called, value → text.
  private mutating func labels(_ key: String, in fields: Fields) -> [String: LocalizedText] {
    let entries = fields[key].flatMap { self.fields($0, key: key, allowed: nil)?.entries } ?? []
    var labels: [String: LocalizedText] = [:]
    for entry in entries { labels[entry.key] = localized(entry.value, key: key) }
    return labels
  }

  private mutating func beyond(in fields: Fields) -> Metric.Beyond? {
    guard let node = fields["beyond"],
      let inner = self.fields(node, key: "beyond", allowed: ["analysis", "figure"])
    else { return nil }
    let analysis = requiredText("analysis", in: inner)
    let figure = requiredText("figure", in: inner)
    guard let analysis, let figure else { return nil }
    return Metric.Beyond(analysis: analysis, figure: figure)
  }

  /// `interval: [lower, upper]`.
  private mutating func interval(in fields: Fields) -> Metric.Interval? {
    guard let node = fields["interval"] else { return nil }
    let names = texts("interval", in: fields)
    guard names.count == 2 else {
      let pair = LocalizedText(
        french: "une liste de deux indicateurs",
        english: "a list of two metrics"
      )
      report(.wrongType("interval", expected: pair), at: node.position)
      return nil
    }
    return Metric.Interval(lower: names[0], upper: names[1])
  }

  /// `told_as: {figures: [metrics], by: [time] | [dimensions], among: segment, lowest_first: true}`.
  private mutating func telling(_ fields: Fields) -> Metric.Telling? {
    guard let node = fields["told_as"],
      let nested = self.fields(
        node,
        key: "told_as",
        allowed: ["figures", "by", "among", "lowest_first"]
      ),
      required("figures", in: nested) != nil
    else { return nil }
    let keys = texts("by", in: nested)
    let spread: Metric.Spread? = keys.isEmpty ? nil : keys == ["time"] ? .time : .things(keys)
    return Metric.Telling(
      figures: texts("figures", in: nested),
      spread: spread,
      among: optionalText("among", in: nested),
      isLowestFirst: flag("lowest_first", in: nested)
    )
  }

  private static let units: [Metric.Unit] = [
    .currency, .count, .percent, .days, .number, .date, .text,
  ]

  private static let directions: [Metric.Better] = [.higher, .lower, .neutral]

  private enum Empty: String {
    case zero, none
  }

  /// Reads a segment and its words.
  mutating func addSegment(_ name: String, _ fields: Fields) {
    addWords(.segment(name), Corpus.Reference(kind: .segment, name: name), fields)
    let condition = requiredFormula("where", in: fields, aggregates: false)
    let dataset = optionalText("dataset", in: fields)
    let entity = optionalText("entity", in: fields)
    let showing = texts("showing", in: fields)
    let takesDuration = flag("takes_duration", in: fields)
    let isState = flag("state", in: fields)
    let alternatives = texts("alternatives", in: fields)
    let exclusive = texts("exclusive", in: fields)
    let rate = optionalText("rate", in: fields)
    let count = optionalText("count", in: fields)
    let noun = noun(in: fields)
    let description = requiredLocalized("description", in: fields)
    if (fields["dataset"] == nil) == (fields["entity"] == nil) {
      report(.segmentScope, at: (fields["entity"]?.position) ?? fields.position)
    }
    guard let condition, let noun, let description else { return }
    let scope: Segment.Scope
    if let dataset {
      scope = .rows(dataset: dataset, condition: condition)
    } else if let entity {
      scope = .entity(dimension: entity, condition: condition)
    } else {
      return
    }
    segments.append(
      Segment(
        name: name,
        scope: scope,
        showing: showing,
        takesDuration: takesDuration,
        isState: isState,
        alternatives: alternatives,
        exclusive: exclusive,
        rate: rate,
        count: count,
        noun: noun,
        description: description
      )
    )
  }

  /// Reads the markers, the translations, the openers, the shorthands and the light verbs of a vocabulary.
  mutating func addVocabulary(_ fields: Fields) {
    let lists = ["markers", "translations", "openers", "shorthands", "light_verbs"]
    if lists.allSatisfy({ fields[$0] == nil }) {
      report(.missingKey("markers"), at: fields.position)
    }
    let markers = fields["markers"].flatMap { self.fields($0, key: "markers", allowed: nil) }
    for marker in markers?.entries ?? [] {
      for (tongue, nodes) in phrases(marker.value, key: marker.key, mayBeEmpty: true) {
        for node in nodes {
          addEntry(node.text ?? "", tongue, .marker(marker.key), .noun, at: node.position)
        }
      }
    }
    for item in items("translations", in: fields) {
      let lists = phrases(item, key: "translations", mayBeEmpty: false).map { list in
        list.nodes.compactMap(\.text)
      }
      guard lists.count == 2 else { continue }
      translations.append(Corpus.Translation(french: lists[0], english: lists[1]))
    }
    openers += items("openers", in: fields).compactMap { localized($0, key: "openers") }
    addShorthands(fields)
    addLightVerbs(fields)
  }

  /// `shorthands: {fr: {quantité: [qté, qtt]}, en: {quantity: [qty]}}`.
  private mutating func addShorthands(_ fields: Fields) {
    guard let node = fields["shorthands"],
      let tongues = self.fields(node, key: "shorthands", allowed: Tongue.allCases.map(\.rawValue))
    else { return }
    for tongue in Tongue.allCases {
      guard let list = tongues[tongue.rawValue],
        let words = self.fields(list, key: tongue.rawValue, allowed: nil)
      else { continue }
      for word in words.entries {
        for short in phraseList(word.value, key: word.key, mayBeEmpty: false) {
          addEntry(short.text ?? "", tongue, .shorthand(word.key), .noun, at: short.position)
        }
      }
    }
  }

  /// `light_verbs: {fr: [présenter, établir établit établi], en: [state]}`: each in all its forms, said and never asked.
  private mutating func addLightVerbs(_ fields: Fields) {
    guard let node = fields["light_verbs"] else { return }
    for (tongue, nodes) in phrases(node, key: "light_verbs", mayBeEmpty: true) {
      for node in nodes {
        lightVerbs += VerbForms.all(node.text ?? "", tongue).map { (form: $0, tongue: tongue) }
      }
    }
  }
}
