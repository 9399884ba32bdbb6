/// An order to one supplier that is ready to be looked at: a draft, never sent by itself.
package struct DraftOrder: Sendable, Equatable {
  /// Whom it goes to; nil for products without a supplier.
  package let supplier: NamedKey?
  /// What is ordered, by name.
  package let lines: [DraftLine]

  /// Units of all lines.
  package var units: Int { lines.reduce(0) { $0 + $1.quantity } }
  /// Money of the lines whose cost is known.
  package var total: Double { lines.reduce(0) { $0 + ($1.cost ?? 0) } }
  /// Lines whose cost is unknown, which the total leaves out.
  package var linesWithoutCost: Int { lines.count { $0.unitCost == nil } }

  /// One draft a supplier, by name; products without a supplier come last.
  ///
  /// - Parameter lines: those without a quantity are left out.
  /// - Returns: none without lines.
  package static func grouped(_ lines: [DraftLine]) -> [DraftOrder] {
    let groups = Dictionary(grouping: lines.filter { $0.quantity > 0 }, by: \.supplier)
    let named = groups.keys.compactMap(\.self).sorted().map { Optional($0) }
    let unnamed: [NamedKey?] = groups[nil] == nil ? [] : [nil]
    return (named + unnamed).map { supplier in
      let own = groups[supplier, default: []].sorted { $0.product < $1.product }
      return DraftOrder(supplier: supplier, lines: own)
    }
  }
}
