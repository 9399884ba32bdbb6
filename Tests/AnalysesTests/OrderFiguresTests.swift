import Planning
import SemanticModel
import Testing
import Values

@testable import Analyses

@Suite("Orders from dirty figures")
struct OrderFiguresTests {
  /// Quantities to order that no whole number holds.
  private struct Dirty: FigureSource {
    let quantity: Double

    func canTell(_ query: Query) -> Bool { query.measures.map(\.metric) == ["order_quantity"] }

    func figures(of query: Query) -> FigureTable {
      FigureTable(
        columns: [
          PlannedColumn(role: .key(.dimension("product")), name: "product", unit: .text),
          PlannedColumn(role: .measure(0), name: "order_quantity", unit: .count),
        ],
        rows: [[.text("Chair"), .real(quantity)]]
      )
    }
  }

  @Test("They are cut to what can be counted", arguments: [1e30, .infinity])
  func huge(quantity: Double) throws {
    let figures = DailyFigures(
      firstDay: CalendarDay(ordinal: 0),
      count: 1,
      figure: { _, _ in 0 },
      metric: "order_quantity"
    )
    let request = figures.request("purchase_draft", source: Dirty(quantity: quantity))
    let drafts = try PurchaseDrafting().result(request)
    #expect(drafts.rows.count == 1)
  }
}
