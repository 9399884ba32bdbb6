import Glibc
import Testing
import Values

@testable import Analytics

@Suite("Stock-outs, losses and latest orders, by hand")
struct ReplenishmentStockTests {
  private let tens = SampleStock.steady(10, days: 30)

  @Test("The stock-out day is the first that the cumulated forecast exceeds what there is")
  func day() {
    #expect(StockOut(SampleStock.situation(onHand: 35, means: tens)).day == 4)
    #expect(StockOut(SampleStock.situation(onHand: 30, means: tens)).day == 4)
    #expect(StockOut(SampleStock.situation(onHand: 29, means: tens)).day == 3)
    #expect(StockOut(SampleStock.situation(onHand: 0, means: tens)).day == 1)
    #expect(StockOut(SampleStock.situation(onHand: -5, means: tens)).isOutNow)
    #expect(StockOut(SampleStock.situation(onHand: 300, means: tens)).day == nil)
    let nothing = StockOut(SampleStock.situation(onHand: 0, means: []))
    #expect(nothing.day == nil && nothing.earliest == nil && nothing.horizon == 0)
    #expect(StockOut(SampleStock.situation(onHand: 0, means: [0, 0])).day == nil)
  }

  @Test("Receipts count from their day on, overdue ones never")
  func receipts() {
    let situation = SampleStock.situation(
      onHand: 35,
      receipts: [
        ExpectedReceipt(day: 4, quantity: 20), ExpectedReceipt(day: -2, quantity: 99),
        ExpectedReceipt(day: 2, quantity: 0), ExpectedReceipt(day: 40, quantity: 500),
      ],
      means: tens
    )
    let out = StockOut(situation)
    #expect(out.day == 6 && out.received == 20 && out.overdue == 99)
    #expect(situation.receipts.count == 2)
    // One day too late, the receipt does not help.
    let late = SampleStock.situation(
      onHand: 35,
      receipts: [ExpectedReceipt(day: 5, quantity: 20)],
      means: tens
    )
    #expect(StockOut(late).day == 4)
    let today = SampleStock.situation(
      onHand: 35,
      receipts: [ExpectedReceipt(day: 0, quantity: 20)],
      means: tens
    )
    #expect(StockOut(today).day == 6)
  }

  @Test("The range is that of the bounds of cumulated demand")
  func range() throws {
    let situation = SampleStock.situation(
      onHand: 100,
      means: tens,
      bounds: tens.map { _ in 4...16 }
    )
    let out = StockOut(situation)
    let earliest = try #require(out.earliest)
    let latest = try #require(out.latest)
    #expect(out.day == 11 && earliest < 11 && latest > 11)
    for (bound, day) in [(true, earliest), (false, latest)] {
      let value = { (days: Int) in
        let range = situation.demand.range(days: days, level: 0.8)
        return bound ? range.upperBound : range.lowerBound
      }
      #expect(value(day) > 100 && value(day - 1) <= 100)
    }
    let certain = StockOut(SampleStock.situation(onHand: 100, means: tens))
    #expect(certain.earliest == 11 && certain.latest == 11)
    let far = StockOut(
      SampleStock.situation(onHand: 310, means: tens, bounds: tens.map { _ in 4...16 })
    )
    #expect(far.day == nil && far.earliest != nil && far.latest == nil)
  }

  @Test("The risk is that of the demand's distribution beyond stock and receipts")
  func risk() {
    // The deviation of a day is (16 − 4) ÷ (2 × 1.2816).
    let deviation = 12 / (2 * 1.281_551_6)
    let situation = SampleStock.situation(
      onHand: 50,
      receipts: [ExpectedReceipt(day: 7, quantity: 30)],
      means: tens,
      bounds: tens.map { _ in 4...16 }
    )
    let variance = deviation * deviation * (7 + 0.1 * 42)
    let total = situation.demand.total(days: 7)
    #expect(abs(total.variance - variance) < 1e-4)
    let risk = StockOutRisk(situation, within: 7)
    #expect(risk.available == 80 && risk.demand == 70)
    #expect(risk.probability == total.probability(above: 80))
    #expect(risk.probability > 0.1 && risk.probability < 0.4)
    // The receipt of day 7 is of no use on day 6.
    #expect(risk.highestDay == 6 && risk.highest > 0.7)
  }

  @Test("Risks at the edges: no demand, no stock, days beyond the horizon")
  func riskEdges() {
    let none = StockOutRisk(SampleStock.situation(onHand: 0, means: []), within: 7)
    #expect(none.probability == 0 && none.missingDays == 7 && none.highestDay == nil)
    #expect(StockOutRisk(SampleStock.situation(onHand: -1, means: []), within: 7).probability == 1)
    #expect(StockOutRisk(SampleStock.situation(onHand: 0, means: tens), within: 1).probability == 1)
    let beyond = StockOutRisk(
      SampleStock.situation(
        onHand: 290,
        receipts: [ExpectedReceipt(day: 50, quantity: 400)],
        means: tens
      ),
      within: 60
    )
    #expect(beyond.probability == 1 && beyond.missingDays == 30 && beyond.available == 290)
    #expect(StockOutRisk(SampleStock.situation(onHand: 5, means: tens), within: -1).days == 0)
  }

  @Test("The loss is the forecast from the stock-out day to the end of the lead time, at the price")
  func loss() {
    let means: [Double] = [15, 12, 10, 8, 12, 20]
    let loss = ExpectedLoss(SampleStock.situation(onHand: 40, lead: 5, price: 30, means: means))
    // 15 + 12 + 10 = 37 ≤ 40 < 45: out on day 4; 8 + 12 are lost.
    #expect(loss.firstDay == 4 && loss.lastDay == 5 && loss.units == 20 && loss.amount == 600)
    let enough = ExpectedLoss(SampleStock.situation(onHand: 57, lead: 5, means: means))
    #expect(enough.firstDay == nil && enough.units == 0 && enough.amount == 0)
    let priceless = ExpectedLoss(SampleStock.situation(onHand: 40, lead: 5, means: means))
    #expect(priceless.units == 20 && priceless.amount == nil)
    let beyond = ExpectedLoss(SampleStock.situation(onHand: 70, lead: 9, price: 1, means: means))
    #expect(beyond.firstDay == 6 && beyond.units == 20 && beyond.missingDays == 3)
    #expect(ExpectedLoss(SampleStock.situation(onHand: 0, price: -1, means: means)).amount == nil)
  }

  @Test("The benefit of an order is lead time × daily forecast × price")
  func benefit() {
    let means: [Double] = [15, 12, 10, 8, 12, 20]
    let benefit = OrderBenefit(SampleStock.situation(onHand: 1, lead: 5, price: 30, means: means))
    #expect(benefit.dailyForecast == 11.4 && benefit.units == 57 && benefit.amount == 1710)
    #expect(OrderBenefit(SampleStock.situation(onHand: 1, means: means)).amount == nil)
    #expect(OrderBenefit(SampleStock.situation(onHand: 1, means: [])).amount == 0)
    // The mean of the days that are forecast stands for those that are not.
    let beyond = OrderBenefit(
      SampleStock.situation(onHand: 1, lead: 8, price: 1, means: [10, 20])
    )
    #expect(beyond.units == 120)
  }

  @Test("An order can wait while one day's sales are left when it comes")
  func latest() {
    // 100 − 10 (d + 5) ≥ 10 up to d = 4.
    let order = LatestOrder(SampleStock.situation(onHand: 100, lead: 5, means: tens))
    #expect(order.outcome == .dated && order.day == 4)
    #expect(order.dailySales == 10 && order.demandUntilReceipt == 90 && order.remaining == 10)
    #expect(LatestOrder(SampleStock.situation(onHand: 60, lead: 5, means: tens)).day == 0)
    let late = LatestOrder(SampleStock.situation(onHand: 59, lead: 5, means: tens))
    #expect(late.outcome == .tooLate && late.day == nil && late.remaining == 9)
  }

  @Test("A latest order goes no farther than the forecast")
  func latestHorizon() {
    let far = LatestOrder(SampleStock.situation(onHand: 5000, lead: 5, means: tens))
    #expect(far.outcome == .beyondHorizon && far.day == 25)
    let short = LatestOrder(SampleStock.situation(onHand: 5000, lead: 40, means: tens))
    #expect(short.outcome == .horizonTooShort && short.day == nil)
    let late = LatestOrder(SampleStock.situation(onHand: 100, lead: 40, means: tens))
    #expect(late.outcome == .tooLate)
    let nothing = LatestOrder(SampleStock.situation(onHand: 5, means: []))
    #expect(nothing.outcome == .horizonTooShort)
    #expect(LatestOrder(SampleStock.situation(onHand: -5, means: [])).outcome == .tooLate)
  }

  @Test("A forecast serves as demand")
  func forecast() {
    var random = SeededDemand(seed: 21)
    let first = SeededDemand.firstDay
    let quantities = (0..<400).map { _ in random.poisson(6) }
    let forecast = DemandForecaster.forecast(
      DemandSeries(firstDay: first, quantities: quantities),
      on: DemandCalendar(firstDay: first, now: first.adding(days: 399), horizon: 30),
      ForecastRequest(horizon: 30)
    )
    let situation = StockSituation(product: SampleStock.key("A"), onHand: 60, demand: forecast)
    #expect(situation.horizon == 30)
    #expect(abs(situation.expectedDemand(through: 12) - forecast.total(days: 12).mean) < 1e-9)
    let out = StockOut(situation)
    let day = out.day ?? 0
    #expect((9...12).contains(day))
    #expect(out.earliest ?? 99 <= day && out.latest ?? 0 >= day)
    let risks = [5, 8, 10, 12, 20].map { StockOutRisk(situation, within: $0).probability }
    #expect(risks == risks.sorted() && risks[0] < 0.01 && risks[4] > 0.99)
  }

  @Test("The service level is the share of product-days with stock")
  func service() {
    let one = ServiceLevel(onHand: [5, 0, nil, -2, 1, .nan])
    #expect(one.productDays == 4 && one.stockOutDays == 2 && one.share == 0.5)
    let both = one + ServiceLevel(productDays: 4, stockOutDays: 0)
    #expect(both.share == 0.75)
    #expect(ServiceLevel(onHand: [nil]).share == nil)
    #expect(ServiceLevel(productDays: 2, stockOutDays: 9).share == 0)
  }

  @Test("Peaks are the days above mean + k σ of the forecast")
  func peaks() throws {
    let means = SampleStock.steady(10, days: 9) + [30]
    let peaks = try DemandPeak.found(in: means)
    let peak = try #require(peaks.first)
    // Mean 12, σ = √(9 × 4 + 324) ÷ 3 = √40.
    #expect(peaks.count == 1 && peak.day == 10 && peak.forecast == 30 && peak.ratio == 2.5)
    #expect(abs(peak.threshold - (12 + 2 * 40.0.squareRoot())) < 1e-9)
    #expect(try DemandPeak.found(in: means, factor: 3) == [])
    #expect(try DemandPeak.found(in: tens) == [])
    #expect(try DemandPeak.found(in: SampleStock.steady(0.1, days: 30)) == [])
    #expect(try DemandPeak.found(in: [1, 9]) == [])
    #expect(throws: ReplenishmentError.notPositive(.peakFactor, 0)) {
      try DemandPeak.found(in: means, factor: 0)
    }
  }
}
