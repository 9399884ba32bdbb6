/// In which order to handle alerts: points, with their parts.
///
/// severity + loss + rotation + urgency, where
/// - severity is 100 for critical, 50 for attention, else 0;
/// - loss is the product's share of the loss of all alerts ranked together, percent: 0–100;
/// - rotation is stock turnover × 10, at most 50;
/// - urgency is 30 − days to the stock-out, at least 0: 30 when out of stock now.
///
/// What is unknown gives no points. Rotation and urgency give 80 points at most, fewer than a critical level: every
/// critical product comes before all whose stock is well.
package struct PriorityScore: Sendable, Equatable {
  /// The product.
  package let product: NamedKey
  /// Points, 0–100.
  package let severity: Double
  /// Points, 0–100.
  package let loss: Double
  /// Points, 0–50.
  package let rotation: Double
  /// Points, 0–30.
  package let urgency: Double

  /// All points.
  package var total: Double { severity + loss + rotation + urgency }

  /// Scores alerts together, the most pressing first; ties by name.
  package static func ranked(_ alerts: [PriorityFacts]) -> [PriorityScore] {
    let sum = alerts.reduce(0) { $0 + positive($1.loss) }
    return alerts.map { PriorityScore($0, totalLoss: sum) }
      .sorted { ($1.total, $0.product) < ($0.total, $1.product) }
  }

  private init(_ facts: PriorityFacts, totalLoss: Double) {
    product = facts.product
    severity =
      switch facts.level {
      case .critical: 100
      case .attention: 50
      case .ok: 0
      }
    loss = totalLoss > 0 ? 100 * Self.positive(facts.loss) / totalLoss : 0
    rotation = min(50, 10 * Self.positive(facts.rotation))
    urgency = facts.daysLeft.map { Double(max(0, 30 - max(0, $0))) } ?? 0
  }

  private static func positive(_ figure: Double?) -> Double {
    figure.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } ?? 0
  }
}
