import Language
import SemanticModel
import Values

/// Thresholds: « dont le CA dépasse 50 000 », "fewer than 50 units on hand", « au moins 12 commandes ».
extension Composer {
  mutating func findConditions() {
    for index in items.indices where !isUsed[index] {
      guard let (number, unit) = quantity(at: index) else {
        compareFigures(at: index)
        continue
      }
      if let range = between(index, number: number, unit: unit) {
        // « entre 50 et 100 euros »: the unit behind the second number is that of both.
        let unit = unit == .plain ? quantity(at: index + 2)?.1 ?? unit : unit
        attach(range.0, unit, .greaterOrEqual, number: index)
        attach(range.1, unit, .lessOrEqual, number: index)
        continue
      }
      guard let comparison = takeComparison(around: index) ?? bareEquality(index) else {
        if takeTerms(number, at: index) { isUsed[index] = true }
        // "over 3 months of cover": more than, and nothing to compare with.
        if isMarker(index - 1, [.compare]),
          utterance.tokens[items[index - 1].span.tokens.lowerBound].folded == "over"
        {
          penalty += 0.5
        }
        continue
      }
      attach(number, unit, comparison, number: index)
    }
    findOnce()
    findNegatives()
  }

  /// « dont la marge est négative », "negative stock": below nought.
  private mutating func findNegatives() {
    for index in items.indices where marker(index) == .negative && !isUsed[index] {
      let before = items[..<index].indices.last { items[$0].span.metric != nil }
      let after = items.indices.first { $0 > index && items[$0].span.metric != nil }
      guard let place = after == index + 1 ? after : before ?? after,
        let metric = items[place].span.metric
      else { continue }
      isUsed[index] = true
      isUsed[place] = true
      conditionMetrics.insert(place)
      query.conditions.append(Condition(Measure(metric), .less, .number(0)))
    }
  }

  /// A number, or a duration in days, as a threshold.
  private func quantity(at index: Int) -> (Double, NumberSpan.Unit)? {
    switch items[index].span.meaning {
    // "biggest excess first" is a place, not a threshold.
    case .number(let value, let unit) where unit != .ordinal: (value, unit)
    case .duration(let days, _): (Double(days), .plain)
    default: nil
    }
  }

  /// « entre 10 et 20 », "between 10 and 20".
  private mutating func between(_ index: Int, number: Double, unit: NumberSpan.Unit) -> (
    Double, Double
  )? {
    guard isMarker(index - 1, [.between]), isMarker(index + 1, [.and]), index + 2 < items.count,
      let (upper, _) = quantity(at: index + 2)
    else { return nil }
    for used in (index - 1)...(index + 2) { isUsed[used] = true }
    return (min(number, upper), max(number, upper))
  }

  /// The comparison word right before or right behind a number.
  private mutating func takeComparison(around index: Int) -> ComparisonOperator? {
    for neighbour in [index - 1, index + 1, index + 2] {
      guard items.indices.contains(neighbour), !isUsed[neighbour], let marker = marker(neighbour),
        let found = Self.comparisons[marker]
      else { continue }
      // Behind the number only "or more", « ou moins »; one noun may stand between: "5 lines or more".
      if neighbour > index, marker != .atLeast, marker != .atMost { continue }
      if neighbour == index + 2, items[index + 1].span.metric == nil,
        items[index + 1].span.dimension == nil
      {
        continue
      }
      isUsed[neighbour] = true
      let negated = neighbour < index ? takeNot(before: neighbour) : false
      return negated ? found.opposite : found
    }
    return nil
  }

  private mutating func takeNot(before index: Int) -> Bool {
    guard items.indices.contains(index - 1), !isUsed[index - 1], marker(index - 1) == .not else {
      return false
    }
    isUsed[index - 1] = true
    return true
  }

  /// « remisées à 20 % », « notés 5 sur 5 »: a number beside a numeric property, without a comparison word.
  private mutating func bareEquality(_ index: Int) -> ComparisonOperator? {
    if index >= 1, marker(index - 1) == .equal { isUsed[index - 1] = true }
    let neighbours = [index - 1, index + 1].filter { items.indices.contains($0) }
    let isBeside = neighbours.contains { neighbour in
      if let dimension = items[neighbour].span.dimension {
        return model.dimensions[dimension]?.type == .number
      }
      guard let metric = items[neighbour].span.metric else { return false }
      return isProperty(metric)
    }
    guard isBeside else { return nil }
    // "5 out of 5": the scale says nothing more.
    if index + 1 < items.count, case .number = items[index + 1].span.meaning {
      isUsed[index + 1] = true
    }
    return .equal
  }

  /// A figure that is a property of one thing (rating, list price), so that "= 5" can be meant.
  func isProperty(_ metric: String) -> Bool {
    let datasets = model.datasets(ofMetric: metric)
    return !datasets.isEmpty && datasets.allSatisfy { model.datasets[$0]?.kind == .entity }
  }

  /// Puts a threshold on the figure or property it is about.
  private mutating func attach(
    _ number: Double,
    _ unit: NumberSpan.Unit,
    _ comparison: ComparisonOperator,
    number index: Int
  ) {
    isUsed[index] = true
    if takeTerms(number, at: index) { return }
    guard let target = target(of: index).flatMap({ isCountOf($0, in: unit) ? nil : $0 }) else {
      if unit == .currency, let money = moneyOfSubject {
        append(money, number, unit, comparison)
        return
      }
      if unit == .percent, saysRunningOut {
        query.conditions.append(
          Condition(Measure("stockout_risk"), comparison, .number(number / 100))
        )
        return
      }
      penalty += 1
      unusedWords.append(utterance.written(items[index].span.tokens))
      return
    }
    isUsed[target] = true
    if case .duration = items[index].span.meaning, !measuresTime(items[target].span) {
      if let date = items[target].span.metric, let time = Self.lapses[date] {
        // "took more than 12 days to reach the customer"
        conditionMetrics.insert(target)
        append(time, number, unit, comparison)
        return
      }
      penalty += 1.5
      unusedWords.append(utterance.written(items[index].span.tokens))
      return
    }
    switch items[target].span.meaning {
    case .dimension(let name, _) where model.dimensions[name]?.type == .number:
      query.filters.append(.compare(dimension: name, comparison, .real(number)))
      asides.removeAll { $0.item == target }
      heads.removeAll { $0.item == target }
    case .dimension(let name, _):
      guard let count = eventCount(of: name, before: index) ?? factCount(of: name) else {
        penalty += 1
        return
      }
      append(count, number, unit, comparison)
      asides.removeAll { $0.item == target }
      if heads.count > 1 { heads.removeAll { $0.item == target } }
    case .metric(let name, _):
      conditionMetrics.insert(target)
      if unit == .percent, let rate = rateOfTheirs(target) {
        append(rate, number, unit, comparison)
        return
      }
      if unit == .percent, isShareOf(name, at: target) {
        var share = Measure(name)
        share.display = .share
        query.conditions.append(Condition(share, comparison, .number(number / 100)))
        return
      }
      let name = figure(name, in: unit)
      let number = number * days(in: items[target].span, of: name)
      if unit == .percent, isNeverPercent(name) {
        penalty += 1
        unusedWords.append(utterance.written(items[index].span.tokens))
        return
      }
      if let dimension = rowProperty(of: name), !isCalledMean(target) {
        query.filters.append(.compare(dimension: dimension, comparison, .real(number)))
      } else {
        append(name, number, unit, comparison)
      }
    default: penalty += 1
    }
  }

  /// The days that one unit of a length of time stands for: "weeks of cover" are told in days.
  private func days(in span: Span, of metric: String) -> Double {
    guard model.metrics[metric]?.unit == .days else { return 1 }
    for word in span.tokens.map({ utterance.tokens[$0].folded }) {
      if ["semaine", "semaines", "week", "weeks"].contains(word) { return 7 }
      if ["mois", "month", "months"].contains(word) { return 30 }
    }
    return 1
  }

  /// "orders worth more than $8,000, with the customer": no number of customers is told in money.
  private func isCountOf(_ target: Int, in unit: NumberSpan.Unit) -> Bool {
    guard unit == .currency, let name = items[target].span.dimension, moneyOfSubject != nil else {
      return false
    }
    return model.dimensions[name]?.type != .number
  }

  /// « qui ont retourné plus de 3 articles »: of what came back, not of what was sold.
  private func eventCount(of dimension: String, before index: Int) -> String? {
    guard ["product", "sale_line"].contains(dimension),
      let event = items[..<index].last(where: { $0.span.metric != nil })?.span.metric,
      model.datasets(ofMetric: event).allSatisfy({ $0 != "sales" })
    else { return nil }
    if model.datasets(ofMetric: event) == ["returns"] { return "returned_units" }
    return model.metrics[event]?.unit == .count ? event : nil
  }

  private mutating func append(
    _ metric: String,
    _ number: Double,
    _ unit: NumberSpan.Unit,
    _ comparison: ComparisonOperator
  ) {
    let isPercent = model.metrics[metric]?.unit == .percent
    let scaled = isPercent && (unit == .percent || number > 1) ? number / 100 : number
    query.conditions.append(Condition(Measure(metric), comparison, .number(scaled)))
  }

  /// The figure that a number of this unit can be a threshold of: « moins de 20 % de marge » is about the rate.
  private mutating func figure(_ metric: String, in unit: NumberSpan.Unit) -> String {
    guard let own = model.metrics[metric]?.unit else { return metric }
    switch unit {
    case .percent where own != .percent:
      if let rate = rate(of: metric) { return rate }
      penalty += 0.6
    case .currency where metric == "units_sold" && saysAtPrice:
      // « articles vendus à moins de 10 euros »
      return "product_price"
    case .currency
    where own == .count && metric != "orders" && model.metrics[metric]?.dataset == "sales":
      // « ont acheté pour plus de 6 000 € »
      return "revenue"
    case .currency where own != .currency:
      // « commandes de plus de 5000 $ »: no count is told in money.
      penalty += 1.2
    default: break
    }
    return metric
  }

  /// « vendus à moins de », "sold at under": what follows is a price.
  private var saysAtPrice: Bool {
    items.indices.contains { index in
      let start = items[index].span.tokens.lowerBound
      return isMarker(index, [.less, .greater, .atLeast, .atMost]) && start > 0
        && ["a", "at", "for"].contains(utterance.tokens[start - 1].folded)
    }
  }

  /// The figure of money that a thing is usually told of, for "orders over $500", « articles à moins de 20 € ».
  private var moneyOfSubject: String? {
    guard let subject = counted ?? heads.first?.dimension else { return nil }
    let money = subject == "product" ? "product_price" : "revenue"
    return model.metrics[money] == nil ? nil : money
  }

  /// « le stock est inférieur au minimum », "registered after their first order": one figure against another.
  private mutating func compareFigures(at index: Int) {
    // « dépasse aujourd'hui leur niveau maximum »: a time may stand between.
    let other =
      items.indices.contains(index + 1) && items[index + 1].span.isPeriod ? index + 2 : index + 1
    guard let marker = marker(index), let comparison = Self.comparisons[marker],
      other < items.count, let right = items[other].span.metric,
      items[other].span.role == .noun || Self.measured[right] != nil, !isUsed[other],
      !isMarker(other + 1, [.greater, .less, .atLeast, .atMost])
    else { return }
    let before = items[..<index].lastIndex {
      $0.span.metric != nil && $0.span.role != .top && $0.span.role != .bottom
    }
    // A level to keep to is one of the stock, whether or not it is named.
    let left = before.flatMap { items[$0].span.metric } ?? Self.measured[right]
    guard let left, left != right,
      model.metrics[left]?.unit.isComparable(with: model.metrics[right]?.unit) == true
    else { return }
    for used in [index, other] + (before.map { [$0] } ?? []) { isUsed[used] = true }
    let negated = takeNot(before: index)
    query.conditions.append(
      Condition(Measure(left), negated ? comparison.opposite : comparison, .measure(Measure(right)))
    )
  }

  private static let measured = [
    "min_stock_level": "stock_on_hand", "max_stock_level": "stock_on_hand",
  ]

  /// The length of time that ends at a date.
  static let lapses = [
    "delivery_date": "delivery_time", "shipping_date": "shipping_time",
    "receipt_date": "supplier_lead_time",
  ]

  /// What the words of a comparison compare by.
  static let comparisons: [Marker: ComparisonOperator] = [
    .greater: .greater, .atLeast: .greaterOrEqual, .less: .less, .atMost: .lessOrEqual,
    .equal: .equal,
  ]

  /// Whether a span is a length of time, so that "5 days" can be its threshold.
  private func measuresTime(_ span: Span) -> Bool {
    if let metric = span.metric { return model.metrics[metric]?.unit == .days }
    return span.dimension == "delivery_days"
  }

  /// What a number measures: the noun right behind it, else the nearest figure before, else the nearest behind.
  private func target(of index: Int) -> Int? {
    func canCarry(_ candidate: Int) -> Bool {
      switch items[candidate].span.meaning {
      case .metric: return true
      case .dimension(let name, _):
        return model.dimensions[name]?.type == .number || factCount(of: name) != nil
      default: return false
      }
    }
    if let before = moneyBefore(index) { return before }
    // "20% off": the discount, and no figure before it.
    if case .number(_, .percent) = items[index].span.meaning, items.indices.contains(index + 1),
      let property = items[index + 1].span.dimension, model.dimensions[property]?.type == .number
    {
      return index + 1
    }
    if let after = nounAfter(index, canCarry), !conditionMetrics.contains(after),
      !heads.contains(where: { $0.item == after && heads.count == 1 && hasMetricBefore(index) })
    {
      return after
    }
    for before in stride(from: index - 1, through: 0, by: -1) {
      // What is denied carries no threshold of what is asked.
      if items[before].span.metric != nil, !isUsed[before] || conditionMetrics.contains(before) {
        return before
      }
      if let name = items[before].span.dimension, model.dimensions[name]?.type == .number {
        return before
      }
    }
    return items.indices.first { $0 > index && items[$0].span.metric != nil && !hasOwnNumber($0) }
      ?? items.indices.first { $0 > index && canCarry($0) && !hasOwnNumber($0) }
  }

  /// "listed at more than 5,000 francs made a margin rate below …": money is a threshold of the money before it.
  private func moneyBefore(_ index: Int) -> Int? {
    guard case .number(let number, let unit) = items[index].span.meaning,
      unit == .currency || unit == .plain && number > 100,
      let marker = marker(index - 1), Self.comparisons[marker] != nil,
      items.indices.contains(index - 2), let before = items[index - 2].span.metric,
      model.metrics[before]?.unit == .currency,
      items.indices.contains(index + 1), let after = items[index + 1].span.metric,
      let other = model.metrics[after]?.unit,
      unit == .currency ? other != .currency : other == .percent
    else { return nil }
    return index - 2
  }

  /// "… but at a margin rate below 20 %": a figure with a threshold of its own takes no other.
  private func hasOwnNumber(_ index: Int) -> Bool {
    guard let marker = marker(index + 1), Self.comparisons[marker] != nil else { return false }
    return items.indices.contains(index + 2) && items[index + 2].span.isNumber
  }

  /// The figure right behind a number; of « 50 unités en stock » the clearer one.
  private func nounAfter(_ index: Int, _ canCarry: (Int) -> Bool) -> Int? {
    guard index + 1 < items.count, canCarry(index + 1), !startsClause(between: index) else {
      return nil
    }
    if items[index + 1].span.role == .weak, index + 2 < items.count,
      items[index + 2].span.metric != nil,
      items[index + 2].span.role != .weak
    {
      return index + 2
    }
    if items[index + 1].span.role == .weak,
      let before = items[..<index].lastIndex(where: {
        $0.span.metric != nil && $0.span.role != .weak
      })
    {
      return before
    }
    return index + 1
  }

  /// "rated below 4 from whom we bought …": what follows is said of something else.
  private func startsClause(between index: Int) -> Bool {
    let words: Set<String> = [
      "whom", "which", "who", "that", "qui", "dont", "auxquels", "desquels",
    ]
    let auxiliaries: Set<String> = ["have", "has", "had", "did", "do", "does"]
    let end = items[index].span.tokens.upperBound
    if end < utterance.tokens.count, auxiliaries.contains(utterance.tokens[end].folded) {
      return true
    }
    return utterance.tokens[end..<max(end, items[index + 1].span.tokens.lowerBound)].contains {
      words.contains($0.folded)
    }
  }

  private func hasMetricBefore(_ index: Int) -> Bool {
    items[..<index].contains { $0.span.metric != nil }
  }

  /// "ordered exactly once", « commandé deux fois », "bought 3 times".
  private mutating func findOnce() {
    for index in items.indices where !isUsed[index] {
      let number: Double
      var said: ComparisonOperator?
      switch items[index].span.meaning {
      case .marker(.once):
        // « …, avec leur fournisseur une fois »: the Belgian end of a sentence counts nothing.
        if index == items.count - 1, index > 0, items[index - 1].span.dimension != nil {
          isUsed[index] = true
          continue
        }
        number = 1
      case .marker(.twice): number = 2
      case .marker(.times):
        guard index > 0, case .number(let value, let unit) = items[index - 1].span.meaning,
          unit != .ordinal
        else { continue }
        // The number was taken for a threshold of the figure: its comparison is that of the times.
        said = query.conditions.first { $0.operand == .number(value) }?.comparison
        query.conditions.removeAll { $0.operand == .number(value) }
        isUsed[index - 1] = true
        number = value
      default: continue
      }
      isUsed[index] = true
      // "didn't sell even once" only strengthens the negation.
      if query.filters.contains(where: {
        if case .membership(_, _, negated: true) = $0 { true } else { false }
      }) {
        continue
      }
      let comparison = said ?? takeComparison(around: index) ?? .equal
      var event = "orders"
      for item in items.indices {
        guard let metric = items[item].span.metric, isOccurrence(metric, items[item].span.role)
        else { continue }
        conditionMetrics.insert(item); isUsed[item] = true
        event = occurrences(of: metric)
      }
      query.conditions.append(Condition(Measure(event), comparison, .number(number)))
    }
  }

  /// Whether a figure stands for something that happens some times: « commandé », "returned", « ventes ».
  private func isOccurrence(_ metric: String, _ role: LexicalEntry.Role?) -> Bool {
    role == .verb || ["returned_units", "return_count", "return_rate"].contains(metric)
  }

  /// The figure that counts how often something happened.
  private func occurrences(of metric: String) -> String {
    let datasets = model.datasets(ofMetric: metric)
    if datasets.contains("returns") { return "return_count" }
    if datasets.contains("purchase_orders") { return "purchase_order_count" }
    return "orders"
  }

  /// How many of a thing the sales of another name: customers with 5 products → distinct products sold.
  func factCount(of dimension: String) -> String? {
    guard let entity = model.dimensions[dimension], entity.isEntity,
      let sales = model.datasets["sales"]
    else { return nil }
    if entity.name == "customer_order" { return "orders" }
    if entity.name == "sale_line" { return "sale_lines" }
    guard let relationship = sales.relationships.first(where: { $0.target == entity.dataset })
    else { return nil }
    return model.metrics.values.filter { metric in
      metric.dataset == "sales"
        && metric.expression == .call("count_distinct", [.name([relationship.from])])
    }.map(\.name).min()
  }

  /// The row property behind a figure that is the plain mean of one (average discount of a line has none).
  private func rowProperty(of metric: String) -> String? {
    guard metric == "average_discount" || metric == "discount_amount" else { return nil }
    return model.dimensions["discount"] == nil ? nil : "discount"
  }
}
