package import Values

/// Days that were not as others, and that forecasts must not learn from.
package struct ExceptionalDays: Hashable, Sendable {
  package let days: ClosedRange<CalendarDay>
  package let scope: LessonScope
  /// The user's own words, empty for none.
  package let reason: String

  package init(days: ClosedRange<CalendarDay>, scope: LessonScope, reason: String) {
    self.days = days
    self.scope = scope
    self.reason = reason
  }
}

/// An event with what it does to demand.
package struct TaughtEvent: Hashable, Sendable {
  package let name: String
  package let days: ClosedRange<CalendarDay>
  /// What demand of a usual day is multiplied by: 1.7 is 70 % more.
  package let multiplier: Double
  package let scope: LessonScope

  package init(name: String, days: ClosedRange<CalendarDay>, multiplier: Double, scope: LessonScope)
  {
    self.name = name
    self.days = days
    self.multiplier = multiplier
    self.scope = scope
  }

  /// The multipliers that make sense: a tenth of a usual day to twenty of them.
  package static let multipliers = 0.1...20.0
}

/// What the user says of an anomaly of sales.
package struct AnomalyVerdict: Hashable, Sendable {
  /// As the table of anomalies writes its status.
  package enum Kind: String, Hashable, Sendable {
    /// It happened, for a reason.
    case validated
    /// It is none.
    case ignored
  }

  package let kind: Kind
  package let day: CalendarDay
  /// All products, or those it was on.
  package let scope: LessonScope
  /// The user's own words, empty for none.
  package let reason: String

  package init(kind: Kind, day: CalendarDay, scope: LessonScope, reason: String) {
    self.kind = kind
    self.day = day
    self.scope = scope
    self.reason = reason
  }
}

/// That somebody dealt with the alert of a product.
package struct HandledAlert: Hashable, Sendable {
  package let product: TaughtProduct
  /// The day it was told on; alerts of later days are new ones.
  package let day: CalendarDay
  /// The product's computed status then, "CRITIQUE" or "ATTENTION"; nil where none was known.
  package let status: String?

  package init(product: TaughtProduct, day: CalendarDay, status: String?) {
    self.product = product
    self.day = day
    self.status = status
  }
}

/// One thing the user taught.
package enum LessonContent: Hashable, Sendable {
  case exceptionalDays(ExceptionalDays)
  case event(TaughtEvent)
  case anomalyVerdict(AnomalyVerdict)
  case alertHandled(HandledAlert)
}
