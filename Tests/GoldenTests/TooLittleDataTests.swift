import Analyses
import DemoData
import FolderSupport
import Foundation
import SQLiteStore
import SemanticModel
import Testing
import Values

@testable import Assistant
@testable import Commands
@testable import Presentation

/// A database with hardly anything in it: what every analysis says of it.
enum ScarceData: String, CaseIterable, Sendable {
  case empty, noSales, oneOrder, threeCustomers, allEqual, nullColumns

  /// What makes it of the demonstration shop.
  var script: String {
    let delivered = "(SELECT MAX(id) FROM customer_orders WHERE status = 'delivered')"
    let few = "(SELECT id FROM customers ORDER BY id LIMIT 3)"
    return switch self {
    case .empty:
      [
        "sales_history", "customer_orders", "customers", "products", "suppliers", "stock_levels",
        "stock_movements", "returns", "costs",
      ].map { "DELETE FROM \($0);" }.joined()
    case .noSales: "DELETE FROM sales_history;"
    case .oneOrder:
      """
      DELETE FROM sales_history WHERE customer_order_id <> \(delivered);
      DELETE FROM returns; DELETE FROM stock_movements;
      DELETE FROM customer_orders WHERE id <> \(delivered);
      """
    case .threeCustomers:
      """
      DELETE FROM sales_history WHERE customer_id NOT IN \(few);
      DELETE FROM customer_orders WHERE customer_id NOT IN \(few); DELETE FROM returns;
      DELETE FROM customers WHERE id NOT IN \(few);
      """
    case .allEqual:
      """
      UPDATE sales_history SET quantity = 1, unit_price = 10, unit_cost = 5, discount_applied = 0,
        is_promotion = 0;
      UPDATE products SET unit_price = 10, unit_cost = 5;
      UPDATE stock_levels SET quantity_on_hand = 10;
      UPDATE customer_orders SET scheduled_days = 3, delivered_at = date(ordered_at, '+3 days');
      """
    case .nullColumns:
      """
      UPDATE sales_history SET unit_price = NULL, unit_cost = NULL, discount_applied = NULL,
        is_promotion = NULL, customer_id = NULL, warehouse_id = NULL;
      UPDATE products SET category = NULL, subcategory = NULL, supplier = NULL, supplier_id = NULL,
        unit_cost = NULL, lead_time_days = NULL, min_stock_level = NULL, max_stock_level = NULL;
      UPDATE customers SET segment = NULL, region = NULL, country = NULL, city = NULL;
      UPDATE customer_orders SET status = NULL, region = NULL, country = NULL, carrier = NULL,
        ship_mode = NULL, scheduled_days = NULL, shipped_at = NULL, delivered_at = NULL,
        customer_id = NULL;
      UPDATE stock_levels SET quantity_on_hand = NULL;
      """
    }
  }
}

@Suite("Too little data is said plainly, by every analysis")
struct TooLittleDataTests {
  private let folder = TemporaryFolder()

  private func assistant(_ data: ScarceData) throws -> Assistant {
    let path = folder.file("\(data.rawValue).db")
    try DemoDatabase.write(to: path, scale: 0.02)
    let connection = try Connection.open(sideFile: path)
    try connection.execute(data.script)
    let knowledge = try DemoAssistant.knowledge.get()
    return try Database.open(
      path,
      knowledge: knowledge,
      folder: SideFolder(override: folder.file("\(data.rawValue).side.db"), environment: [:]),
      asOf: CalendarDay(iso: "2026-03-31")
    )
    .assistant(knowledge)
  }

  @Test(
    "An answer or a refusal in whole sentences, and no number that is none",
    arguments: ScarceData.allCases
  )
  func told(data: ScarceData) throws {
    let assistant = try assistant(data)
    for method in AnalysisMethods.all {
      let analysis = try #require(assistant.model.analyses[method.name])
      for tongue in Tongue.allCases {
        var query = Query()
        query.measures = [Measure(try #require(analysis.figure))]
        query.analysis = AnalysisCall(method.name)
        let utterance = assistant.utterance("ventes", in: tongue)
        let answer = assistant.answer(query, to: utterance, carrying: nil)
        #expect(answer.status != .error, "\(method.name): \(String(describing: answer.reason))")
        let text = Wording(answer, model: assistant.model).sentences.joined(separator: " ")
        #expect(!text.isEmpty, "\(method.name)")
        for fault in ["nan", "inf ", "-inf", " .", ": .", ", ,", "()"] {
          #expect(!text.lowercased().contains(fault), "\(method.name): \(text)")
        }
        for case .real(let number) in answer.rows.joined() {
          #expect(number.isFinite, "\(method.name)")
        }
      }
    }
  }

  @Test(
    "Of three customers there are no groups, and of one order no forecast and no rates of other years"
  )
  func noInventedPrecision() throws {
    let three = try assistant(.threeCustomers).ask("Regroupe mes clients")
    #expect(three.findings.map(\.name) == ["too_few"])
    let one = try assistant(.oneOrder)
    let forecast = one.ask("Prévision par région")
    #expect(forecast.rows.isEmpty)
    let explored = one.ask("Analyse exploratoire des ventes de 2024")
    let figures = explored.rows.compactMap { $0.first?.text }
    #expect(!figures.contains("margin_rate") && !figures.contains("average_basket"))
  }
}
