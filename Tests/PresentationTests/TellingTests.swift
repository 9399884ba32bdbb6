import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite("Figures that are told together") struct TellingTests {
  private static let product = Key.dimension("product")
  private static let status = Key.dimension("stock_status")

  /// The shop's nouns, with the figures that are told together.
  private static let model: SemanticModel = {
    func metric(_ name: String, _ unit: Metric.Unit, told figures: [String] = []) -> Metric {
      Metric(
        name: name,
        dataset: "sales",
        expression: .call("sum", [.name(["amount"])]),
        unit: unit,
        better: .neutral,
        emptyIsZero: false,
        noun: Shop.noun((name, name, false), (name, name)),
        description: LocalizedText(french: "", english: ""),
        telling: figures.isEmpty ? nil : Metric.Telling(figures: figures)
      )
    }
    let status = Dimension(
      name: "stock_status",
      dataset: "sales",
      key: .name(["status"]),
      label: .name(["status"]),
      overrides: [:],
      type: .text,
      policy: .none,
      isEntity: false,
      computation: nil,
      noun: Shop.noun(("statut", "statuts", false), ("status", "statuses")),
      description: LocalizedText(french: "", english: ""),
      valueWords: [
        .init(
          value: "CRITIQUE",
          label: LocalizedText(french: "critique", english: "critical"),
          synonyms: []
        )
      ]
    )
    return SemanticModel(
      datasets: Array(Shop.model.datasets.values),
      dimensions: Array(Shop.model.dimensions.values) + [status],
      metrics: [
        metric("predicted", .count), metric("actual", .count), metric("gap", .percent),
        metric("nearness", .text),
        metric("forecast_check", .percent, told: ["predicted", "actual", "gap", "nearness"]),
        metric("stock", .count), metric("lead", .days), metric("demand", .count),
        metric("reserve", .count), metric("out", .date),
        metric(
          "status_reason",
          .count,
          told: ["stock", "lead", "demand", "status_reason", "reserve", "out"]
        ),
        metric("loss", .currency),
        metric("priority_score", .number, told: ["priority_score", "loss"]),
      ],
      segments: Array(Shop.model.segments.values),
      analyses: []
    )
  }()

  private func text(_ tongue: Tongue, _ asked: Query, _ rows: [[Value]]) -> String {
    let columns = columns(asked, in: Self.model)
    return visible(
      Wording(answer(tongue, asked, rows, columns: columns), model: Self.model).text
    )
  }

  @Test func `a forecast is set against what came: sums, gap, and how many were near`() {
    let asked = query(["predicted", "actual", "gap", "nearness"], by: [Self.product])
    let rows: [[Value]] = [
      [.text("A"), .real(110), .real(100), .real(0.1), .text("≤ 15 %")],
      [.text("B"), .real(50), .real(40), .real(0.25), .text("≤ 30 %")],
      [.text("C"), .real(5), .real(0), .null, .null],
    ]
    #expect(
      text(.french, asked, rows)
        == "En 2018, le prévu est de 165 et le réel de 140, soit un écart de +17,9_%. Sur 3 produits, 1 à 15_% près et 2 à 30_% près."
    )
    #expect(
      text(.english, asked, rows)
        == "In 2018, the forecast was 165 and the actual 140, a gap of +17.9%. Of 3 products, 1 within 15% and 2 within 30%."
    )
  }

  @Test func `a state is told with what it rests on`() {
    let asked = query(
      ["stock", "lead", "demand", "status_reason", "reserve", "out"],
      by: [Self.product, Self.status],
      in: nil
    )
    let rows: [[Value]] = [
      [
        .text("A"), .text("CRITIQUE"), .integer(2), .integer(5), .real(12), .real(-10), .real(6),
        .text("2018-03-04"),
      ],
      [
        .text("B"), .text("ATTENTION"), .integer(14), .integer(5), .real(12), .real(2), .real(6),
        .null,
      ],
      [.text("C"), .text("OK"), .integer(40), .integer(5), .real(12), .real(28), .real(6), .null],
      [.text("D"), .null, .null, .integer(5), .real(12), .null, .real(6), .null],
    ]
    #expect(
      text(.french, asked, Array(rows.prefix(1)))
        == "A_: critique_; 2 en stock pour 12 ventes prévues pendant le délai de 5 jours, il en manque 10_; rupture prévue le 04/03/2018."
    )
    #expect(
      text(.english, asked, Array(rows[1...2]))
        == "B: ATTENTION; 14 in stock for 12 forecast sales over the lead time of 5 days, only 2 left, less than the 6 forecast for 3 days. C: OK; 40 in stock for 12 forecast sales over the lead time of 5 days, 28 left, more than the 6 forecast for 3 days."
    )
    #expect(text(.french, asked, [rows[3]]) == "D_: le stock est inconnu, donc le statut aussi.")
    #expect(text(.french, asked, rows).hasSuffix("Un autre produit est dans le tableau."))
    #expect(text(.english, asked, []).hasPrefix("There are no products"))
  }

  @Test func `priorities are told in their order`() {
    let asked = query(["priority_score", "loss"], by: [Self.product, Self.status], in: nil)
    let rows: [[Value]] = [
      [.text("A"), .text("CRITIQUE"), .real(180.5), .real(10)],
      [.text("B"), .text("ATTENTION"), .real(60), .real(0)],
    ]
    #expect(
      text(.french, asked, rows)
        == "Par ordre de priorité_: A (critique, 180,5) et B (ATTENTION, 60)."
    )
    #expect(
      text(.english, asked, rows)
        == "In order of priority: A (critical, 180.5) and B (ATTENTION, 60)."
    )
  }

  @Test func `what begins only within the period is said`() {
    var answer = answer(.french, query(["revenue"]), [[.real(5)]])
    answer.assumptions = [
      .beginsOn(day("2018-03-04"), of: LocalizedText(french: "niveaux", english: "levels"))
    ]
    #expect(
      Wording(answer, model: Shop.model).assumptions.map(visible)
        == ["Niveaux_: seulement à partir du 04/03/2018."]
    )
  }
}
