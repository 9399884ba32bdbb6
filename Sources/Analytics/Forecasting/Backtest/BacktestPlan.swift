/// The origins at which forecasts are made again and compared with what came.
struct BacktestPlan: Equatable {
  /// Days forecast at each origin.
  let horizon: Int
  /// Days before the end of the history, the oldest origin first; all are multiples of the horizon.
  let offsets: [Int]

  /// Most origins.
  static let originLimit = 13
  /// Most days of a horizon.
  static let horizonLimit = 28
  /// Least days of history a forecast of our own needs.
  static let leastHistory = 28

  /// Fits a history: half of it at least stays before the oldest origin.
  ///
  /// Example: 1,095 days make 13 origins of 28 days; 60 days make 2 of 15; 20 days none.
  init(history: Int) {
    guard history >= Self.leastHistory else {
      (horizon, offsets) = (0, [])
      return
    }
    horizon = min(Self.horizonLimit, max(7, history / 4))
    let count = min(Self.originLimit, history / 2 / horizon)
    let step = horizon
    offsets = (0..<max(1, count)).map { (max(1, count) - $0) * step }
  }
}
