import Assistant
import SemanticModel
import Testing
import Values

/// Questions about how good forecasts are, and about alerts, on the small demonstration shop, whose "now" is 31 March 2026.
@Suite("Accuracy, alerts, priorities and service level are asked like any other figure")
struct AccuracyQuestionTests {
  @Test(
    "The same query from either language",
    arguments: [
      (
        "Sur quels jours se trompe-t-on le plus ?", "On which days are we most wrong?",
        "{forecast_error_mape by weekday order measure 0 desc limit 10}"
      ),
      ("La précision s'améliore-t-elle ?", "Is accuracy improving?", "{forecast_accuracy by week}"),
      (
        "les prévisions s'améliorent-elles ?", "are the forecasts getting better?",
        "{forecast_accuracy by week}"
      ),
      (
        "Quel modèle prévoit le mieux ?", "Which model forecasts best?",
        "{model_error by forecast_model order measure 0 asc limit 1}"
      ),
      (
        "quel est le meilleur modèle de prévision ?", "which model is the best for forecasting?",
        "{model_error by forecast_model order measure 0 asc limit 1}"
      ),
      (
        "compare les modèles de prévision", "compare the forecasting models",
        "{model_error by forecast_model order measure 0 asc}"
      ),
      (
        "RMSE et MAE par catégorie", "RMSE and MAE by category",
        "{forecast_rmse, forecast_mae by category}"
      ),
      ("R2 des prévisions", "R2 of the forecasts", "{forecast_r2}"),
      (
        "prévoit-on trop ou pas assez ?", "are we forecasting too much or too little?",
        "{forecast_bias}"
      ),
      (
        "Le réel tombe-t-il souvent dans l'intervalle ?",
        "How often does reality fall in the interval?", "{backtest_coverage}"
      ),
      ("précision par horizon", "accuracy by horizon", "{backtest_accuracy by forecast_lead}"),
      (
        "Montre prévu contre réel la semaine dernière",
        "Show predicted versus actual last week",
        "{feedback_predicted, feedback_actual, forecast_gap, forecast_gap_status by day | [2026-03-23, 2026-03-30)}"
      ),
      (
        "écart entre prévu et réel par catégorie en mars",
        "gap between predicted and actual by category in March",
        "{feedback_predicted, feedback_actual, forecast_gap, forecast_gap_status by category | [2026-03-01, 2026-04-01)}"
      ),
      (
        "prévisions de CA contre réalisé en mars", "forecast versus actual revenue in March",
        "{feedback_predicted_revenue, feedback_actual_revenue, forecast_revenue_gap, forecast_revenue_gap_status by day | [2026-03-01, 2026-04-01)}"
      ),
      (
        "Quelle précision sans les jours exceptionnels ?",
        "What accuracy without exceptional days?",
        "{clean_accuracy, forecast_accuracy, clean_accuracy_gain}"
      ),
      (
        "MAPE par produit sans les anomalies", "MAPE by product without anomalies",
        "{clean_mape, forecast_error_mape, clean_mape_gain by product}"
      ),
      (
        "RMSE sans les jours exceptionnels", "RMSE without exceptional days",
        "{forecast_rmse where not exceptional_days}"
      ),
      (
        "Comment évoluent les alertes sur 7 jours ?", "How did alerts evolve over 7 days?",
        "{alert_count, resolved_alert_count by day, alert_severity | [2026-03-25, 2026-04-01)}"
      ),
      (
        "évolution du nombre de produits critiques", "trend of the number of critical products",
        "{alerting_products by day where stock_status=CRITIQUE}"
      ),
      (
        "Dans quel ordre traiter les alertes ?", "In which order should I handle the alerts?",
        "{priority_score, expected_loss, latest_order_date by product, stock_status where to_order order measure 0 desc}"
      ),
      (
        "par quoi commencer ?", "what should I handle first?",
        "{priority_score, expected_loss, latest_order_date by product, stock_status where to_order order measure 0 desc}"
      ),
      (
        "top 3 des priorités", "top 3 priorities",
        "{priority_score, expected_loss, latest_order_date by product, stock_status where to_order order measure 0 desc limit 3}"
      ),
      (
        "Pourquoi ces produits sont-ils critiques ?", "Why are these products critical?",
        "{outlook_stock, lead_days, lead_demand, status_reason, next_days_demand, stockout_date by product, stock_status where critical_products order measure 3 asc}"
      ),
      (
        "Pourquoi le stock est-il critique ?", "Why is the stock critical?",
        "{outlook_stock, lead_days, lead_demand, status_reason, next_days_demand, stockout_date by product, stock_status where critical_products order measure 3 asc}"
      ),
      ("Quel est notre taux de service ?", "What is our service level?", "{service_level}"),
      (
        "taux de service par entrepôt", "service level by warehouse",
        "{service_level_by_location by warehouse}"
      ),
      (
        "Combien économise-t-on à suivre les suggestions ?",
        "How much do we save by following the suggestions?", "{suggestion_savings}"
      ),
      (
        "EOQ par produit avec un coût de commande de 50 et un coût de possession de 5",
        "EOQ by product with an order cost of 50 and a holding cost of 5",
        "{economic_order_quantity(order 50.0, holding 5.0), year_demand by product order measure 0 desc}"
      ),
      (
        "quantité économique : demande annuelle 1200, coût de commande 50, coût de possession 5",
        "economic order quantity: annual demand 1200, order cost 50, holding cost 5",
        "{economic_order_quantity_said(order 50.0, holding 5.0, demand 1200.0)}"
      ),
    ]
  )
  func readings(french: String, english: String, query: String) throws {
    for (question, tongue) in [(french, Tongue.french), (english, .english)] {
      let answer = try DemoAssistant.ask(question, in: tongue)
      #expect(answer.status == .answered, "\(question): \(answer.reason.map { "\($0)" } ?? "")")
      #expect(answer.query?.description == query, "\(question)")
    }
  }

  @Test("1200 a year, 50 an order and 5 a unit and year make 155")
  func economicOrder() throws {
    let answer = try DemoAssistant.ask(
      "quantité économique : demande annuelle 1200, coût de commande 50, coût de possession 5"
    )
    #expect(answer.rows == [[.real(155)]])
  }

  @Test(
    "Without its costs an economic order quantity is refused, and says which it needs",
    arguments: [
      ("Quelle est la quantité économique du ventilateur ?", true, true),
      ("EOQ with an order cost of 50", false, true),
      ("quantité économique avec un coût de possession de 5", true, false),
    ]
  )
  func missingCosts(question: String, order: Bool, holding: Bool) throws {
    let answer = try DemoAssistant.ask(question)
    #expect(answer.status == .refused)
    guard case .missingTerms(let need, _) = answer.reason else {
      Issue.record("\(question): \(String(describing: answer.reason))")
      return
    }
    #expect((need.orderCost, need.holdingCost) == (order, holding))
  }

  @Test("Economic order quantities are those of the demand beside them")
  func economicOrders() throws {
    let answer = try DemoAssistant.ask(
      "EOQ par produit avec un coût de commande de 50 et un coût de possession de 5"
    )
    #expect(!answer.rows.isEmpty)
    for row in answer.rows {
      let demand = try #require(row[2].number)
      #expect(row[1].number == (2 * demand * 50 / 5).squareRoot().rounded(), "\(row)")
    }
  }

  @Test("Predicted beside actual: gap and status of each day follow from the two")
  func confrontation() throws {
    let answer = try DemoAssistant.ask("prévu contre réel en mars")
    #expect(answer.rows.count == 31)
    for row in answer.rows {
      let (predicted, actual) = (row[1].number ?? 0, row[2].number ?? 0)
      guard actual > 0 else {
        #expect(row[3].isNull && row[4].isNull)
        continue
      }
      let gap = (predicted - actual) / actual
      #expect(abs((row[3].number ?? 9) - gap) < 1e-9)
      let status = abs(gap) <= 0.15 ? "≤ 15 %" : abs(gap) <= 0.3 ? "≤ 30 %" : "> 30 %"
      #expect(row[4] == .text(status))
    }
  }

  @Test("Accuracy without exceptional days is that of the other days, told beside the plain one")
  func clean() throws {
    let answer = try DemoAssistant.ask("précision sans les jours exceptionnels")
    let row = try #require(answer.rows.first).compactMap(\.number)
    #expect(abs(row[2] - 100 * (row[0] - row[1])) < 1e-9)
    let plain = try figure("précision des prévisions")
    #expect(row[1] == plain)
  }

  @Test("Service level and stock-out rate are the two parts of one whole")
  func serviceLevel() throws {
    for period in ["", " en mars 2026", " en 2025"] {
      let service = try figure("taux de service" + period)
      let out = try figure("taux de rupture" + period)
      #expect(abs(service + out - 1) < 1e-12, "\(period)")
    }
  }

  @Test("Savings are the losses of what is to be ordered")
  func savings() throws {
    let losses = try DemoAssistant.ask("perte estimée des produits à commander par produit").rows
    let sum = losses.reduce(0) { $0 + ($1.last?.number ?? 0) }
    #expect(abs(try figure("combien économise-t-on à suivre les suggestions ?") - sum) < 0.01)
  }

  @Test("Alert levels are kept from the first run on, and the answer says so")
  func beginning() throws {
    let answer = try DemoAssistant.ask("évolution du nombre de produits critiques")
    let says = answer.assumptions.contains { assumption in
      if case .beginsOn(let day, _) = assumption {
        day == CalendarDay(iso: "2026-03-31")
      } else {
        false
      }
    }
    #expect(says)
    #expect(answer.rows.count == 1)
  }

  private func figure(_ question: String) throws -> Double {
    let answer = try DemoAssistant.ask(question)
    return try #require(answer.rows.first?.first?.number, "\(question)")
  }
}
