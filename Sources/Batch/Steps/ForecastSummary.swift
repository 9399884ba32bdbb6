import Analytics
import Values

/// What the steps behind the forecasts need of one product, without its days.
struct ForecastSummary: Sendable {
  let product: Product
  /// What the forecast rests on: "combination", a model's name, "category", "mean" or "none".
  let basis: String
  /// Whether demand comes in whole units.
  let isWhole: Bool
  /// Units of each of the last 90 days, or of fewer for a younger product.
  let recent: [Double]
  /// The day of its last sale; nil when it was never sold.
  let lastSale: CalendarDay?
  /// How the models did on its past.
  let backtest: BacktestReport?
  /// By the event's key.
  let effects: [String: DemandMultiplier]

  init(_ demand: ProductDemand, _ forecast: Forecast?) {
    product = demand.product
    basis = forecast.map { Self.name($0.basis) } ?? "none"
    isWhole = forecast?.total(days: 1).isWhole ?? true
    recent = demand.recent(90)
    lastSale = demand.lastSale
    backtest = forecast?.backtest
    effects = forecast?.effects?.events ?? [:]
  }

  private static func name(_ basis: ForecastBasis) -> String {
    switch basis {
    case .model(let model): model.rawValue
    case .combination: "combination"
    case .categoryProfile: "category"
    case .mean: "mean"
    case .none: "none"
    }
  }
}
