import Planning
import SemanticModel
import Values

/// What is under way already when it is told what to order, so that nobody orders it twice.
extension Assistant {
  /// The open orders of the products that an answer says to order, as a remark; nil where there are none, or none are known.
  func underway(_ query: Query, _ answer: Answer) -> Answer.Assumption? {
    guard
      let place = query.measures.firstIndex(where: { model.metrics[$0.metric]?.underway != nil }),
      let name = model.metrics[query.measures[place].metric]?.underway,
      let column = answer.columns.firstIndex(where: { $0.role == .measure(place) }),
      let products = orderedProducts(
        query,
        place,
        isSome: answer.rows.contains { ($0[column].number ?? 0) > 0 }
      )
    else { return nil }
    var open = Query()
    open.measures = [Measure(name)]
    open.filters = [.membership(dimension: Self.product, products, negated: false)]
    guard let units = series(open)?.rows.first?.first?.number, units > 0 else { return nil }
    open.keys = [.time(.day)]
    open.conditions = [Condition(Measure(name), .greater, .number(0))]
    // Without a column of days the units are known all the same.
    let days = (series(open)?.rows ?? []).compactMap { row -> (day: CalendarDay, units: Double)? in
      guard let day = row[0].text.flatMap({ CalendarDay(iso: $0) }), let units = row[1].number
      else { return nil }
      return (day, units)
    }
    let now = context.facts.now
    let ahead = days.map(\.day).filter { $0 >= now }
    return .underway(
      Answer.Underway(
        units: units,
        first: ahead.min(),
        last: ahead.max(),
        overdue: days.filter { $0.day < now }.reduce(0) { $0 + $1.units }
      )
    )
  }

  private static let product = "product"

  /// The products a figure was told of, or those with something to order where there are some.
  ///
  /// Nil where a limit on other groups leaves it open which they are.
  private func orderedProducts(_ query: Query, _ place: Int, isSome: Bool) -> Query? {
    var products = query
    products.rollup = nil
    products.population = .facts
    if query.keys != [.dimension(Self.product)] {
      guard query.limit == nil, model.dimensions[Self.product] != nil else { return nil }
      products.keys = [.dimension(Self.product)]
      products.order = nil
      products.conditions = []
    }
    if isSome { products.conditions.append(Condition(query.measures[place], .greater, .number(0))) }
    return products
  }
}
