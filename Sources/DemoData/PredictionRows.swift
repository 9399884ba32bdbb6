import Values

/// What the system foresaw, warned of and learned.
extension DemoShop {
  private static let modelVersion = "v1.4"

  /// Rows of `forecasts`.
  var forecastRows: DemoTable {
    DemoTable(.forecasts, forecasts) { position, forecast in
      [
        .key(position), .key(forecast.product), .date(forecast.day), .hundredths(forecast.units),
        .hundredths(forecast.lower), .hundredths(forecast.upper), .real(80),
        .text(Self.modelVersion), .date(min(forecast.day - 1, DemoCalendar.lastIndex)),
      ]
    }
  }

  /// Rows of `alerts`.
  var alerts: DemoTable {
    let alerts = Alert.all(of: simulation, levels: levels, forecasts: forecasts)
    let products = simulation.catalogue.products
    return DemoTable(.alerts, alerts) { position, alert in
      [
        .key(position), .key(alert.product), .text(of: alert.kind), .text(alert.kind.severity),
        .text("\(alert.kind.title) – \(products[alert.product].name)"), .text(alert.message),
        .text(alert.resolved == nil ? "active" : "resolved"), .night(alert.day),
        alert.resolved.map { .night($0) } ?? .null,
      ]
    }
  }

  /// Rows of `anomalies`.
  var anomalyRows: DemoTable {
    let sizes = anomalies.reduce(into: [Int: Int]()) { $0[$1.day, default: 0] += 1 }
    return DemoTable(.anomalies, anomalies) { position, anomaly in
      let isGrouped = (sizes[anomaly.day] ?? 0) > 2
      return [
        .key(position), .key(anomaly.product), .date(anomaly.day), .int(anomaly.actual),
        .hundredths(anomaly.expected), .hundredths(anomaly.deviationPercent),
        .text(of: anomaly.kind), .text(anomaly.severity), .text(anomaly.status),
        isGrouped ? .text("G-\(DemoCalendar.iso(anomaly.day))") : .null,
        .hundredths(anomaly.confidence), .night(min(anomaly.day + 1, DemoCalendar.lastIndex)),
      ]
    }
  }

  /// Rows of `prediction_feedback`.
  var predictionFeedback: DemoTable {
    let units = simulation.unitsSold
    // One article has one anomaly a day at most.
    var found: [Int: Int] = [:]
    for (position, anomaly) in anomalies.enumerated() {
      found[anomaly.product * DemoCalendar.dayCount + anomaly.day] = position
    }
    let past = forecasts.filter { $0.day <= DemoCalendar.lastIndex }
      .sorted { ($0.day, $0.product) < ($1.day, $1.product) }
    return DemoTable(.predictionFeedback, past) { [anomalies] _, forecast in
      let cell = forecast.product * DemoCalendar.dayCount + forecast.day
      let actual = Double(units[cell])
      let error = actual > 0 ? abs(actual - forecast.units) / actual * 100 : nil
      let anomaly = found[cell]
      return [
        .date(forecast.day), .key(forecast.product), .hundredths(forecast.units), .real(actual),
        error.map { .hundredths($0) } ?? .null, .key(anomaly),
        .flag(!(anomaly.map { anomalies[$0].isExcluded } ?? false)),
      ]
    }
  }

  /// Rows of `learned_events`.
  var learnedEvents: DemoTable {
    DemoTable(.learnedEvents, DemoEvent.all) { position, event in
      let past = event.anchors.filter { (0...DemoCalendar.lastIndex).contains($0) }
      let impacts = event.impacts.map { ($0.category.name, JSON.number($0.factor)) }
      let strongest = event.impacts.map(\.factor).max() ?? 1
      return [
        .key(position), .text(event.name), .text(of: event.kind), .text(event.recurrence),
        .text(event.parameters.rendered), .date(event.next),
        .text(JSON.object(impacts).rendered), .real(strongest),
        .hundredths(min(0.95, 0.55 + 0.11 * Double(past.count))), .int(past.count), .flag(true),
        .text(event.kind == .weather ? "utilisateur" : "système"),
        .night(past.first.map { $0 + 3 } ?? 0),
      ]
    }
  }

  /// Rows of `event_product_impacts`.
  var eventProductImpacts: DemoTable {
    DemoTable(.eventProductImpacts, EventImpact.all(of: simulation.catalogue)) { position, impact in
      [
        .key(position), .key(impact.event), .key(impact.product), .text(impact.category.name),
        .hundredths(impact.factor), .hundredths((impact.factor - 1) * 100),
        .hundredths(min(0.95, 0.5 + 0.1 * Double(impact.observations))), .int(impact.observations),
        .night(DemoCalendar.lastIndex - 30),
      ]
    }
  }

  /// Rows of `system_metadata`.
  var systemMetadata: DemoTable {
    let last = DemoCalendar.lastDay.iso
    let entries = [
      ("company", "Comptoir Hexagone"), ("currency", "EUR"),
      ("data_from", DemoCalendar.firstDay.iso),
      ("data_until", last), ("demo_seed", String(seed)), ("forecast_model", Self.modelVersion),
      ("last_batch_at", last + " 00:30:00"), ("schema_version", "1"), ("timezone", "Europe/Paris"),
    ]
    return DemoTable(.systemMetadata, entries) { _, entry in
      [.text(entry.0), .text(entry.1), .night(DemoCalendar.lastIndex)]
    }
  }
}

/// How an event moved a category, or one of its articles.
private struct EventImpact {
  var event: Int
  /// Position in the catalogue’s products; nil for no single one.
  var product: Int?
  /// The shelf it stands on.
  var category: Category
  var factor: Double
  var observations: Int

  /// For every event its categories, each with its three most popular articles.
  static func all(of catalogue: Catalogue) -> [EventImpact] {
    var impacts: [EventImpact] = []
    for (position, event) in DemoEvent.all.enumerated() {
      let seen = event.anchors.count { (0...DemoCalendar.lastIndex).contains($0) }
      for (category, factor) in event.impacts {
        let popular = catalogue.ranges[category.rawValue].sorted {
          (-catalogue.products[$0].popularity, $0) < (-catalogue.products[$1].popularity, $1)
        }
        for product in [nil] + popular.prefix(3).map(Optional.some) {
          // Articles differ from their category by a few percent.
          let spread = product.map { 0.94 + 0.03 * Double($0 % 5) } ?? 1
          impacts.append(
            EventImpact(
              event: position,
              product: product,
              category: category,
              factor: 1 + (factor - 1) * spread,
              observations: seen
            )
          )
        }
      }
    }
    return impacts
  }
}
