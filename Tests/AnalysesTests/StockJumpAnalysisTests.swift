import Planning
import SemanticModel
import Testing
import Values

@testable import Analyses

@Suite("Jumps of stock, and what explains them")
struct StockJumpAnalysisTests {
  private static let firstDay = CalendarDay(year: 2024, month: 1, day: 1) ?? CalendarDay(ordinal: 0)
  private static let weeks = 40

  /// Two products in a warehouse, 5 and 3 pieces a week and a delivery each tenth week; in the last week one jumps by 300.
  private func stock(withMovements: Bool, explained: Double = 0) -> TableFigures {
    var rows: [TableFigures.Row] = []
    for (product, pace) in [("chair", 5.0), ("lamp", 3.0)] {
      var level = 100.0
      for week in 0..<Self.weeks {
        let day = Self.firstDay.adding(days: 7 * week)
        let members = ["product": product, "warehouse": "north"]
        let jump = product == "chair" && week == Self.weeks - 1 ? 300.0 : 0
        let delivery = week % 10 == 0 && week > 0 ? 10 * pace : 0
        let sold = week == 0 ? 0 : pace + Double(week % 3) - 1
        level += delivery + jump - sold
        rows.append(
          TableFigures.Row(
            members: members,
            day: day,
            figures: ["snapshot_quantity": level, "snapshot_count": 1]
          )
        )
        guard withMovements else { continue }
        let received = delivery + (jump > 0 ? explained : 0)
        rows.append(
          TableFigures.Row(
            members: members,
            day: day,
            figures: ["units_in": received, "units_out": sold]
          )
        )
      }
    }
    return TableFigures(rows: rows)
  }

  private func result(_ figures: TableFigures) throws -> AnalysisResult {
    let now = Self.firstDay.adding(days: 7 * Self.weeks)
    let request = figures.request("stock_jumps", of: "snapshot_quantity", now: now)
    return try StockJumps().result(request)
  }

  @Test("A jump that nothing recorded explains is told, with what is left of it")
  func unexplained() throws {
    let result = try result(stock(withMovements: true))
    #expect(result.findings.map(\.name) == ["found", "unexplained", "method"])
    let row = try #require(result.rows.first)
    #expect(row[0] == .text("chair") && row[1] == .text("north"))
    #expect(row.last == .real(300))
    let change = try #require(row[5].number)
    #expect(row[4].number.map { $0 - (row[3].number ?? 0) } == change)
  }

  @Test("A delivery explains it; without movements that cannot be said")
  func explained() throws {
    let delivered = try result(stock(withMovements: true, explained: 300))
    #expect(delivered.findings.map(\.name) == ["found", "explained", "method"])
    #expect(delivered.rows.first?.last == .real(0))
    let silent = try result(stock(withMovements: false))
    #expect(silent.findings.map(\.name) == ["found", "no_flows", "method"])
    #expect(silent.columns.count == 6 && silent.rows.allSatisfy { $0.count == 6 })
  }

  @Test("One snapshot is too few")
  func few() throws {
    let one = TableFigures(rows: [
      .init(
        members: ["product": "chair", "warehouse": "north"],
        day: Self.firstDay,
        figures: ["snapshot_quantity": 3, "snapshot_count": 1]
      )
    ])
    #expect(try result(one).findings.map(\.name) == ["too_few"])
  }
}
