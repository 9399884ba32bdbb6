/// What is wrong with a formula, and where.
package struct ExpressionError: Error, Hashable, Sendable {
  package let message: String
  /// Offset in characters from the start of the formula.
  package let offset: Int
}

/// Reads formulas by precedence climbing: `or` < `and` < `not` < comparison < `+ -` < `* /` < unary minus.
package struct ExpressionParser {
  private enum Lexeme: Hashable {
    case number(Double)
    case text(String)
    case word(String)
    case symbol(String)
    case end
  }

  private var lexemes: [(Lexeme, offset: Int)] = []
  private var position = 0

  /// The tree of a formula.
  package static func parse(_ source: String) throws(ExpressionError) -> Expression {
    var parser = ExpressionParser()
    try parser.scan(Array(source))
    let tree = try parser.disjunction()
    guard parser.current == .end else { throw parser.unexpected() }
    return tree
  }

  private mutating func scan(_ source: [Character]) throws(ExpressionError) {
    var index = 0
    while index < source.count {
      let character = source[index]
      let start = index
      if character.isWhitespace {
        index += 1
      } else if Self.isDigit(character) {
        while index < source.count, Self.isDigit(source[index]) || source[index] == "." {
          index += 1
        }
        let text = String(source[start..<index])
        guard let number = Double(text), !text.hasSuffix(".") else {
          throw ExpressionError(message: "'\(text)' is not a number", offset: start)
        }
        lexemes.append((.number(number), start))
      } else if character.isLetter || character == "_" {
        while index < source.count,
          source[index].isLetter || Self.isDigit(source[index]) || "_.".contains(source[index])
        {
          index += 1
        }
        lexemes.append((.word(String(source[start..<index])), start))
      } else if character == "'" {
        guard let close = source[(index + 1)...].firstIndex(of: "'") else {
          throw ExpressionError(message: "the text has no closing quote", offset: start)
        }
        lexemes.append((.text(String(source[(index + 1)..<close])), start))
        index = close + 1
      } else {
        let pair = String(source[index..<min(index + 2, source.count)])
        let symbol = ["<=", ">=", "!="].contains(pair) ? pair : String(character)
        guard "+-*/()=<>,!".contains(character) else {
          throw ExpressionError(message: "'\(character)' has no meaning here", offset: start)
        }
        lexemes.append((.symbol(symbol), start))
        index += symbol.count
      }
    }
    lexemes.append((.end, source.count))
  }

  /// 0…9, and no other numeral of Unicode.
  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private var current: Lexeme { lexemes[position].0 }

  private func unexpected() -> ExpressionError {
    ExpressionError(message: "unexpected \(current)", offset: lexemes[position].offset)
  }

  private mutating func take(_ lexeme: Lexeme) -> Bool {
    guard current == lexeme else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(ExpressionError) {
    guard take(.symbol(symbol)) else {
      throw ExpressionError(message: "'\(symbol)' expected", offset: lexemes[position].offset)
    }
  }

  private mutating func disjunction() throws(ExpressionError) -> Expression {
    var left = try conjunction()
    while take(.word("or")) {
      left = .binary(.or, left, try conjunction())
    }
    return left
  }

  private mutating func conjunction() throws(ExpressionError) -> Expression {
    var left = try negation()
    while take(.word("and")) {
      left = .binary(.and, left, try negation())
    }
    return left
  }

  private mutating func negation() throws(ExpressionError) -> Expression {
    take(.word("not")) ? .unary(.not, try negation()) : try comparison()
  }

  private mutating func comparison() throws(ExpressionError) -> Expression {
    let left = try sum()
    if take(.word("is")) {
      let negated = take(.word("not"))
      guard take(.word("null")) else { throw unexpected() }
      return .isNull(left, negated: negated)
    }
    if take(.word("in")) { return .membership(left, try list(), negated: false) }
    if current == .word("not"), lexemes[position + 1].0 == .word("in") {
      position += 2
      return .membership(left, try list(), negated: true)
    }
    if case .symbol(let symbol) = current, let comparison = Self.comparisons[symbol] {
      position += 1
      return .binary(comparison, left, try sum())
    }
    return left
  }

  private static let comparisons: [String: Expression.BinaryOperator] = [
    "=": .equal, "!=": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater,
    ">=": .greaterOrEqual,
  ]

  private mutating func list() throws(ExpressionError) -> [Expression] {
    try expect("(")
    var items = [try sum()]
    while take(.symbol(",")) { items.append(try sum()) }
    try expect(")")
    return items
  }

  private mutating func sum() throws(ExpressionError) -> Expression {
    var left = try product()
    while true {
      if take(.symbol("+")) {
        left = .binary(.add, left, try product())
      } else if take(.symbol("-")) {
        left = .binary(.subtract, left, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(ExpressionError) -> Expression {
    var left = try factor()
    while true {
      if take(.symbol("*")) {
        left = .binary(.multiply, left, try factor())
      } else if take(.symbol("/")) {
        left = .binary(.divide, left, try factor())
      } else {
        return left
      }
    }
  }

  private mutating func factor() throws(ExpressionError) -> Expression {
    if take(.symbol("-")) { return .unary(.minus, try factor()) }
    if take(.symbol("(")) {
      let inner = try disjunction()
      try expect(")")
      return inner
    }
    let start = lexemes[position].offset
    switch current {
    case .number(let value):
      position += 1
      return .number(value)
    case .text(let value):
      position += 1
      return .text(value)
    case .word("null"):
      position += 1
      return .null
    case .word(let word):
      position += 1
      guard take(.symbol("(")) else { return .name(word.split(separator: ".").map(String.init)) }
      return try call(word, at: start)
    case .symbol, .end:
      throw unexpected()
    }
  }

  private mutating func call(_ function: String, at start: Int) throws(ExpressionError)
    -> Expression
  {
    var arguments: [Expression] = []
    if !take(.symbol(")")) {
      repeat { arguments.append(try disjunction()) } while take(.symbol(","))
      try expect(")")
    }
    let allowed = Expression.aggregates[function] ?? Expression.scalars[function]
    guard let allowed else {
      throw ExpressionError(message: "there is no function '\(function)'", offset: start)
    }
    guard allowed.contains(arguments.count) else {
      throw ExpressionError(message: "'\(function)' takes \(allowed) arguments", offset: start)
    }
    return .call(function, arguments)
  }
}
