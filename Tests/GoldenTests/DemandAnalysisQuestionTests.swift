import Analyses
import SemanticModel
import Testing
import Values

@testable import Assistant

/// Shapes of demand asked in words, on the small demonstration shop, whose "now" is 31 March 2026.
@Suite("Seasons, peaks and forecasts by kind of customer")
struct DemandAnalysisQuestionTests {
  @Test(
    "The same query from either language",
    arguments: [
      (
        "Y a-t-il une saisonnalité ?", "Is there any seasonality?",
        "{units_sold analysed: decomposition}"
      ),
      (
        "saisonnalité du CA par jour de la semaine", "seasonality of revenue by weekday",
        "{revenue by weekday analysed: decomposition}"
      ),
      (
        "Y a-t-il un pic de ventes prévu ?", "Is a sales peak coming?",
        "{forecast_units | [2026-04-01, 2026-05-01) analysed: demand_peaks}"
      ),
      (
        "y a-t-il des pics récurrents ?", "any recurring unexplained peaks?",
        "{units_sold analysed: recurring_peaks}"
      ),
      (
        "détecte les anomalies de ventes en mars", "detect sales anomalies in March",
        "{units_sold | [2026-03-01, 2026-04-01) analysed: sales_anomalies}"
      ),
      (
        "des ventes anormales par catégorie en février ?",
        "any unusual sales by category in February?",
        "{units_sold by category | [2026-02-01, 2026-03-01) analysed: sales_anomalies}"
      ),
      (
        "prévision des ventes par canal de vente le mois prochain",
        "units forecast by sales channel next month",
        "{units_sold by channel | [2026-04-01, 2026-05-01) analysed: filtered_forecast}"
      ),
      (
        "CA prévu en mai pour le segment Corporate",
        "forecast revenue in May for the Corporate segment",
        "{revenue where segment=Corporate | [2026-05-01, 2026-06-01) analysed: filtered_forecast}"
      ),
    ]
  )
  func parity(french: String, english: String, query: String) throws {
    try DemoAssistant.expect(query, from: french, english)
  }

  @Test("Clean accuracy leaves out the days that lessons single out")
  func taughtDays() throws {
    let answer = try DemoAssistant.ask("quelle précision sans les jours exceptionnels en mars ?")
    #expect(answer.sql?.contains("optiflow_exceptional_days") == true)
  }

  @Test("A decomposition of the shop tells trend, week and year, and follows up")
  func decomposition() throws {
    var talk = Conversation(try DemoAssistant.assistant())
    let whole = talk.ask("décompose la saisonnalité des ventes")
    #expect(whole.findings.map(\.name).contains("year") && whole.rows.count == 12)
    let one = talk.ask("et pour les climatiseurs ?")
    #expect(one.query?.analysis?.name == "decomposition" && one.query?.filters.isEmpty == false)
  }
}
