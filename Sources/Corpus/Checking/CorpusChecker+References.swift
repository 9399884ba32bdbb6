import SemanticModel

/// Names of datasets, columns, relationships, dimensions and metrics.
extension CorpusChecker {
  /// Reports every name under a key or in a formula that leads nowhere.
  mutating func checkReferences() {
    for object in objects {
      switch object.kind {
      case .dataset: checkDataset(object)
      case .dimension: checkDimension(object)
      case .metric: checkMetric(object)
      case .segment: checkSegment(object)
      case .analysis:
        checkNames(.dataset, under: "stored", of: object)
        checkNames(.metric, under: "figure", of: object)
        checkNames(.metric, under: "figures", of: object)
        checkNames(.dataset, under: "dataset", of: object)
        checkKeys(.dimension, under: "figures_of", of: object)
        for entry in object.fields["figures_of"]?.entries ?? [] {
          checkName(entry.value, .metric, in: object)
        }
        checkNames(.dimension, under: "dimensions", of: object)
        checkNames(.metric, under: "tells", of: object)
      case .quality: checkQuality(object)
      case .vocabulary: break
      }
      checkConfusable(object)
    }
  }

  private mutating func checkDataset(_ object: SourceObject) {
    checkTable(object)
    checkNames(.metric, under: "money", of: object)
    checkNames(.metric, under: "quantity", of: object)
    checkNames(.segment, under: "assumes", of: object)
    checkTrend(object)
    checkMarks(object)
    checkVersions(object)
    guard let dataset = model.datasets[object.name] else { return }
    for key in ["primary_key", "time", "keys"] {
      guard let node = object.fields[key] else { continue }
      for item in node.items ?? [node] {
        checkColumn(item, of: dataset.table, in: object)
      }
    }
    if let clock = dataset.clock, let node = object.fields["clock"] {
      checkColumns(of: clock.allNames, written: node, from: object.name, in: object)
    }
    if let filter = dataset.filter, let node = object.fields["filter"] {
      checkColumns(of: filter.allNames, written: node, from: object.name, in: object)
    }
    for item in object.fields["filter_unless"]?.items ?? [] {
      guard let name = item.text, !exists(.segment, name) else { continue }
      checkName(item, .dimension, in: object)
    }
    var seen: Set<String> = []
    for node in object.fields["relationships"]?.items ?? [] {
      if let name = node["name"], let text = name.text, !seen.insert(text).inserted {
        report(.duplicateName(text), in: object, at: name.position)
      }
      if let from = node["from"] { checkColumn(from, of: dataset.table, in: object) }
      guard let to = node["to"], let target = to.text else { continue }
      if !exists(.dataset, target) {
        report(
          .unknown(.dataset, target),
          in: object,
          at: to.position,
          near: all(.dataset),
          to: target
        )
      } else if let table = model.datasets[target]?.table, let key = node["key"] {
        checkColumn(key, of: table, in: object, isTarget: true)
      }
    }
  }

  private mutating func checkTrend(_ object: SourceObject) {
    guard let trend = object.fields["trend"] else { return }
    let fields = Fields(entries: trend.entries ?? [], position: trend.position)
    for item in fields["figures"]?.items ?? [] { checkName(item, .metric, in: object) }
    if let dimension = fields["by"] { checkName(dimension, .dimension, in: object) }
  }

  private mutating func checkVersions(_ object: SourceObject) {
    guard let dataset = model.datasets[object.name], let node = object.fields["versions"] else {
      return
    }
    let fields = Fields(entries: node.entries ?? [], position: node.position)
    for column in (fields["of"]?.items ?? []) + [fields["newest"]].compactMap({ $0 }) {
      checkColumn(column, of: dataset.table, in: object)
    }
  }

  private mutating func checkMarks(_ object: SourceObject) {
    guard let dataset = model.datasets[object.name] else { return }
    for node in object.fields["marks"]?.items ?? [] {
      guard let source = node["in"], let name = source.text,
        checkName(source, .dataset, in: object),
        let table = model.datasets[name]?.table
      else { continue }
      for entry in node["match"]?.entries ?? [] {
        let own = YAMLNode(.scalar(entry.key, isPlain: true), at: entry.position)
        checkColumn(own, of: dataset.table, in: object)
        checkColumn(entry.value, of: table, in: object, isTarget: true)
      }
      guard let condition = node["where"],
        let mark = dataset.marks.first(where: { $0.name == node["name"]?.text })
      else { continue }
      checkColumns(of: mark.condition?.allNames ?? [], written: condition, from: name, in: object)
    }
  }

  /// Whether a name is known; one that is not is reported.
  @discardableResult
  mutating func checkName(
    _ node: YAMLNode,
    _ kind: ObjectKind,
    in object: SourceObject
  ) -> Bool {
    guard let name = node.text, !name.isEmpty, !exists(kind, name) else { return true }
    report(.unknown(kind, name), in: object, at: node.position, near: all(kind), to: name)
    return false
  }

  /// Reports the keys of a mapping that no object of the kind is called.
  private mutating func checkKeys(_ kind: ObjectKind, under key: String, of object: SourceObject) {
    for entry in object.fields[key]?.entries ?? [] where !exists(kind, entry.key) {
      report(
        .unknown(kind, entry.key),
        in: object,
        at: entry.position,
        near: all(kind),
        to: entry.key
      )
    }
  }

  private mutating func checkTable(_ object: SourceObject) {
    guard let node = object.fields["table"], let table = node.text, !table.isEmpty,
      ContractSchema.columns(of: table) == nil
    else { return }
    let tables = ContractSchema.tables.map(\.name)
    report(.unknownTable(table), in: object, at: node.position, near: tables, to: table)
  }

  private mutating func checkColumn(
    _ node: YAMLNode,
    of table: String,
    in object: SourceObject,
    isTarget: Bool = false
  ) {
    let derived = isTarget ? nil : model.datasets[object.name]?.derivation?.columns
    guard let column = node.text,
      let columns = derived ?? ContractSchema.columns(of: table)?.map(\.0),
      !columns.contains(column)
    else { return }
    report(
      .unknownColumn(column, table: table),
      in: object,
      at: node.position,
      near: columns,
      to: column
    )
  }

  private mutating func checkDimension(_ object: SourceObject) {
    checkNames(.dimension, under: "beside_owner", of: object)
    checkNames(.metric, under: "date_metric", of: object)
    checkNames(.dimension, under: "details", of: object)
    checkNames(.metric, under: "showing", of: object)
    checkNames(.dataset, under: "dataset", of: object)
    checkKeys(.dataset, under: "overrides", of: object)
    for node in object.fields["value_words"]?.items ?? [] {
      if let metric = node["count"] { checkName(metric, .metric, in: object) }
      if let segment = node["segment"] { checkName(segment, .segment, in: object) }
    }
    guard let dimension = model.dimensions[object.name] else { return }
    checkKeyAndLabel(
      dimension.key,
      dimension.label,
      object.fields,
      from: dimension.dataset,
      in: object
    )
    for entry in object.fields["overrides"]?.entries ?? [] {
      guard let override = dimension.overrides[entry.key] else { continue }
      let fields = Fields(entries: entry.value.entries ?? [], position: entry.position)
      checkKeyAndLabel(override.key, override.label, fields, from: entry.key, in: object)
    }
    checkMeaning(object, values: dimension.valueWords.map(\.value))
  }

  /// Reports values with a meaning that are not in the list of values; a dimension without such a list has any.
  private mutating func checkMeaning(_ object: SourceObject, values: [String]) {
    if values.isEmpty { return }
    for item in object.fields["meaning"]?.entries?.flatMap({ $0.value.items ?? [] }) ?? [] {
      guard let value = item.text, !value.isEmpty, !values.contains(value) else { continue }
      report(.unknownValue(value), in: object, at: item.position, near: values, to: value)
    }
  }

  private mutating func checkKeyAndLabel(
    _ key: Expression,
    _ label: Expression,
    _ fields: Fields,
    from dataset: String,
    in object: SourceObject
  ) {
    if let node = fields["key"] {
      checkColumns(of: key.allNames, written: node, from: dataset, in: object)
    }
    if let node = fields["label_field"] {
      checkColumns(of: label.allNames, written: node, from: dataset, in: object)
    }
  }

  private mutating func checkMetric(_ object: SourceObject) {
    checkNames(.dataset, under: "dataset", of: object)
    for key in [
      "alternatives", "weak_alternatives", "upcoming", "past", "interval", "history", "underway",
      "opposite", "actual", "steps", "fallback",
    ] {
      checkNames(.metric, under: key, of: object)
    }
    checkNames(.analysis, under: "with_amount", of: object)
    for (key, kind) in [("analysis", ObjectKind.analysis), ("figure", .metric)] {
      if let node = object.fields["beyond"]?[key] { checkName(node, kind, in: object) }
    }
    checkKeys(.dataset, under: "without", of: object)
    for entry in object.fields["without"]?.entries ?? [] {
      checkName(entry.value, .metric, in: object)
    }
    checkTelling(object)
    guard let metric = model.metrics[object.name], let node = object.fields["expression"] else {
      return
    }
    checkMetricNames(metric.expression.names(insideAggregates: false), written: node, in: object)
    guard metric.expression.hasAggregate else { return }
    if let dataset = metric.dataset {
      let inside = metric.expression.names(insideAggregates: true)
      checkColumns(of: inside, written: node, from: dataset, in: object)
    } else {
      report(.missingDataset, in: object, at: node.position)
    }
  }

  private mutating func checkTelling(_ object: SourceObject) {
    for entry in object.fields["told_as"]?.entries ?? [] where entry.key != "lowest_first" {
      let kind: ObjectKind =
        switch entry.key {
        case "figures": .metric
        case "among": .segment
        default: .dimension
        }
      for item in entry.value.items ?? [entry.value]
      where kind != .dimension || item.text != "time" {
        checkName(item, kind, in: object)
      }
    }
  }

  private mutating func checkSegment(_ object: SourceObject) {
    checkNames(.dataset, under: "dataset", of: object)
    checkNames(.dimension, under: "entity", of: object)
    checkNames(.metric, under: "showing", of: object)
    checkNames(.segment, under: "alternatives", of: object)
    checkNames(.segment, under: "exclusive", of: object)
    checkNames(.metric, under: "rate", of: object)
    checkNames(.metric, under: "count", of: object)
    guard let segment = model.segments[object.name], let node = object.fields["where"] else {
      return
    }
    switch segment.scope {
    case .rows(let dataset, let condition):
      checkColumns(of: condition.allNames, written: node, from: dataset, in: object)
    case .entity(_, let condition):
      checkMetricNames(condition.allNames, written: node, in: object)
    }
  }

  private mutating func checkMetricNames(
    _ paths: [[String]],
    written node: YAMLNode,
    in object: SourceObject
  ) {
    for path in paths where path.count != 1 || !exists(.metric, path[0]) {
      let name = path.joined(separator: ".")
      let place = node.position(ofName: name)
      report(.unknown(.metric, name), in: object, at: place, near: all(.metric), to: name)
    }
  }

  /// Reports each name that leads from a dataset to no column; a dataset that was not built stays silent.
  private mutating func checkColumns(
    of paths: [[String]],
    written node: YAMLNode,
    from dataset: String,
    in object: SourceObject
  ) {
    for path in Set(paths).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard var current = model.datasets[dataset], let column = path.last else { continue }
      let place = node.position(ofName: path.joined(separator: "."))
      var isBroken = false
      for step in path.dropLast() where !isBroken {
        if let relationship = current.relationships.first(where: { $0.name == step }) {
          guard let target = model.datasets[relationship.target] else {
            isBroken = true
            continue
          }
          current = target
        } else {
          report(
            .unknownRelationship(step, dataset: current.name),
            in: object,
            at: place,
            near: current.relationships.map(\.name),
            to: step
          )
          isBroken = true
        }
      }
      guard !isBroken else { continue }
      if let derived = current.derivation, derived.columns.contains(column) { continue }
      if current.marks.contains(where: { $0.name == column }) { continue }
      checkColumn(
        YAMLNode(.scalar(column, isPlain: true), at: place),
        of: current.table,
        in: object
      )
    }
  }

  private mutating func checkConfusable(_ object: SourceObject) {
    let kinds: [ObjectKind] = [.metric, .dimension, .segment, .analysis]
    for item in object.fields["confusable"]?.items ?? [] {
      guard let name = item.text, !kinds.contains(where: { exists($0, name) }) else { continue }
      let candidates = kinds.flatMap { all($0) }
      report(.unknownConfusable(name), in: object, at: item.position, near: candidates, to: name)
    }
  }
}

extension YAMLNode {
  /// Where a name of a formula stands in the file, its first occurrence.
  func position(ofName name: String) -> YAMLPosition {
    let characters = Array(text ?? "")
    let wanted = Array(name)
    func isPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "_" || character == "."
    }
    var index = 0
    while index < characters.count {
      let start = index
      while index < characters.count, isPart(characters[index]) { index += 1 }
      if characters[start..<index].elementsEqual(wanted) { return position(ofCharacter: start) }
      if index == start { index += 1 }
    }
    return position
  }
}
