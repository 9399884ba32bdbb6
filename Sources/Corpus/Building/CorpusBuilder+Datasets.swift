import SemanticModel
import Values

/// Reading of datasets and dimensions.
extension CorpusBuilder {
  private enum DatasetType: String {
    case entity, flow, snapshot
  }

  /// Reads a dataset.
  mutating func addDataset(_ name: String, _ fields: Fields) {
    let table = requiredText("table", in: fields)
    let primaryKey = requiredText("primary_key", in: fields)
    let type = requiredChoice("type", in: fields, among: [DatasetType.entity, .flow, .snapshot])
    let kind = type.flatMap { datasetKind($0, fields) }
    let time = optionalText("time", in: fields)
    if kind != nil, type != .entity, fields["time"] == nil { _ = required("time", in: fields) }
    let filter = formula("filter", in: fields, aggregates: false)
    let filterWaivers = texts("filter_unless", in: fields)
    let relationships = items("relationships", in: fields).compactMap { relationship($0) }
    let clock = formula("clock", in: fields, aggregates: false)
    let money = optionalText("money", in: fields)
    let quantity = optionalText("quantity", in: fields)
    let assumes = optionalText("assumes", in: fields)
    let aheadDays = days("ahead_days", in: fields)
    let trend = trend(fields)
    let dayGrain = grain("day_grain", in: fields)
    let marks = items("marks", in: fields).compactMap { mark($0) }
    let noun = noun(in: fields)
    guard let table, let primaryKey, let kind, let noun else { return }
    datasets.append(
      Dataset(
        name: name,
        table: table,
        kind: kind,
        primaryKey: primaryKey,
        time: time,
        relationships: relationships,
        filter: filter,
        filterWaivers: filterWaivers,
        label: noun.plural,
        derivation: derivation(fields),
        clock: clock,
        money: money,
        quantity: quantity,
        assumes: assumes,
        aheadDays: aheadDays,
        trend: trend,
        dayGrain: dayGrain,
        marks: marks,
        versions: versions(fields)
      )
    )
  }

  /// `trend: {grain: week, figures: [metrics], by: dimension}`.
  private mutating func trend(_ fields: Fields) -> Dataset.Trend? {
    guard let node = fields["trend"],
      let nested = self.fields(node, key: "trend", allowed: ["grain", "figures", "by"])
    else { return nil }
    return Dataset.Trend(
      grain: grain("grain", in: nested),
      figures: texts("figures", in: nested),
      dimension: optionalText("by", in: nested)
    )
  }

  /// `versions: {of: [product_id, forecast_date], newest: created_at}`.
  private mutating func versions(_ fields: Fields) -> Dataset.Versions? {
    guard let node = fields["versions"],
      let nested = self.fields(node, key: "versions", allowed: ["of", "newest"]),
      required("of", in: nested) != nil, let order = requiredText("newest", in: nested)
    else { return nil }
    return Dataset.Versions(keys: texts("of", in: nested), order: order)
  }

  /// `{name: exceptional, in: anomalies, match: {product_id: product_id, date: detection_date}, where: …}`.
  private mutating func mark(_ node: YAMLNode) -> Dataset.Mark? {
    let keys = ["name", "in", "match", "where"]
    guard let fields = fields(node, key: "marks", allowed: keys),
      let name = requiredText("name", in: fields), let source = requiredText("in", in: fields),
      let pairs = required("match", in: fields),
      let columns = self.fields(pairs, key: "match", allowed: nil)
    else { return nil }
    var matches: [String: String] = [:]
    for entry in columns.entries { matches[entry.key] = text(entry.value, key: entry.key) }
    let condition = formula("where", in: fields, aggregates: false)
    return Dataset.Mark(name: name, source: source, matches: matches, condition: condition)
  }

  private mutating func grain(_ key: String, in fields: Fields) -> Grain? {
    fields[key] == nil ? nil : requiredChoice(key, in: fields, among: Grain.allCases)
  }

  /// `derived_from: {dimension: customer, metric: first_sale_date}`.
  private mutating func derivation(_ fields: Fields) -> Dataset.Derivation? {
    guard let node = fields["derived_from"],
      let nested = self.fields(
        node,
        key: "derived_from",
        allowed: ["dimension", "metric", "daily"]
      ),
      let dimension = requiredText("dimension", in: nested),
      let metric = requiredText("metric", in: nested)
    else { return nil }
    return Dataset.Derivation(
      dimension: dimension,
      metric: metric,
      isDaily: optionalText("daily", in: nested) == "true"
    )
  }

  private mutating func datasetKind(_ type: DatasetType, _ fields: Fields) -> Dataset.Kind? {
    if type != .snapshot, let entry = fields.entries.first(where: { $0.key == "keys" }) {
      report(.unknownKey("keys"), at: entry.position)
    }
    switch type {
    case .entity: return .entity
    case .flow: return .flow
    case .snapshot:
      return required("keys", in: fields) == nil ? nil : .snapshot(keys: texts("keys", in: fields))
    }
  }

  private mutating func relationship(_ node: YAMLNode) -> Dataset.Relationship? {
    let keys = ["name", "to", "from", "key"]
    guard let fields = fields(node, key: "relationships", allowed: keys) else { return nil }
    let texts = keys.compactMap { requiredText($0, in: fields) }
    guard texts.count == keys.count else { return nil }
    return Dataset.Relationship(name: texts[0], target: texts[1], from: texts[2], key: texts[3])
  }

  /// Reads a dimension, its words and the words of its values.
  mutating func addDimension(_ name: String, _ fields: Fields) {
    addWords(.dimension(name), Corpus.Reference(kind: .dimension, name: name), fields)
    let dataset = requiredText("dataset", in: fields)
    let key = requiredFormula("key", in: fields, aggregates: false)
    let label = formula("label_field", in: fields, aggregates: false)
    let type = choice("type", in: fields, among: Self.types, standard: .text)
    let policy = choice("values", in: fields, among: Self.policies, standard: .none)
    let isEntity = flag("entity", in: fields)
    let isPersonal = flag("personal", in: fields)
    let computation = choice("computation", in: fields)
    let overrides = overrides(fields)
    let besideOwner = optionalText("beside_owner", in: fields)
    let dateMetric = optionalText("date_metric", in: fields)
    let details = texts("details", in: fields)
    let showing = texts("showing", in: fields)
    let words = items("value_words", in: fields).compactMap { valueWord($0, dimension: name) }
    let meanings = meanings(fields)
    let noun = noun(in: fields)
    let description = requiredLocalized("description", in: fields)
    guard let dataset, let key, let noun, let description else { return }
    dimensions.append(
      Dimension(
        name: name,
        dataset: dataset,
        key: key,
        label: label ?? key,
        overrides: overrides,
        type: type,
        policy: policy,
        isEntity: isEntity,
        isPersonal: isPersonal,
        computation: computation,
        noun: noun,
        description: description,
        valueWords: words,
        meanings: meanings,
        besideOwner: besideOwner,
        dateMetric: dateMetric,
        details: details,
        showing: showing
      )
    )
  }

  private static let types: [Dimension.ValueType] = [.text, .number, .date, .boolean]
  private static let policies: [Dimension.ValuePolicy] = [.indexed, .codes, .none]

  private enum Computation: String {
    case abc, rfm
    case recency = "rfm.recency"
    case frequency = "rfm.frequency"
    case monetary = "rfm.monetary"
  }

  private mutating func choice(_ key: String, in fields: Fields) -> String? {
    guard fields[key] != nil else { return nil }
    return requiredChoice(
      key,
      in: fields,
      among: [Computation.abc, .rfm, .recency, .frequency, .monetary]
    )?.rawValue
  }

  private mutating func overrides(_ fields: Fields) -> [String: Dimension.Override] {
    guard let node = fields["overrides"],
      let datasets = self.fields(node, key: "overrides", allowed: nil)
    else { return [:] }
    var overrides: [String: Dimension.Override] = [:]
    for entry in datasets.entries {
      guard
        let fields = self.fields(entry.value, key: entry.key, allowed: ["key", "label_field"]),
        let key = requiredFormula("key", in: fields, aggregates: false)
      else { continue }
      let label = formula("label_field", in: fields, aggregates: false)
      overrides[entry.key] = Dimension.Override(key: key, label: label ?? key)
    }
    return overrides
  }

  /// `meaning: {critical: [late], warning: [pending], fine: [delivered]}`.
  private mutating func meanings(_ fields: Fields) -> [String: Dimension.Meaning] {
    let all = Dimension.Meaning.allCases
    guard let node = fields["meaning"],
      let groups = self.fields(node, key: "meaning", allowed: all.map(\.rawValue))
    else { return [:] }
    var meanings: [String: Dimension.Meaning] = [:]
    for meaning in all {
      for item in items(meaning.rawValue, in: groups) {
        guard let value = text(item, key: meaning.rawValue) else { continue }
        if meanings.updateValue(meaning, forKey: value) != nil {
          report(.twoMeanings(value), at: item.position)
        }
      }
    }
    return meanings
  }

  private mutating func valueWord(_ node: YAMLNode, dimension: String) -> Dimension.ValueWord? {
    let keys = ["value", "label", "count", "segment", "fr", "en"]
    guard let fields = fields(node, key: "value_words", allowed: keys),
      let value = requiredText("value", in: fields)
    else { return nil }
    let segment = optionalText("segment", in: fields)
    let meaning = LexicalEntry.Meaning.value(dimension: dimension, value: value)
    let label = fields["label"].flatMap { localized($0, key: "label") }
    var synonyms: [String] = []
    for tongue in Tongue.allCases {
      guard let list = fields[tongue.rawValue] else {
        report(.missingLanguage(tongue, of: "value_words"), at: fields.position)
        continue
      }
      let nodes = phraseList(list, key: tongue.rawValue, mayBeEmpty: true)
      for node in nodes {
        addEntry(node.text ?? "", tongue, meaning, .noun, at: node.position)
      }
      let words = nodes.compactMap(\.text)
      // The words of the segment are not said twice.
      if segment == nil, let label, let place = fields["label"]?.position,
        !words.contains(label[tongue])
      {
        addEntry(label[tongue], tongue, meaning, .noun, at: place)
      }
      synonyms += words
    }
    return Dimension.ValueWord(
      value: value,
      label: label ?? LocalizedText(french: value, english: value),
      synonyms: synonyms,
      count: optionalText("count", in: fields),
      segment: segment
    )
  }
}
