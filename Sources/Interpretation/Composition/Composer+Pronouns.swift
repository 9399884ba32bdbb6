import Language
import SemanticModel
import Values

/// Small words that stand for a thing named before, and numbers that only say how many there are of it.
extension Composer {
  /// "our two German suppliers", « nos trois entrepôts »: how many there are, which no figure depends on.
  mutating func takeNumbersOfThings() {
    for index in items.indices where !isUsed[index] {
      guard case .number(let number, .plain) = items[index].span.meaning, number >= 2, number <= 20,
        let first = items[index].span.tokens.first, first > 0,
        Self.owners.contains(utterance.tokens[first - 1].folded),
        let thing = thing(behind: index), !ranks
      else { continue }
      isUsed[index] = true
      if requiresAll(of: thing, at: index, number) { continue }
      if items.contains(where: { $0.span.marker == .compare }) { addKey(.dimension(thing)) }
    }
  }

  /// "customers who bought from all three categories": each of them has something of every one.
  private mutating func requiresAll(of dimension: String, at index: Int, _ number: Double) -> Bool {
    let start = items[index].span.tokens.lowerBound
    let all: Set<String> = ["all", "toutes", "tous", "les"]
    let buyers = items[..<index].contains {
      ["customer", "customer_order"].contains($0.span.thing ?? $0.span.metric ?? "")
        || $0.span.metric == "orders"
    }
    guard dimension == "category", buyers, all.contains(utterance.tokens[start - 1].folded),
      model.metrics["categories_sold"] != nil,
      let noun = items.indices.first(where: { $0 > index && items[$0].span.dimension == dimension })
    else { return false }
    isUsed[noun] = true
    query.conditions.append(
      Condition(Measure("categories_sold"), .greaterOrEqual, .number(number))
    )
    return true
  }

  private static let owners: Set<String> = [
    "our", "the", "these", "those", "my", "both", "all", "nos", "les", "ces", "mes", "aux", "des",
  ]

  /// The things in the plural behind a number, with nothing but names between.
  private func thing(behind number: Int) -> String? {
    for item in items[(number + 1)...] {
      if item.span.value != nil { continue }
      guard let name = item.span.dimension, item.isPlural else { return nil }
      return model.dimensions[name]?.isEntity == true || name == "category" ? name : nil
    }
    return nil
  }

  /// "from the Paris warehouse to the Marseille one": one stands for the thing, and is no number.
  mutating func takePronouns() {
    for index in items.indices where !isUsed[index] && items[index].span.isNumber {
      let tokens = items[index].span.tokens
      let words: Set<String> = ["one", "ones", "celui", "celle"]
      let before = tokens.lowerBound - 1
      if tokens.count == 1, words.contains(utterance.tokens[tokens.lowerBound].folded), before >= 0,
        ["the", "this", "that", "each"].contains(utterance.tokens[before].folded),
        isMarker(index - 1, [.compare, .and, .greater, .less])
      {
        // "the real lead time versus the one they announce"
        isUsed[index] = true
        continue
      }
      guard tokens.count == 1, words.contains(utterance.tokens[tokens.lowerBound].folded),
        index > 0,
        items[index - 1].span.value != nil || isMarker(index - 1, [.list]),
        !(items.indices.contains(index + 1) && items[index + 1].span.dimension != nil)
      else { continue }
      isUsed[index] = true
    }
  }

  /// « …, et à quand remonte la dernière de chacun ? »: the day of the last of the orders spoken of.
  mutating func tellWhenLast() {
    if tellWhenLastOne() { return }
    guard let when = firstItem([.when]),
      let end = items.indices.first(where: { $0 > when && $0 <= when + 2 }),
      isMarker(end, [.top, .bottom]), !mentions.contains(where: { $0.item > when }),
      let word = items[end].span.tokens.last.map({ utterance.tokens[$0].folded }),
      let date = Self.ends[word], model.metrics[date] != nil,
      isAboutSales
    else { return }
    (isUsed[when], isUsed[end]) = (true, true)
    if rank?.item == end { rank = nil }
    mentions.append(Mention(metric: date, role: .noun, item: end))
    if let last = items.indices.last, isMarker(last, [.group]) { isUsed[last] = true }
  }

  /// "how many orders has she placed, and when was the last one?": the last words are only « one » and an article.
  private mutating func tellWhenLastOne() -> Bool {
    guard let when = firstItem([.when]), when == items.count - 1,
      let word = utterance.tokens[items[when].span.tokens.upperBound...].prefix(3)
        .first(where: { Self.ends[$0.folded] != nil })?.folded,
      let date = Self.ends[word], model.metrics[date] != nil, isAboutSales
    else { return false }
    isUsed[when] = true
    mentions.append(Mention(metric: date, role: .noun, item: when))
    return true
  }

  private var isAboutSales: Bool {
    if counted == "customer_order" { return true }
    let figures = query.conditions.map(\.measure.metric) + mentions.map(\.metric)
    return figures.contains { model.datasets(ofMetric: $0).contains("sales") }
  }

  private static let ends = [
    "derniere": "last_sale_date", "dernier": "last_sale_date", "last": "last_sale_date",
    "latest": "last_sale_date", "premiere": "first_sale_date", "premier": "first_sale_date",
    "first": "first_sale_date", "one": "last_sale_date",
  ]
}
