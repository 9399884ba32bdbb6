import Analyses
import Planning
import SemanticModel
import Testing
import Values

@testable import Assistant
@testable import Presentation

@Suite("What a question restricts an analysis by has an effect, or is said to have none")
struct AnalysisScopeTests {
  /// Every part that a question can restrict an analysis by, by what it does to a query.
  private enum Part: CaseIterable {
    case period, product, category, supplier, customer, region, group, limit
  }

  @Test("No part is dropped in silence", arguments: AnalysisMethods.all.map(\.name))
  func nothingIsDropped(name: String) throws {
    let plain = try answer(name)
    for part in Part.allCases {
      let narrowed = try answer(name, restrictedBy: part)
      #expect(narrowed.status != .error, "\(part)")
      guard narrowed.status == .answered, !plain.rows.isEmpty else { continue }
      let isSame = try text(narrowed) == text(plain) && narrowed.rows == plain.rows
      // A table that is shorter than the number asked for is cut by nothing.
      let isUncut =
        part == .limit && plain.rows.count <= 3
        // What is by region anyhow, or has it among what it looks into, is so already.
        || part == .group && showsRegions(plain)
      let told = try text(narrowed)
      #expect(!isSame || isUncut, "\(part): \(told)")
    }
  }

  @Test("A ranking is cut; what ignores a part says so in the language of the question")
  func said() throws {
    let cut = try DemoAssistant.ask("Top 3 des transactions suspectes")
    #expect(cut.query?.analysis?.name == "anomaly_detection" && cut.rows.count <= 3)
    let ignored = try DemoAssistant.ask("Combien de capital est immobilisé en 2025 ?")
    #expect(try text(ignored).contains("Sans effet sur ce calcul\u{202F}: la période"))
    let english = try DemoAssistant.ask("Which customers are likely to leave by region?")
    #expect(try text(english).contains("Without effect on this computation: the grouping by"))
  }

  private func showsRegions(_ answer: Answer) -> Bool {
    answer.columns.contains { $0.role == .key(.dimension("region")) }
      || answer.rows.contains { $0.contains { $0.text?.hasSuffix("région") == true } }
  }

  private func text(_ answer: Answer) throws -> String {
    Wording(answer, model: try DemoAssistant.assistant().model).sentences.joined(separator: " ")
  }

  private func answer(_ name: String, restrictedBy part: Part? = nil) throws -> Answer {
    let assistant = try DemoAssistant.assistant()
    let analysis = try #require(assistant.model.analyses[name])
    var query = Query()
    query.measures = [Measure(try #require(analysis.figure))]
    query.analysis = AnalysisCall(name)
    if let part { try restrict(&query, by: part, analysis) }
    return assistant.answer(query, to: assistant.utterance("ventes"), carrying: nil)
  }

  private func restrict(_ query: inout Query, by part: Part, _ analysis: Analysis) throws {
    func only(_ dimension: String, _ sql: String) throws {
      let row = try #require(
        try DemoAssistant.assistant().executor.run(sql, parameters: [], limit: 1).rows.first
      )
      let value = NamedValue(key: row[0], name: row[1].text ?? "")
      query.filters = [.values(dimension: dimension, values: [value], negated: false)]
    }
    switch part {
    case .period:
      query.period = Period(
        start: CalendarDay(year: 2024, month: 5, day: 1),
        end: CalendarDay(year: 2025, month: 2, day: 1)
      )
    case .product: try only("product", "SELECT id, name FROM products ORDER BY id")
    case .category: try only("category", "SELECT category, category FROM products ORDER BY id")
    case .supplier: try only("supplier", "SELECT id, name FROM suppliers ORDER BY id")
    case .customer: try only("customer", "SELECT id, name FROM customers ORDER BY id")
    case .region: try only("region", "SELECT region, region FROM customers ORDER BY id")
    case .group:
      let region = Key.dimension("region")
      if analysis.hasOwnGroups {
        query.analysis?.groupsLeftOut = [region]
      } else {
        query.keys = [region]
      }
    case .limit:
      query.analysis?.limitSaid = 3
      if !analysis.hasOwnGroups || analysis.keepsLimit { query.limit = 3 }
    }
  }
}
