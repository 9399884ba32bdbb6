import Diagnostics
import SemanticModel
import Values

/// Reading of typed values out of the pairs of an object; a nil result is always reported.
extension CorpusBuilder {
  /// Reports every key that is not among the allowed ones.
  mutating func reportUnknownKeys(of fields: Fields, allowed: [String]) {
    for entry in fields.entries where !allowed.contains(entry.key) {
      report(
        .unknownKey(entry.key),
        at: entry.position,
        suggestion: nearest(to: entry.key, among: allowed)
      )
    }
  }

  /// The value of a key that must be there.
  mutating func required(_ key: String, in fields: Fields) -> YAMLNode? {
    if let node = fields[key] { return node }
    report(.missingKey(key), at: fields.position)
    return nil
  }

  /// The text of a scalar; an empty one counts as wrong.
  mutating func text(_ node: YAMLNode, key: String) -> String? {
    if let text = node.text, !text.isEmpty { return text }
    report(.wrongType(key, expected: .text), at: node.position)
    return nil
  }

  /// A text that must be there.
  mutating func requiredText(_ key: String, in fields: Fields) -> String? {
    required(key, in: fields).flatMap { text($0, key: key) }
  }

  /// A text that may be left out.
  mutating func optionalText(_ key: String, in fields: Fields) -> String? {
    fields[key].flatMap { text($0, key: key) }
  }

  /// One of a closed list, which must be there.
  mutating func requiredChoice<Choice: RawRepresentable<String>>(
    _ key: String,
    in fields: Fields,
    among choices: [Choice]
  ) -> Choice? {
    required(key, in: fields).flatMap { choice($0, key: key, among: choices) }
  }

  /// One of a closed list, `standard` when left out.
  mutating func choice<Choice: RawRepresentable<String>>(
    _ key: String,
    in fields: Fields,
    among choices: [Choice],
    standard: Choice
  ) -> Choice {
    fields[key].flatMap { choice($0, key: key, among: choices) } ?? standard
  }

  private mutating func choice<Choice: RawRepresentable<String>>(
    _ node: YAMLNode,
    key: String,
    among choices: [Choice]
  ) -> Choice? {
    guard let text = text(node, key: key) else { return nil }
    if let choice = choices.first(where: { $0.rawValue == text }) { return choice }
    let names = choices.map(\.rawValue)
    report(
      .unknownChoice(text, key: key, among: names),
      at: node.position,
      suggestion: nearest(to: text, among: names)
    )
    return nil
  }

  /// `true` or `false`, false when left out.
  mutating func flag(_ key: String, in fields: Fields) -> Bool {
    guard let node = fields[key] else { return false }
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      report(.wrongType(key, expected: .flag), at: node.position)
      return false
    }
  }

  /// A whole number above zero, nil when left out.
  mutating func days(_ key: String, in fields: Fields) -> Int? {
    guard let node = fields[key] else { return nil }
    if let number = node.text.flatMap({ Int($0) }), number > 0 { return number }
    report(.wrongType(key, expected: .wholeNumber), at: node.position)
    return nil
  }

  /// The pairs of a mapping, checked against the keys it may have; nil allows all.
  mutating func fields(_ node: YAMLNode, key: String, allowed: [String]?) -> Fields? {
    guard case .mapping(let entries) = node.content else {
      report(.wrongType(key, expected: .mapping), at: node.position)
      return nil
    }
    let fields = Fields(entries: entries, position: node.position)
    if let allowed { reportUnknownKeys(of: fields, allowed: allowed) }
    return fields
  }

  /// The items of a list, none when left out.
  mutating func items(_ key: String, in fields: Fields) -> [YAMLNode] {
    fields[key].map { items($0, key: key) ?? [] } ?? []
  }

  /// The items of a list.
  mutating func items(_ node: YAMLNode, key: String) -> [YAMLNode]? {
    if case .sequence(let items) = node.content { return items }
    report(.wrongType(key, expected: .list), at: node.position)
    return nil
  }

  /// A list of texts, empty when left out.
  mutating func texts(_ key: String, in fields: Fields) -> [String] {
    items(key, in: fields).compactMap { text($0, key: key) }
  }

  /// A formula; `aggregates`: whether it may fold rows.
  mutating func formula(_ key: String, in fields: Fields, aggregates: Bool) -> Expression? {
    guard let node = fields[key], let source = text(node, key: key) else { return nil }
    do throws(ExpressionError) {
      let expression = try parse(source)
      guard aggregates || !expression.hasAggregate else {
        report(.aggregateNotAllowed, at: node.position)
        return nil
      }
      guard !expression.nestsAggregates else {
        report(.nestedAggregates, at: node.position)
        return nil
      }
      return expression
    } catch {
      report(.formula(error.message), at: node.position(ofCharacter: error.offset))
      return nil
    }
  }

  /// A formula that must be there.
  mutating func requiredFormula(_ key: String, in fields: Fields, aggregates: Bool) -> Expression? {
    required(key, in: fields) == nil ? nil : formula(key, in: fields, aggregates: aggregates)
  }
}

extension Expression {
  /// Whether an aggregate stands inside another, as in `sum(avg(x))`, which no row has a value for.
  fileprivate var nestsAggregates: Bool {
    switch self {
    case .null, .number, .text, .name: false
    case .call(let function, let arguments):
      Self.aggregates[function] != nil
        ? arguments.contains { $0.hasAggregate } : arguments.contains { $0.nestsAggregates }
    case .unary(_, let operand), .isNull(let operand, _): operand.nestsAggregates
    case .binary(_, let left, let right): left.nestsAggregates || right.nestsAggregates
    case .membership(let operand, let list, _):
      operand.nestsAggregates || list.contains { $0.nestsAggregates }
    }
  }
}

extension YAMLNode {
  /// Where a character of a scalar stands in the file, exact for texts on one line without escapes.
  func position(ofCharacter offset: Int) -> YAMLPosition {
    guard case .scalar(let text, let isPlain) = content, !text.contains("\n") else {
      return position
    }
    return YAMLPosition(line: position.line, column: position.column + offset + (isPlain ? 0 : 1))
  }
}

/// What a value must be, for `type.wrong`.
extension LocalizedText {
  static let text = LocalizedText(french: "un texte", english: "a text")
  static let mapping = LocalizedText(french: "un ensemble de clés", english: "a set of keys")
  static let list = LocalizedText(french: "une liste", english: "a list")
  static let flag = LocalizedText(french: "true ou false", english: "true or false")
  static let wholeNumber = LocalizedText(
    french: "un nombre entier positif",
    english: "a whole number above zero"
  )
}
