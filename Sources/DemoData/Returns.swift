/// Goods a customer sent back.
struct Return {
  /// Position in the sales.
  var sale: Int
  /// Position of the day.
  var day: Int
  /// Units that came back.
  var quantity: Int
  /// Amount given back, in cents.
  var refundCents: Int
  /// In French.
  var reason: String
  /// Whether the units went back on the shelf.
  var isRestocked: Bool

  /// What may come of a delivered line; nil when the customer keeps it.
  static func draw(
    of sale: Sale,
    at position: Int,
    product: Product,
    customer: Customer,
    delivery: Delivery,
    _ random: inout SplitMix64
  ) -> Return? {
    let promised = sale.day + delivery.mode.scheduledDays
    let isLate = delivery.delivered > promised
    let rate = product.returnRate * (customer.sendsBack ? 7 : 1) * (isLate ? 1.6 : 1)
    guard random.chance(rate) else { return nil }
    let day = delivery.delivered + 2 + random.below(21)
    guard day <= DemoCalendar.lastIndex else { return nil }
    let reason = random.weighted([
      ("Produit défectueux", 26), ("Ne correspond pas à la description", 18),
      ("Changement d’avis", 24), ("Colis endommagé", 12), ("Erreur de commande", 11),
      ("Livraison trop tardive", isLate ? 60 : 2),
    ])
    let quantity =
      sale.quantity > 1 && random.chance(0.6) ? 1 + random.below(sale.quantity) : sale.quantity
    let isSound = !["Produit défectueux", "Colis endommagé"].contains(reason)
    return Return(
      sale: position,
      day: day,
      quantity: quantity,
      refundCents: (quantity * sale.priceCents * (100 - sale.discount) + 50) / 100,
      reason: reason,
      isRestocked: isSound ? random.chance(0.9) : random.chance(0.08)
    )
  }
}
