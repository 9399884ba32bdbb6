import Planning
import SemanticModel
import Testing
import Values

@Suite("A figure the database has no rows for gives way to its fallback")
struct FallbackTests {
  /// Two products, three days predicted and sold, one of them with an anomaly that was validated.
  private static func shop(without missing: Set<String> = [], feedback: Bool = true) throws
    -> ShopDatabase
  {
    var tables = ShopTables()
    tables["products"] = (1...2).map { id in
      [
        "id": .integer(Int64(id)), "name": .text("P\(id)"), "category": .text("C"),
        "unit_price": .real(2),
      ]
    }
    tables["sales_history"] = [("2024-02-01", 1, 4)].map { day, product, units in
      ["order_date": .text(day), "product_id": .integer(product), "quantity": .integer(units)]
    }
    tables["stock_levels"] = [
      [
        "recorded_at": .text("2024-02-01"), "product_id": .integer(1),
        "quantity_on_hand": .integer(3),
      ]
    ]
    if feedback {
      tables["prediction_feedback"] = [
        ("2024-02-05", 1, 8.0, 10.0), ("2024-02-06", 1, 10, 10), ("2024-02-06", 2, 30, 10),
      ].map { day, product, predicted, actual in
        [
          "date": .text(day), "product_id": .integer(product), "predicted_value": .real(predicted),
          "actual_value": .real(actual),
        ]
      }
      tables["anomalies"] = [
        ("2024-02-06 08:00:00", 2, "validated"), ("2024-02-06", 2, "ignored"),
        ("2024-02-05", 1, "pending"),
      ].map { day, product, status in
        ["detection_date": .text(day), "product_id": .integer(product), "status": .text(status)]
      }
    }
    return try ShopDatabase(tables, without: missing, now: .on("2024-02-10"))
  }

  @Test("without the table, another figure is told; with it, the figure itself")
  func missingTable() throws {
    let query = Query("forecast_wape", by: [.dimension("category")])
    let bare = try Self.shop(feedback: false)
    #expect(try bare.planner.planTold(query).query.measures.map(\.metric) == ["backtest_wape"])
    #expect(try Self.shop().planner.planTold(query).query == query)
  }

  @Test("a period without a row of it is told by the fallback, where that has rows")
  func emptyPeriod() throws {
    var query = Query("forecast_accuracy")
    let shop = try Self.shop()
    query.period = Period(start: .on("2024-02-05"), end: .on("2024-02-07"))
    #expect(try shop.planner.planTold(query).query.measures[0].metric == "forecast_accuracy")
    query.period = Period(start: .on("2024-02-08"), end: .on("2024-02-09"))
    #expect(try shop.planner.planTold(query).query.measures[0].metric == "backtest_accuracy")
    query.period = Period(start: .on("2020-01-01"), end: .on("2021-01-01"))
    #expect(try shop.planner.planTold(query).query.measures[0].metric == "forecast_accuracy")
  }

  @Test("no alert in a period is none, and no gap in the data")
  func countsOfNone() throws {
    var tables = try Self.shop().tables
    tables["alerts"] = [["id": .integer(1), "created_at": .text("2024-02-01")]]
    let shop = try ShopDatabase(tables, now: .on("2024-02-10"))
    var query = Query("alert_count")
    query.period = Period(start: .on("2024-02-10"), end: .on("2024-02-11"))
    #expect(try shop.planner.planTold(query).query == query)
    #expect(try shop.figure(query) == 0)
  }

  @Test("a state that is assumed of the rows goes with them")
  func assumedState() throws {
    let shop = try Self.shop(feedback: false)
    let query = Query(
      "alert_count",
      where: [.segment("active_alerts", days: nil, negated: false)]
    )
    let told = try shop.planner.planTold(query).query
    #expect(told.measures.map(\.metric) == ["alerting_products"])
    #expect(told.filters.isEmpty)
  }

  @Test("what has no fallback is missing as before")
  func noFallback() throws {
    let shop = try Self.shop(feedback: false)
    #expect(throws: PlanningProblem.missingTable("returns")) {
      try shop.planner.planTold(Query("returned_units"))
    }
  }

  @Test("errors of three days, by hand")
  func errors() throws {
    let shop = try Self.shop()
    // Errors −2, 0, 20 on actuals of 10.
    #expect(try shop.figure(Query("forecast_mae")) == 22.0 / 3)
    #expect(
      abs(try #require(try shop.figure(Query("forecast_rmse"))) - (404.0 / 3).squareRoot()) < 1e-9
    )
    #expect(try shop.figure(Query("forecast_wape")) == 22.0 / 30)
    #expect(try shop.figure(Query("forecast_gap")) == 18.0 / 30)
    let statuses = try shop.rows(Query("forecast_gap_status", by: [.time(.day)])).map { $0[1] }
    // −20 % and +100 %.
    #expect(statuses.filter { !$0.isNull } == [.text("≤ 30 %"), .text("> 30 %")])
    #expect(try shop.figure(Query("feedback_predicted_revenue")) == 96)
    #expect(try shop.figure(Query("forecast_r2")) == nil)
  }

  @Test("days with a validated or ignored anomaly are left out, and no row is counted twice")
  func cleanDays() throws {
    let shop = try Self.shop()
    // Two anomalies on the day of product 2 leave it out once; a pending one leaves nothing out.
    #expect(try shop.figure(Query("clean_wape")) == 2.0 / 20)
    #expect(try shop.figure(Query("clean_accuracy")) == 0.9)
    #expect(try shop.figure(Query("clean_mape")) == 0.1)
    #expect(
      abs(try #require(try shop.figure(Query("clean_mape_gain"))) - 100 * (2.2 / 3 - 0.1)) < 1e-9
    )
    #expect(
      try shop.rows(Query("clean_wape", by: [.dimension("product")]))
        == [[.text("P1"), .real(0.1)], [.text("P2"), .null]]
    )
    let marked = Query(
      "forecast_mae",
      where: [.segment("exceptional_days", days: nil, negated: false)]
    )
    #expect(try shop.figure(marked) == 20)
    let others = Query(
      "forecast_mae",
      where: [.segment("exceptional_days", days: nil, negated: true)]
    )
    #expect(try shop.figure(others) == 1)
  }

  @Test("where no anomaly was ever recorded, no day is left out of the clean figures")
  func cleanWithoutAnomalies() throws {
    var tables = try Self.shop().tables
    tables.rows["anomalies"] = nil
    let shop = try ShopDatabase(tables, now: .on("2024-02-10"))
    #expect(try shop.figure(Query("clean_wape")) == shop.figure(Query("forecast_wape")))
    #expect(try shop.figure(Query("clean_accuracy_gain")) == 0)
  }

  @Test("figures made only of what was said need no rows")
  func saidOnly() throws {
    let shop = try Self.shop()
    var query = Query("economic_order_quantity_said")
    query.measures[0].terms = OrderTerms(orderCost: 50, holdingCost: 5, annualDemand: 1200)
    #expect(try shop.figure(query) == 155)
    query.keys = [.time(.month)]
    #expect(throws: PlanningProblem.undated(dataset: "")) { try shop.planner.plan(query) }
  }
}
