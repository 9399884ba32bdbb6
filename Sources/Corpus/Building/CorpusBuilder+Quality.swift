import SemanticModel
import Values

/// Reading of the rules of data quality: one file a table, what is to be checked by kind.
extension CorpusBuilder {
  /// Weight of rules on keys and dates, without which rows are lost.
  private static let heavy = 3.0

  /// Reads the rules of a table.
  mutating func addQuality(_ name: String, _ fields: Fields) {
    let key = requiredText("key", in: fields) ?? ""
    func rule(_ columns: [String], _ check: QualityRule.Check, _ weight: Double = 1) -> QualityRule
    {
      QualityRule(table: name, key: key, columns: columns, check: check, weight: weight)
    }
    quality += texts("needed", in: fields).map { rule([$0], .filled, Self.heavy) }
    quality += texts("filled", in: fields).map { rule([$0], .filled) }
    quality += texts("numbers", in: fields).map { rule([$0], .number) }
    quality += texts("dates", in: fields).map { rule([$0], .date, Self.heavy) }
    for node in items("unique", in: fields) {
      let columns = (items(node, key: "unique") ?? []).compactMap { text($0, key: "unique") }
      quality.append(rule(columns, .unique, columns == [key] ? Self.heavy : 1))
    }
    for node in items("ranges", in: fields) {
      let allowed = ["column", "from", "to"]
      guard let range = self.fields(node, key: "ranges", allowed: allowed),
        let column = requiredText("column", in: range)
      else { continue }
      let (from, to) = (number("from", in: range), number("to", in: range))
      quality.append(rule([column], .range(from: from, to: to)))
    }
    for node in items("allowed", in: fields) {
      guard let choice = self.fields(node, key: "allowed", allowed: ["column", "values"]),
        let column = requiredText("column", in: choice)
      else { continue }
      quality.append(rule([column], .allowed(texts("values", in: choice))))
    }
    for node in items("references", in: fields) {
      guard let link = self.fields(node, key: "references", allowed: ["column", "table", "key"]),
        let column = requiredText("column", in: link), let table = requiredText("table", in: link)
      else { continue }
      let target = optionalText("key", in: link) ?? "id"
      quality.append(rule([column], .reference(table: table, key: target), Self.heavy))
    }
    for node in items("order", in: fields) {
      guard let pair = self.fields(node, key: "order", allowed: ["earlier", "later"]),
        let earlier = requiredText("earlier", in: pair), let later = requiredText("later", in: pair)
      else { continue }
      quality.append(rule([earlier, later], .order))
    }
    guard let node = fields["fresh"],
      let fresh = self.fields(node, key: "fresh", allowed: ["column", "days"]),
      let column = requiredText("column", in: fresh), let days = days("days", in: fresh)
    else { return }
    quality.append(rule([column], .fresh(days: days)))
  }

  /// A number that may be left out.
  private mutating func number(_ key: String, in fields: Fields) -> Double? {
    guard let node = fields[key] else { return nil }
    if let number = node.text.flatMap(Double.init) { return number }
    report(.wrongType(key, expected: .wholeNumber), at: node.position)
    return nil
  }
}
