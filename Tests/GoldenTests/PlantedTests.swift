import DemoData
import FolderSupport
import SQLiteStore
import SemanticModel
import Testing
import Values

@testable import Analyses
@testable import Assistant
@testable import Commands

/// What the generator of the demonstration shop plants, found again by the analyses that look for it.
@Suite("What the demonstration shop plants is found")
struct PlantedTests {
  private let folder = TemporaryFolder()

  /// A shop of its own, with the assistant on it.
  private func shop() throws -> (Connection, Assistant) {
    let path = folder.file("planted.db")
    try DemoDatabase.write(to: path, scale: 0.02)
    let knowledge = try DemoAssistant.knowledge.get()
    let assistant = try Database.open(
      path,
      knowledge: knowledge,
      folder: SideFolder(override: folder.file("planted.side.db"), environment: [:]),
      asOf: CalendarDay(iso: "2026-03-31")
    )
    .assistant(knowledge)
    return (try Connection.open(sideFile: path), assistant)
  }

  @Test("Articles that call for another one have it proposed first")
  func companions() throws {
    let pairs = [
      ("Climatiseur mobile Polaire 9000 BTU", "Kit de calfeutrage pour fenêtre"),
      ("Perceuse-visseuse sans fil 18 V", "Coffret de 40 forets"),
      ("Barbecue à charbon 57 cm", "Charbon de bois 5 kg"),
      ("Imprimante multifonction jet d’encre", "Cartouche d’encre noire XL"),
      ("Tapis de yoga antidérapant", "Briques de yoga en liège (paire)"),
    ]
    let proposed = try pairs.map { article, companion in
      try DemoAssistant.ask("Que proposer avec \(article) ?").rows.first?.first == .text(companion)
    }
    #expect(proposed.count(where: \.self) >= 4, "\(proposed)")
  }

  @Test("Customers who left long ago are of no active segment, and are not expected back")
  func leavers() throws {
    let (connection, assistant) = try shop()
    let gone = try connection.query(
      """
      SELECT c.name FROM customers c JOIN customer_orders o ON o.customer_id = c.id
      WHERE o.status NOT IN ('cancelled', 'suspected_fraud')
      GROUP BY c.id
      HAVING MAX(o.ordered_at) < '2025-03-01' AND COUNT(*) >= 5
        AND (SELECT COUNT(*) FROM customers d WHERE d.name = c.name) = 1
      ORDER BY COUNT(*) DESC, c.id LIMIT 3
      """
    ).rows.compactMap { $0.first?.text }
    try #require(gone.count == 3)
    let active: Set<Value> = ["Champions", "Potentiels", "Nouveaux"].map { .text($0) }.reduce(
      into: []
    ) { $0.insert($1) }
    for name in gone {
      let score = assistant.ask("Quel est le score RFM de \(name) ?")
      #expect(score.rows.count == 1 && active.isDisjoint(with: score.rows[0]), "\(name)")
      let next = assistant.ask("Quand \(name) va-t-il recommander ?").findings.first?.name
      #expect(["overdue", "next_open"].contains(next), "\(name): \(next ?? "–")")
    }
    let list = assistant.ask("Quels clients risquent de partir ?")
    #expect(list.findings.contains { $0.name == "gone" })
  }

  @Test("Orders of the night are counted as the database has them")
  func nightOrders() throws {
    let (connection, assistant) = try shop()
    let counted = try connection.query(
      """
      SELECT COUNT(*) FROM customer_orders
      WHERE status NOT IN ('cancelled', 'suspected_fraud')
        AND id IN (SELECT customer_order_id FROM sales_history)
        AND (substr(ordered_at, 12, 2) < '06' OR substr(ordered_at, 12, 2) = '23')
      """
    ).rows.first?.first?.number
    let answer = assistant.ask("commandes passées la nuit")
    let finding = try #require(answer.findings.first)
    #expect(finding.name == "found")
    #expect(finding.places["count"] == .count(Int(counted ?? 0)))
    #expect(assistant.ask("orders placed at night").rows == answer.rows)
  }

  @Test("The supplier whose share is asked about is told among all of them")
  func oneSupplier() throws {
    let answer = try DemoAssistant.ask("sommes-nous trop dépendants du fournisseur Nordkälte AB ?")
    let all = try DemoAssistant.ask("de quels fournisseurs dépendons-nous trop ?")
    #expect(answer.findings.map(\.name) == ["one"])
    #expect(answer.rows.count == 1)
    #expect(answer.rows.first == all.rows.first { $0.first == .text("Nordkälte AB") })
  }
}
