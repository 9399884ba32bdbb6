import Testing

@testable import Analytics

@Suite("Alert levels, by hand")
struct ReplenishmentAlertTests {
  @Test("50 on hand, five days of 15, 12, 10, 8 and 12: critical by 7, with every figure")
  func critical() {
    let forecasts: [Double] = [15, 12, 10, 8, 12]
    let alert = AlertAssessment(
      SampleStock.situation(onHand: 50, lead: 5, means: forecasts + [9, 9])
    )
    #expect(alert.level == .critical)
    #expect(alert.leadForecasts == forecasts)
    #expect(alert.leadDemand == 57)
    #expect(alert.balance == -7)
    #expect(alert.shortfall == 7)
    #expect(alert.reserve == 37)
    #expect(alert.onHand == 50)
    #expect(alert.leadTimeDays == 5 && !alert.isLeadTimeAssumed)
    #expect(alert.missingDays == 0)
  }

  @Test(
    "Levels change at s = 0 and at the sales of three days",
    arguments: [
      (49.0, AlertLevel.critical), (49.999, .critical), (50, .attention), (79.999, .attention),
      (80, .ok), (1000, .ok), (0, .critical), (-3, .critical),
    ]
  )
  func bounds(onHand: Double, level: AlertLevel) {
    let situation = SampleStock.situation(
      onHand: onHand,
      lead: 5,
      means: SampleStock.steady(10, days: 30)
    )
    #expect(AlertAssessment(situation).level == level)
  }

  @Test("Binary fractions do not make an alert: 0.1 ten times is 1")
  func noise() {
    let means = SampleStock.steady(0.1, days: 30)
    let even = AlertAssessment(SampleStock.situation(onHand: 1, lead: 10, means: means))
    #expect(even.balance == 0 && even.level == .attention)
    let enough = AlertAssessment(SampleStock.situation(onHand: 1.3, lead: 10, means: means))
    #expect(enough.level == .ok)
  }

  @Test("Without a lead time it is 5 days, and said")
  func assumedLead() {
    let means = SampleStock.steady(10, days: 30)
    let alert = AlertAssessment(SampleStock.situation(onHand: 49, means: means))
    #expect(alert.leadTimeDays == 5 && alert.isLeadTimeAssumed && alert.level == .critical)
    let now = AlertAssessment(SampleStock.situation(onHand: 0, lead: 0, means: means))
    #expect(now.balance == 0 && now.level == .attention && now.leadForecasts.isEmpty)
    #expect(
      AlertAssessment(SampleStock.situation(onHand: 0, lead: -4, means: means)).leadTimeDays == 0
    )
  }

  @Test("A lead time beyond the horizon, or no forecast at all, is told")
  func missing() {
    let beyond = AlertAssessment(
      SampleStock.situation(onHand: 40, lead: 10, means: SampleStock.steady(10, days: 4))
    )
    #expect(beyond.missingDays == 6 && beyond.leadDemand == 40 && beyond.level == .attention)
    let nothing = AlertAssessment(SampleStock.situation(onHand: 0, means: []))
    #expect(nothing.level == .ok && nothing.missingDays == 5)
    #expect(AlertAssessment(SampleStock.situation(onHand: -1, means: [])).level == .critical)
    let short = AlertAssessment(SampleStock.situation(onHand: 9, lead: 1, means: [5]))
    #expect(short.missingDays == 2)
  }

  @Test("More stock never makes the level graver", arguments: 0..<60)
  func monotoneInStock(seed: Int) {
    let levels = stride(from: -10.0, through: 250, by: 2.7).map { onHand in
      var random = SeededDemand(seed: UInt64(seed))
      return AlertAssessment(SampleStock.random(&random, onHand: onHand)).level
    }
    #expect(levels == levels.sorted(by: >))
  }

  @Test("Points of a priority are those of its parts, and ties go by name")
  func priority() {
    let ranked = PriorityScore.ranked([
      facts("Zèbre", .ok, loss: 0, rotation: 9, daysLeft: 12),
      facts("Bureau", .critical, loss: 300, rotation: 1.5, daysLeft: 2),
      facts("Armoire", .attention, loss: 0, rotation: nil, daysLeft: nil),
      facts("Chaise", .critical, loss: 100, rotation: 20, daysLeft: 0),
      facts("Table", .attention, loss: nil, rotation: -1, daysLeft: 45),
    ])
    #expect(ranked.map(\.product.name) == ["Bureau", "Chaise", "Zèbre", "Armoire", "Table"])
    // 100 + 300 ÷ 400 + 15 + 28; 100 + 25 + 50 (the most) + 30.
    #expect(ranked.map(\.total) == [218, 205, 68, 50, 50])
    #expect(ranked[0].severity == 100 && ranked[0].loss == 75)
    #expect(ranked[0].rotation == 15 && ranked[0].urgency == 28)
    #expect(PriorityScore.ranked([]) == [])
  }

  @Test("What is critical comes before all that is well")
  func criticalFirst() {
    let ranked = PriorityScore.ranked([
      facts("A", .ok, loss: nil, rotation: 99, daysLeft: 0),
      facts("B", .critical, loss: nil, rotation: nil, daysLeft: nil),
    ])
    #expect(ranked.map(\.product.name) == ["B", "A"])
  }

  private func facts(
    _ name: String,
    _ level: AlertLevel,
    loss: Double?,
    rotation: Double?,
    daysLeft: Int?
  ) -> PriorityFacts {
    PriorityFacts(
      product: SampleStock.key(name),
      level: level,
      loss: loss,
      rotation: rotation,
      daysLeft: daysLeft
    )
  }
}
