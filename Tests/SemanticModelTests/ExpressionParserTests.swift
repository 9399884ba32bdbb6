import Testing

@testable import SemanticModel

@Suite("Formulas are read by precedence")
struct ExpressionParserTests {
  /// A formula and the same with every pair of parentheses written out.
  static let equivalents: [(String, String)] = [
    ("a + b * c", "a + (b * c)"),
    ("a - b - c", "(a - b) - c"),
    ("a / b / c", "(a / b) / c"),
    ("a * b + c / d", "(a * b) + (c / d)"),
    ("-a * b", "(-a) * b"),
    ("-a + b", "(-a) + b"),
    ("a - -b", "a - (-b)"),
    ("a + b > c * d", "(a + b) > (c * d)"),
    ("a = 1 or b = 2 and c = 3", "(a = 1) or ((b = 2) and (c = 3))"),
    ("not a = 1 and b = 2", "(not (a = 1)) and (b = 2)"),
    ("not not a", "not (not a)"),
    ("a is null or b is not null", "(a is null) or (b is not null)"),
    ("a + 1 in (1, 2)", "(a + 1) in (1, 2)"),
    ("a not in ('x') and b", "(a not in ('x')) and b"),
    ("  sum( a*b )", "sum(a * b)"),
  ]

  @Test("Two ways to write the same", arguments: equivalents)
  func precedence(short: String, long: String) throws {
    #expect(try ExpressionParser.parse(short) == ExpressionParser.parse(long))
  }

  @Test(
    "Each form has its tree",
    arguments: [
      ("12.5", .number(12.5)), ("'it is'", .text("it is")), ("''", .text("")), ("null", .null),
      ("product.unit_price", .name(["product", "unit_price"])),
      ("-x", .unary(.minus, .name(["x"]))),
      ("count()", .call("count", [])), ("now()", .call("now", [])),
      ("a != 1", .binary(.notEqual, .name(["a"]), .number(1))),
      ("a <= b", .binary(.lessOrEqual, .name(["a"]), .name(["b"]))),
      ("x is not null", .isNull(.name(["x"]), negated: true)),
      ("x not in ('a', 'b')", .membership(.name(["x"]), [.text("a"), .text("b")], negated: true)),
      (
        "if(a > 0, a, 0)",
        .call("if", [.binary(.greater, .name(["a"]), .number(0)), .name(["a"]), .number(0)])
      ),
    ] as [(String, Expression)]
  )
  func trees(source: String, tree: Expression) throws {
    #expect(try ExpressionParser.parse(source) == tree)
  }

  /// A faulty formula and where it goes wrong, in characters.
  @Test(
    "A fault is told with its place",
    arguments: [
      ("", 0), ("a +", 3), ("a b", 2), ("(a", 2), ("a)", 1), ("a in b", 5), ("a in ()", 6),
      ("a is 3", 5),
      ("1 + 'open", 4), ("a # b", 2), ("frobnicate(a)", 0), ("x + days(a)", 4), ("if(a, b)", 0),
      ("now(1)", 0),
      ("a < b < c", 6), ("é + §", 4), ("* a", 0), ("sum(a, b)", 0), ("a not b", 2), ("a; b", 1),
    ]
  )
  func faults(source: String, offset: Int) {
    let error = #expect(throws: ExpressionError.self) { try ExpressionParser.parse(source) }
    #expect(error?.offset == offset)
    #expect(error?.message.isEmpty == false)
  }

  @Test(
    "What looks like a number but is none is a fault",
    arguments: ["1.2.3", "½", "x * 2²", "1.", "sum()"]
  )
  func noNumbers(source: String) {
    #expect(throws: ExpressionError.self) { try ExpressionParser.parse(source) }
  }

  @Test("Names inside and outside aggregates are told apart")
  func names() throws {
    let formula = try ExpressionParser.parse("sum(a.b * c) / orders + coalesce(d, 1)")
    #expect(formula.names(insideAggregates: true) == [["a", "b"], ["c"]])
    #expect(formula.names(insideAggregates: false) == [["orders"], ["d"]])
    #expect(formula.hasAggregate)
    #expect(try ExpressionParser.parse("revenue / orders").hasAggregate == false)
    #expect(try ExpressionParser.parse("sum(x) in (1, 2)").hasAggregate)
  }
}
