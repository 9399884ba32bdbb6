import Language
import SemanticModel
import ValueIndex
import Values

/// Of which things a name is the name: the customers' country or the suppliers', a class, a payment term.
extension Composer {
  /// « depuis 60 jours »: a lapse of time, unless payment or suppliers are spoken of.
  func strangeTerms(_ reading: ValueReading, item index: Int) -> Float {
    if reading.dimension == "payment_method", mentions.isEmpty,
      items.contains(where: { $0.span.thing == "supplier" })
    {
      // « fournisseurs payables à 30 jours »: customers pay by « Compte 30 jours », suppliers are not paid so.
      return 1.2
    }
    guard reading.dimension == "payment_terms",
      items[index].span.tokens.contains(where: { utterance.tokens[$0].kind == .number }),
      !items.contains(where: {
        $0.span.dimension == "payment_terms" || $0.span.thing == "supplier"
      })
    else { return 0 }
    return 1.2
  }

  /// "what are Elite's payment terms?": part of a name is that of a supplier, whose property is all that is asked.
  func strangeOwner(_ reading: ValueReading) -> Float {
    guard mentions.isEmpty, reading.quality > .plural,
      let named = model.dimensions[reading.dimension], named.isEntity,
      let property = (heads + asides).compactMap({ model.dimensions[$0.dimension] }).first,
      (heads + asides).count == 1, !property.isEntity, property.computation == nil
    else { return 0 }
    return property.dataset == named.dataset ? 0 : 0.4
  }

  /// "revenue in Canada" where only suppliers are Canadian: not what is meant, and not to be guessed.
  func isForeignPlace(_ reading: ValueReading, item index: Int) -> Bool {
    guard reading.dimension == "supplier_country",
      case let datasets = Set(mentions.flatMap { model.datasets(ofMetric: $0.metric) }),
      !datasets.isEmpty, datasets.isSubset(of: ["sales", "customer_orders"])
    else { return false }
    return !items.contains {
      ["supplier", "product", "category"].contains($0.span.thing)
        || $0.span.dimension == "supplier_country"
    }
  }

  /// Whether anything but this item names a thing of a table or one of its properties.
  func speaks(of dataset: String, beside index: Int) -> Bool {
    items.indices.contains { other in
      guard other != index else { return false }
      let span = items[other].span
      let thing = span.thing ?? span.value?.dimension
      return thing.flatMap { model.dimensions[$0]?.dataset } == dataset
        || items[index].span.tokens.count > 1
    }
  }

  /// « clients belges », "customers in the West": where they live, not where an order of theirs went.
  func ownersOwn(_ reading: ValueReading, item index: Int) -> ValueReading {
    guard let dimension = model.dimensions[reading.dimension], let own = dimension.besideOwner
    else { return reading }
    // "customers based in Switzerland or Luxembourg": the whole list is theirs.
    var first = index
    while isMarker(first - 1, [.and]), items.indices.contains(first - 2),
      items[first - 2].span.value?.dimension == reading.dimension
    {
      first -= 2
    }
    guard isBeside(dimension.dataset, item: first) else { return reading }
    var owned = reading
    owned.dimension = own
    return owned
  }

  /// How much worse a name fits than one of another place: "Belgian customers" live there, « le dépôt de Lyon » stands there.
  func strangeness(of dimension: String, item index: Int) -> Float {
    guard let home = model.dimensions[dimension]?.dataset else { return 0 }
    if isListed(dimension, at: index) { return -0.4 }
    let datasets = Set(mentions.flatMap { model.datasets(ofMetric: $0.metric) })
    if model.datasets[home]?.kind == .flow {
      if counts(home) { return -0.15 }
      if datasets.contains(home) { return -0.05 }
      if !datasets.isEmpty, datasets.allSatisfy({ !reaches($0, home) }) { return 0.5 }
    }
    guard Self.places.contains(home), model.dimensions[dimension]?.isEntity == false else {
      return 0
    }
    let best = Self.places.map { kinship(of: $0, item: index) }.max() ?? 0
    return best - kinship(of: home, item: index)
  }

  /// "Switzerland or Luxembourg": the names of a list are of one kind.
  private func isListed(_ dimension: String, at index: Int) -> Bool {
    [(-1, -2), (1, 2)].contains { and, beyond in
      isMarker(index + and, [.and, .compare]) && items.indices.contains(index + beyond)
        && items[index + beyond].span.value?.dimension == dimension
    }
  }

  /// Whether the question counts the things of a table: « commandes clients annulées ».
  func counts(_ dataset: String) -> Bool {
    let entities = model.dimensions.values.filter { $0.isEntity && $0.dataset == dataset }
    return entities.contains { entity in
      let count = countMetric(of: entity.name)
      return mentions.contains { $0.metric == count } || counted == entity.name
        || heads.contains { $0.dimension == entity.name }
    }
  }

  /// The tables whose things have an address.
  static let places = ["customers", "warehouses", "suppliers"]

  /// How surely a name beside this item belongs to things of a table.
  ///
  /// Without a word for them the figure decides: what was sold went to customers, stock lies in warehouses.
  private func kinship(of home: String, item index: Int) -> Float {
    if isBeside(home, item: index) { return 0.45 }
    let things = items.compactMap(\.span.thing) + query.keys.compactMap(\.dimension)
    if things.contains(where: { model.dimensions[$0]?.dataset == home }) { return 0.3 }
    let datasets = Set(mentions.flatMap { model.datasets(ofMetric: $0.metric) })
    let usual: Set<String> =
      switch home {
      case "customers": ["sales", "customer_orders", "returns", "customer_debuts", "customers"]
      case "warehouses":
        ["stock", "movements", "stock_history", "product_snapshots", "product_stock", "warehouses"]
      default: ["purchase_orders", "suppliers", "costs"]
      }
    return !datasets.isEmpty && datasets.isSubset(of: usual) ? 0.2 : 0
  }

  /// Whether a thing of a table stands right beside a name, nothing but names and small words between.
  func isBeside(_ home: String, item index: Int) -> Bool {
    [index - 2, index - 1, index + 1].contains { neighbour in
      // « la région West » names the place itself; only a thing owns it.
      guard items.indices.contains(neighbour),
        let thing = items[neighbour].span.thing ?? items[neighbour].span.value?.dimension,
        let owner = model.dimensions[thing], owner.isEntity, owner.dataset == home
      else { return false }
      return items[min(neighbour, index)...max(neighbour, index)].allSatisfy {
        $0.span.marker == nil && $0.span.metric == nil
      }
    }
  }
}
