import SemanticModel
import Values

/// The things of a table by numbers from 0, in the order in which they come.
struct KeyNumbers {
  private var numbers: [Value: Int] = [:]
  /// The key of each number.
  private(set) var keys: [Value] = []

  var count: Int { keys.count }

  /// The number of a key, a new one for a new key.
  mutating func number(_ key: Value) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }

  /// The number of a key; nil for one that never came.
  func known(_ key: Value) -> Int? { numbers[key] }
}

extension AnalysisRequest {
  /// The dimensions of products, from the narrowest.
  static let productDimensions = ["product", "sku", "subcategory", "category"]

  /// The filters of the question on some dimensions.
  func filters(on dimensions: [String]) -> [Filter] {
    query.filters.filter { $0.dimension.map(dimensions.contains) ?? false }
  }

  /// The same request without the filters on some dimensions: what a question is about is no restriction of what it is
  /// compared with.
  func without(_ dimensions: [String]) -> AnalysisRequest {
    var rest = query
    rest.filters.removeAll { $0.dimension.map(dimensions.contains) ?? false }
    return with(rest)
  }

  /// The same request about customers where they live, wherever their orders go: « les clients de la région Nord ».
  ///
  /// The region and country of orders stay where the database does not tell those of customers.
  var aboutCustomers: AnalysisRequest {
    var own = query
    for (index, filter) in query.filters.enumerated() {
      guard case .values(let dimension, let values, let isNegated) = filter,
        ["region", "country"].contains(dimension)
      else { continue }
      var probe = Query()
      probe.keys = [.dimension("customer")]
      let moved = Filter.values(
        dimension: "customer_" + dimension,
        values: values,
        negated: isNegated
      )
      probe.filters = [moved]
      if source.canTell(probe) { own.filters[index] = moved }
    }
    return with(own)
  }

  /// The only customer named; nil where none or several are.
  var customer: NamedValue? {
    let named = query.filters.compactMap { filter -> [NamedValue]? in
      guard case .values("customer", let values, negated: false) = filter else { return nil }
      return values
    }
    return named.count == 1 && named[0].count == 1 ? named[0][0] : nil
  }

  /// The keys of the products that some filters are about.
  func products(_ filters: [Filter]) throws(AnalysisError) -> [Value] {
    var list = Query()
    list.keys = [.dimension("product")]
    list.filters = filters
    return try source.keyedFigures(of: list).rows.map { $0[0] }.filter { !$0.isNull }
  }

  /// What the filters on products are called: the names said.
  func productsNamed(_ filters: [Filter]) -> Finding.Content {
    let parts = filters.flatMap { filter -> [Finding.Content] in
      switch filter {
      case .values(let dimension, let values, _):
        return values.map { .member(.text($0.name), .dimension(dimension)) }
      case .nameMatches(_, let words, _):
        let text = "« \(words.joined(separator: " ")) »"
        return [.text(LocalizedText(french: text, english: text))]
      default: return []
      }
    }
    return .list(parts)
  }

  /// What a code in a column of the analysis is called in the corpus.
  func words(_ code: String, in column: String) -> LocalizedText {
    analysis.columns.first { $0.name == column }?.words[code]
      ?? LocalizedText(french: code, english: code)
  }

  /// The rows asked for, else a standard number.
  func rowLimit(_ standard: Int = 10) -> Int { query.limit ?? standard }

  /// A figure of each member of a dimension, by its key; empty where the database cannot tell it.
  func figure(_ metric: String, by dimension: String) throws(AnalysisError) -> [Value: Double] {
    var list = Query()
    list.measures = [Measure(metric)]
    list.keys = [.dimension(dimension)]
    guard source.canTell(list) else { return [:] }
    let table = try source.keyedFigures(of: list)
    var figures: [Value: Double] = [:]
    for row in table.rows {
      if let number = table.number(row, ofMeasure: 0) { figures[row[0]] = number }
    }
    return figures
  }
}
