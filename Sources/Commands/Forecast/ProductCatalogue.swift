import Assistant
import Batch
import Diagnostics
import Interpretation
import Language
import ValueIndex
import Values

/// The products of a database, found by id or by name as people write it.
struct ProductCatalogue {
  /// In the order of their ids.
  let products: [Product]
  private let catalog: ValueCatalog

  /// What a text stands for.
  enum Finding {
    case product(Product)
    /// Products that fit equally well, the likeliest first.
    case several([Product])
    /// Nothing; names near to it.
    case unknown([String])
  }

  init(_ database: Database) throws(Failure) {
    products = try DemandForecasts.products(database.connection, database.context.facts)
    catalog = database.catalog
  }

  /// The product of an id, else of a name: whole, then in part, then with a slip of the finger.
  func find(_ text: String) -> Finding {
    let wanted = Fold.fold(text)
    if let product = products.first(where: { $0.idText == text }) { return .product(product) }
    let named = products.filter { Fold.fold($0.name) == wanted }
    if !named.isEmpty { return Self.finding(named) }
    guard let dimension = catalog.dimensions.firstIndex(of: "product") else { return .unknown([]) }
    let tokens = Lexer.tokens(of: text).map(\.folded)
    let found = catalog.index.lookup(tokens, dimension: dimension)
    guard let best = found.first else {
      // In a small catalogue the index takes a word of many names for one that tells nothing.
      let holding = products.filter { product in
        let name = Fold.fold(product.name)
        return !tokens.isEmpty && tokens.allSatisfy { name.contains($0) }
      }
      if !holding.isEmpty { return Self.finding(holding) }
      let near = catalog.index.suggestions(for: tokens, dimension: dimension, count: 3)
      return .unknown(near.map(\.name))
    }
    // A whole name stands before names that only hold it.
    let fitting = found.filter { best.score == 1 ? $0.score == 1 : $0.distance == best.distance }
    let matched = fitting.compactMap { candidate in
      products.first { $0.id == candidate.key || $0.name == candidate.name }
    }
    return matched.isEmpty ? .unknown(found.map(\.name)) : Self.finding(Self.distinct(matched))
  }

  private static func finding(_ products: [Product]) -> Finding {
    products.count == 1 ? .product(products[0]) : .several(products)
  }

  private static func distinct(_ products: [Product]) -> [Product] {
    var seen: Set<Value> = []
    return products.filter { seen.insert($0.id).inserted }
  }
}
