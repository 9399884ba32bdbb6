import SemanticModel

/// The first byte of a formula's tree.
private enum Tag {
  static let null = 0
  static let number = 1
  static let text = 2
  static let name = 3
  static let call = 4
  static let unary = 5
  static let binary = 6
  static let membership = 7
  static let noMembership = 8
  static let isNull = 9
  static let isNotNull = 10
}

/// Formulas are kept parsed: parsing them would be most of the time of a start.
extension CorpusWriter {
  /// The formulas, each as its source and its tree, sorted so that equal corpora give equal bytes.
  mutating func add(_ formulas: [String: Expression]) {
    nodes.add(formulas.count)
    for (source, tree) in formulas.sorted(by: { $0.key < $1.key }) {
      add(text: source)
      add(tree)
    }
  }

  private mutating func add(_ tree: Expression) {
    switch tree {
    case .null: nodes.add(Tag.null)
    case .number(let number):
      nodes.add(Tag.number)
      nodes.addFixed(number.bitPattern)
    case .text(let text):
      nodes.add(Tag.text)
      add(text: text)
    case .name(let path):
      nodes.add(Tag.name)
      nodes.add(path.count)
      for part in path { add(text: part) }
    case .call(let function, let arguments):
      nodes.add(Tag.call)
      add(text: function)
      add(arguments)
    case .unary(let symbol, let operand):
      nodes.add(Tag.unary)
      add(text: symbol.rawValue)
      add(operand)
    case .binary(let symbol, let left, let right):
      nodes.add(Tag.binary)
      add(text: symbol.rawValue)
      add(left)
      add(right)
    case .membership(let operand, let list, let negated):
      nodes.add(negated ? Tag.noMembership : Tag.membership)
      add(operand)
      add(list)
    case .isNull(let operand, let negated):
      nodes.add(negated ? Tag.isNotNull : Tag.isNull)
      add(operand)
    }
  }

  private mutating func add(_ trees: [Expression]) {
    nodes.add(trees.count)
    for tree in trees { add(tree) }
  }
}

extension CorpusBodyReader {
  /// Deeper formulas than any a person writes; keeps the recursion bounded.
  private static let maximumDepth = 200

  /// The parsed formulas by source, which come first.
  mutating func formulas() throws(CompiledCorpusError) -> [String: Expression] {
    let count = try reader.count()
    var formulas: [String: Expression] = [:]
    formulas.reserveCapacity(count)
    for _ in 0..<count {
      let source = try text()
      formulas[source] = try tree(depth: 0)
    }
    return formulas
  }

  private mutating func tree(depth: Int) throws(CompiledCorpusError) -> Expression {
    guard depth < Self.maximumDepth else { throw .damaged }
    switch try reader.number() {
    case Tag.null: return .null
    case Tag.number: return .number(Double(bitPattern: try reader.fixed()))
    case Tag.text: return .text(try text())
    case Tag.name:
      var path: [String] = []
      for _ in 0..<(try reader.count()) { path.append(try text()) }
      return .name(path)
    case Tag.call: return .call(try text(), try trees(depth: depth))
    case Tag.unary:
      guard let symbol = Expression.UnaryOperator(rawValue: try text()) else { throw .damaged }
      return .unary(symbol, try tree(depth: depth + 1))
    case Tag.binary:
      guard let symbol = Expression.BinaryOperator(rawValue: try text()) else { throw .damaged }
      return .binary(symbol, try tree(depth: depth + 1), try tree(depth: depth + 1))
    case Tag.membership:
      return .membership(try tree(depth: depth + 1), try trees(depth: depth), negated: false)
    case Tag.noMembership:
      return .membership(try tree(depth: depth + 1), try trees(depth: depth), negated: true)
    case Tag.isNull: return .isNull(try tree(depth: depth + 1), negated: false)
    case Tag.isNotNull: return .isNull(try tree(depth: depth + 1), negated: true)
    default: throw .damaged
    }
  }

  private mutating func trees(depth: Int) throws(CompiledCorpusError) -> [Expression] {
    var trees: [Expression] = []
    for _ in 0..<(try reader.count()) { trees.append(try tree(depth: depth + 1)) }
    return trees
  }
}
