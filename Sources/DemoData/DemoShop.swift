/// Everything the demonstration holds, before it is written anywhere.
struct DemoShop {
  /// What all chance was drawn from.
  let seed: UInt64
  /// The three years, once played.
  let simulation: Simulation
  /// Thresholds, by product.
  let levels: [StockLevels]
  /// By product then day.
  let forecasts: [Forecast]
  /// By day then product.
  let anomalies: [Anomaly]

  /// Plays the three years and draws what the system would have made of them.
  init(seed: UInt64, scale: Double) {
    self.seed = seed
    let simulation = Simulation(seed: seed, scale: scale)
    self.simulation = simulation
    levels = simulation.catalogue.products.map { StockLevels($0, demand: simulation.demand) }
    forecasts = Forecast.all(of: simulation)
    anomalies = Anomaly.all(of: simulation, seed: seed)
  }

  /// The eighteen tables, those referred to first.
  var tables: [DemoTable] {
    [
      suppliers, warehouses, products, customers, customerOrders, salesHistory, returns,
      stockLevels, stockMovements, orders, costs, forecastRows, alerts, anomalyRows,
      predictionFeedback, learnedEvents, eventProductImpacts, systemMetadata,
    ]
  }
}
