package import Values

/// How well a model of the orders before a day tells the orders after it.
package struct DeliveryBacktest: Hashable, Sendable {
  /// Orders with a forecast of much the same risk.
  package struct Band: Hashable, Sendable {
    package let count: Double
    /// Mean of the chances forecast.
    package let forecast: Double
    /// Share that was late.
    package let observed: Double
  }

  /// The first day whose orders were kept back.
  package let from: CalendarDay
  package let count: Double
  /// Mean of |days forecast − days taken|.
  package let absoluteError: Double
  /// Mean of days forecast − days taken.
  package let bias: Double
  package let meanForecast: Double
  package let meanTaken: Double
  /// Share that had arrived by the 80 % day.
  package let coverage: Double
  /// Chances against what came, from low to high; empty where no schedule is known.
  package let bands: [Band]
  /// 1 − (Brier score ÷ that of saying the base rate of everyone) (Brier, 1950); nil without schedules.
  package let skill: Double?

  /// The share of the days whose orders are kept back.
  private static let keptBack = 0.2
  /// Orders without which nothing is said.
  private static let leastOrders = 50.0

  /// All orders with a schedule as one band; nil without any.
  package var overall: Band? {
    let count = bands.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    return Band(
      count: count,
      forecast: bands.reduce(0) { $0 + $1.forecast * $1.count } / count,
      observed: bands.reduce(0) { $0 + $1.observed * $1.count } / count
    )
  }

  /// Keeps the last fifth of the days back; nil with too few orders on either side.
  package init?(_ cases: [DeliveryCase], bands wanted: Int = 4) {
    guard let first = cases.map(\.day).min(), let last = cases.map(\.day).max(), first < last else {
      return nil
    }
    let length = Double(last.ordinal - first.ordinal)
    let from = last.adding(days: -Int(length * Self.keptBack))
    let learnt = cases.filter { $0.day < from }
    let kept = cases.filter { $0.day >= from }
    let count = kept.reduce(0) { $0 + $1.count }
    let model = DeliveryModel(learnt)
    guard count >= Self.leastOrders, model.count >= Self.leastOrders else { return nil }
    var tables: [Set<Int>: DeliveryTable] = [:]
    var outlooks: [[Int?]: DeliveryOutlook] = [:]
    var sums = (absolute: 0.0, signed: 0.0, forecast: 0.0, taken: 0.0, covered: 0.0)
    var chances: [(chance: Double, scheduled: Double, late: Double)] = []
    for delivery in kept {
      let known = Set(delivery.levels.indices.filter { delivery.levels[$0] != nil })
      let table = tables[known] ?? model.table(of: known)
      tables[known] = table
      guard let outlook = outlooks[delivery.levels] ?? table.outlook(of: delivery.levels) else {
        continue
      }
      outlooks[delivery.levels] = outlook
      let (mean, taken) = (outlook.meanDays, Double(delivery.days))
      sums.absolute += abs(mean - taken) * delivery.count
      sums.signed += (mean - taken) * delivery.count
      sums.forecast += mean * delivery.count
      sums.taken += taken * delivery.count
      sums.covered += delivery.days <= outlook.quantile(0.8) ? delivery.count : 0
      if let chance = outlook.lateChance, delivery.scheduled > 0 {
        chances.append((chance, delivery.scheduled, delivery.late))
      }
    }
    self.from = from
    self.count = count
    absoluteError = sums.absolute / count
    bias = sums.signed / count
    meanForecast = sums.forecast / count
    meanTaken = sums.taken / count
    coverage = sums.covered / count
    bands = Self.bands(chances, wanted)
    skill = Self.skill(chances, base: model.baseRate)
  }

  /// As many orders in each, those of the lowest chance first.
  private static func bands(
    _ chances: [(chance: Double, scheduled: Double, late: Double)],
    _ wanted: Int
  ) -> [Band] {
    let total = chances.reduce(0) { $0 + $1.scheduled }
    guard total > 0 else { return [] }
    var bands: [Band] = []
    var (count, forecast, late, passed) = (0.0, 0.0, 0.0, 0.0)
    for one in chances.sorted(by: { $0.chance < $1.chance }) {
      count += one.scheduled
      forecast += one.chance * one.scheduled
      late += one.late
      if passed + count >= total * Double(bands.count + 1) / Double(wanted) - 1e-9 {
        bands.append(Band(count: count, forecast: forecast / count, observed: late / count))
        passed += count
        (count, forecast, late) = (0, 0, 0)
      }
    }
    return bands
  }

  private static func skill(
    _ chances: [(chance: Double, scheduled: Double, late: Double)],
    base: Double?
  ) -> Double? {
    guard let base, !chances.isEmpty else { return nil }
    func brier(_ chance: (Double) -> Double) -> Double {
      chances.reduce(0) { sum, one in
        let told = chance(one.chance)
        return sum + one.late * (1 - told) * (1 - told) + (one.scheduled - one.late) * told * told
      }
    }
    let naive = brier { _ in base }
    return naive > 0 ? 1 - brier { $0 } / naive : nil
  }
}
