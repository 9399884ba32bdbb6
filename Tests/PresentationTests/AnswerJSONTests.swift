import Assistant
import Planning
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct AnswerJSONTests {
  @Test func `the object has all members in order`() {
    let sales = query(
      ["revenue"],
      by: [.dimension("product")],
      where: [isOne("category", "Technology")]
    ) {
      $0.order = Order(.measure(0), descending: true)
      $0.limit = 10
    }
    var full = answer(.french, sales, [[.text("Canon \"A\""), .real(61599.824000000001)]])
    full.sql = "SELECT ?"
    full.parameters = [.text("Technology"), .integer(1), .null]
    full.confidence = 0.97
    full.assumptions = [.corrected(word: "techno", name: "Technology")]
    full.receipt.checks = [.init(.readOnly, passed: true)]
    full.receipt.excludedRows = ["a": 1, "b": 2]
    full.timings.total = 2.9
    let text = visible(AnswerJSON.object(full, model: Shop.model).rendered)
    let parts = [
      #"{"id":"a1","question":"?","language":"fr","status":"answered","#,
      #""answer":"Le produit avec le chiffre d'affaires le plus élevé de la catégorie Technology en 2018 est Canon \"A\", avec 61_599,82_$US.","#,
      #""columns":[{"name":"product","label":"Produit","type":"text","unit":null},"#,
      #"{"name":"revenue","label":"Chiffre d'affaires","type":"currency","unit":"USD"}],"#,
      #""rows":[["Canon \"A\"",61599.824]],"row_count":1,"truncated":false,"sql":"SELECT ?","#,
      #""parameters":["Technology",1,null],"interpretation":{"operation":"rank","metrics":["revenue"],"#,
      #""dimensions":["product"],"filters":[{"dimension":"category","operator":"=","values":["Technology"]}],"#,
      #""period":{"start":"2018-01-01","end":"2019-01-01","label":"2018","partial":false},"#,
      #""comparison":null,"grain":null,"order":"desc","limit":10},"choices":[],"unexplained":[],"#,
      #""assumptions":["«_techno_» est compris comme «_Technology_»."],"#,
      #""receipt":{"as_of":"2018-12-30","data_until":"2018-12-30","#,
      #""checks":[{"check":"read_only","passed":true}],"excluded_rows":3,"computed_at":null,"fresh_until":null,"wording":null,"understanding":null},"#,
      #""confidence":0.97,"chart":null,"timings_ms":{"understand":0,"query":0,"phrase":0,"total":2.9},"further":[]}"#,
    ]
    #expect(text == parts.joined())
  }

  @Test func `a refusal has no rows, no query and its unexplained words`() {
    var refused = answer(.english, nil, [])
    refused.status = .refused
    refused.reason = .unknownWords(["rent"])
    refused.unexplained = ["rent"]
    refused.choices = [.init(label: "Revenue", question: "What is the revenue?")]
    let text = AnswerJSON.object(refused, model: Shop.model).rendered
    #expect(text.contains(#""columns":[],"rows":[],"row_count":0,"truncated":false,"sql":null,"#))
    #expect(
      text.contains(
        #""interpretation":null,"choices":[{"label":"Revenue","question":"What is the revenue?"}],"unexplained":["rent"],"#
      )
    )
  }

  @Test func `no more than ten thousand rows`() {
    let rows = (0..<10_001).map { [Value.text("\($0)"), .integer(1)] }
    let text = AnswerJSON.object(
      answer(.english, query(["orders"], by: [.dimension("product")]), rows),
      model: Shop.model
    ).rendered
    #expect(text.contains(#""row_count":10000,"truncated":true"#))
  }

  static let keys: [(Key, Value, String, String)] = [
    (.time(.day), .text("2018-11-05"), "date", #""2018-11-05""#),
    (.time(.week), .text("2018-11-05"), "date", #""2018-11-05""#),
    (.time(.month), .text("2018-11"), "text", #""2018-11""#),
    (.time(.quarter), .text("2018-Q4"), "text", #""2018-Q4""#),
    (.time(.year), .text("2018"), "text", #""2018""#),
    (.time(.weekday), .integer(6), "text", #""samedi""#),
    (.time(.monthOfYear), .integer(8), "integer", "8"),
    (.time(.hour), .integer(23), "integer", "23"),
    (.dimension("payment"), .text("card"), "text", #""card""#),
    (.dimension("price"), .real(9.5), "number", "9.5"),
  ]

  @Test(arguments: keys)
  func `keys are ISO labels, numbers or stored values`(_ row: (Key, Value, String, String)) {
    let table = MachineTable(
      answer(.french, query(["orders"], by: [row.0]), [[row.1, .integer(1)]]),
      Voice(answer(.french, nil, []), model: Shop.model)
    )
    #expect(table.columns[0].type == row.2)
    #expect(JSON(table.rows[0][0]).rendered == row.3)
  }

  @Test func `columns have units, types by their values and unique names`() {
    let both = query(["revenue", "margin_rate", "orders", "delivery_days"]) {
      $0.comparison = year(2017)
    }
    let rows: [[Value]] = [(0..<16).map { .real(Double($0) + 0.5) }]
    let table = MachineTable(
      answer(.english, both, rows),
      Voice(answer(.english, nil, []), model: Shop.model)
    )
    #expect(Set(table.columns.map(\.name)).count == 16)
    #expect(Set(table.columns.map(\.label)).count == 16)
    #expect(table.columns[0].unit == "USD" && table.columns[0].type == "currency")
    #expect(table.columns[4].type == "percent" && table.columns[4].unit == nil)
    #expect(table.columns[8].type == "number")
    #expect(table.columns[12].type == "number" && table.columns[12].unit == "days")
    #expect(table.columns[3].label == "Change (revenue)")
  }

  static let operations: [(Query, String)] = [
    (query(["revenue"]), "value"), (query(["orders"]), "count"),
    (query(["revenue"], by: [.dimension("region")]), "breakdown"),
    (query(["revenue"], by: [.time(.month)]), "series"),
    (query(["revenue"], by: [.dimension("region")]) { $0.limit = 3 }, "rank"),
    (query(["revenue"]) { $0.comparison = year(2017) }, "compare"),
    (query(["revenue"]) { $0.measures[0].display = .share }, "share"),
    (query([], by: [.dimension("region")]), "list"),
    (query(["revenue"], by: [.time(.month)]) { $0.rollup = Rollup([.mean]) }, "statistic"),
    (query(["revenue"], by: [.time(.month)]) { $0.rollup = Rollup([.count]) }, "count"),
    (query(["revenue"], by: [.time(.month)]) { $0.rollup = Rollup([.shareOfCount]) }, "share"),
  ]

  @Test(arguments: operations)
  func `the operation follows from the query`(_ query: Query, _ operation: String) {
    let voice = Voice(answer(.english, nil, []), model: Shop.model)
    #expect(InterpretationJSON(query, voice).operation == operation)
  }

  @Test func `filters of every kind keep one shape`() {
    var filtered = query(
      ["revenue"],
      where: [
        isOne("region", "West", "East"), isOne("category", "A", not: true),
        .compare(dimension: "price", .greater, .integer(10)), .weekdays([6, 7]),
        .hours([DayHours(22, 6)]),
        .segment("discounted", days: 30, negated: true),
        .nameMatches(dimension: "product", words: ["chaise"], negated: false),
      ]
    )
    filtered.conditions = [Condition(Measure("orders"), .greaterOrEqual, .number(5))]
    let voice = Voice(answer(.english, nil, []), model: Shop.model)
    let text = InterpretationJSON(filtered, voice).object.rendered
    let filters = [
      #"{"dimension":"region","operator":"in","values":["West","East"]}"#,
      #"{"dimension":"category","operator":"!=","values":["A"]}"#,
      #"{"dimension":"price","operator":">","values":[10]}"#,
      #"{"dimension":"weekday","operator":"in","values":[6,7]}"#,
      #"{"dimension":"hour","operator":"in","values":["22:00-06:00"]}"#,
      #"{"dimension":"discounted","operator":"is not","values":[30]}"#,
      #"{"dimension":"product","operator":"contains","values":["chaise"]}"#,
      #"{"dimension":"orders","operator":">=","values":[5]}"#,
    ]
    #expect(text.contains("\"filters\":[\(filters.joined(separator: ","))]"))
  }

  static let periods: [(String, String)] = [
    (
      "revenue",
      #""period":{"start":"2015-01-03","end":"2018-12-31","label":"the whole history","partial":false}"#
    ),
    (
      "stock_on_hand",
      #""period":{"start":"2018-12-30","end":"2018-12-31","label":"30 December 2018","partial":false}"#
    ),
  ]

  @Test(arguments: periods)
  func `no period is the range of the data for flows and now for levels`(
    _ metric: String,
    _ text: String
  ) {
    let voice = Voice(answer(.english, nil, []), model: Shop.model)
    #expect(InterpretationJSON(query([metric], in: nil), voice).object.rendered.contains(text))
  }
}
