import Analytics
import SemanticModel
import Values

/// The one customer that a question names, among the purchases of all.
struct NamedBuyer {
  let figures: PurchaseFigures
  /// The customer's number in them.
  let number: Int
  /// What sentences say of the customer: `customer` and `owned`, the products bought.
  let places: [String: Finding.Content]

  /// What became of the search.
  enum Search {
    case found(NamedBuyer)
    /// None is named, or the one named bought nothing.
    case missing(Finding)
  }

  /// The customer that a question names, with the purchases of all to learn from.
  ///
  /// - Parameters:
  ///   - request: the question's.
  ///   - dimensions: those whose filters restrict what is told, not what is learned from.
  /// - Returns: the customer, or what to say instead.
  /// - Throws: what can befall the figures asked for.
  static func search(
    _ request: AnalysisRequest,
    without dimensions: [String] = []
  ) throws(AnalysisError) -> Search {
    guard let customer = request.customer else { return .missing(Finding("needs_customer")) }
    let figures = try PurchaseFigures(request.without(dimensions + ["customer"]))
    let member = Finding.Content.member(.text(customer.name), .dimension("customer"))
    guard let number = figures.customers.known(customer.key) else {
      return .missing(Finding("nothing_bought", ["customer": member]))
    }
    let owned = figures.matrix.things(of: number).count
    return .found(
      NamedBuyer(
        figures: figures,
        number: number,
        places: ["customer": member, "owned": .count(owned)]
      )
    )
  }
}
