import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct ReceiptTests {
  private let sales = query(["revenue"], by: [.dimension("category")])

  private func rendered(
    _ answer: Answer,
    _ change: (inout Renderer.Options) -> Void = { _ in }
  ) -> String {
    var options = Renderer.Options()
    change(&options)
    return visible(
      Renderer.render(answer, model: Shop.model, format: .text, options: options)
    )
  }

  @Test func `the receipt shows SQL and parameters when verbose`() {
    var full = answer(.french, sales, [[.text("A"), .real(1)]])
    full.sql = "SELECT 1"
    full.parameters = [.text("x"), .integer(2)]
    full.confidence = 0.973
    full.timings.total = 2.93
    full.receipt.checks = [.init(.groupsAddUp, passed: true), .init(.readOnly, passed: false)]
    full.receipt.excludedRows = ["sales.order_date": 3]
    let receipt = ReceiptText(full, model: Shop.model)
    #expect(
      receipt.lines(verbose: true).map(visible) == [
        "Compris_: chiffre d'affaires par catégorie en 2018",
        "Période_: du 01/01/2018 au 31/12/2018", "Données jusqu'au_: 30/12/2018",
        "Lignes écartées_: sales.order_date_: 3",
        "Contrôles_: total = somme des groupes ✓, lecture seule ✗", "SQL_: SELECT 1",
        "Paramètres_: \"x\", 2",
        "Étapes_: compréhension 0,0_ms, requête 0,0_ms, rédaction 0,0_ms",
        "Confiance_: 97_% – temps_: 2,9_ms",
      ]
    )
    #expect(!receipt.lines(verbose: false).contains { $0.hasPrefix("SQL") })
  }

  @Test func `a brief receipt is one line when nothing worries`() {
    let plain = answer(.french, sales, [[.text("A"), .real(1)]])
    #expect(
      ReceiptText(plain, model: Shop.model).brief.map(visible) == [
        "chiffre d'affaires par catégorie en 2018 (du 01/01/2018 au 31/12/2018)"
          + " – données jusqu'au 30/12/2018"
      ]
    )
  }

  @Test func `a brief receipt warns in a second line`() {
    var partial = year(2018)
    partial.isPartial = true
    var bad = answer(
      .english,
      query(["revenue"], by: [.dimension("category")], in: partial) { $0.comparison = year(2017) },
      []
    )
    bad.receipt.checks = [.init(.groupsAddUp, passed: false), .init(.readOnly, passed: true)]
    bad.receipt.excludedRows = ["sales.order_date": 3]
    let lines = ReceiptText(bad, model: Shop.model).brief
    #expect(lines.count == 2)
    #expect(
      lines[0].hasSuffix(
        "(from 1 January 2018 to 31 December 2018; comparison: from 1 January 2017 to 31 December 2017)"
          + " – data until 30 December 2018"
      )
    )
    #expect(
      lines[1] == "⚠ the period is not over; rows left out: sales.order_date: 3; "
        + "failed check: total = sum of the groups"
    )
  }

  @Test func `days that the words already name are not said twice`() {
    let all = answer(.english, query(["revenue"], in: nil), [[.real(1)]])
    #expect(
      ReceiptText(all, model: Shop.model).brief == [
        "revenue over the whole history (from 3 January 2015 to 30 December 2018)"
          + " – data until 30 December 2018"
      ]
    )
  }

  @Test func `text has as much of the receipt as is wanted`() {
    let plain = answer(.english, sales, [[.text("A"), .real(1)]])
    let full = Renderer.receipt(plain, model: Shop.model)
    #expect(rendered(plain).hasSuffix("\n\n" + visible(full)))
    #expect(rendered(plain) { $0.receipt = .brief }.hasSuffix(" – data until 30 December 2018"))
    #expect(!rendered(plain) { $0.receipt = .none }.contains("\n\n"))
    #expect(!rendered(plain) { $0.quiet = true }.contains("\n\n"))
  }

  @Test func `the receipt alone has the SQL when verbose and is dimmed with colour`() {
    var plain = answer(.english, sales, [[.text("A"), .real(1)]])
    plain.sql = "SELECT 1"
    var options = Renderer.Options()
    options.color = true
    #expect(!Renderer.receipt(plain, model: Shop.model, options: options).contains("SQL"))
    options.verbose = true
    let text = Renderer.receipt(plain, model: Shop.model, options: options)
    #expect(text.contains("\u{1B}[2mSQL: SELECT 1\u{1B}[0m\n"))
  }
}
