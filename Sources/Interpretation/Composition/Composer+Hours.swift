import Language
import SemanticModel
import Values

/// Hours of the day that a question keeps to, or sets against each other.
extension Composer {
  /// « avant 8 h » keeps the rows of those hours; « le matin et le soir » are told beside each other.
  mutating func takeHours() {
    var said: [DayHours] = []
    for index in items.indices {
      guard !isUsed[index], case .hours(let hours) = items[index].span.meaning,
        !isOfAnotherEvent(index)
      else { continue }
      isUsed[index] = true
      if !said.contains(hours) { said.append(hours) }
    }
    if said.count > 1, !asksForOneShare {
      contrastedHours = said
    } else if !said.isEmpty {
      query.filters.append(.hours(said))
    }
  }

  /// « stock ce matin »: a level of today has no hours of its own.
  mutating func dropHoursOfLevels() {
    let datasets = query.measures.flatMap { model.datasets(ofMetric: $0.metric) }
    let areLevels = datasets.allSatisfy { name in
      if case .flow = model.datasets[name]?.kind { false } else { true }
    }
    let saysToday = items.contains { item in
      if case .period(let period) = item.span.meaning {
        period.start == utterance.clock.now
      } else {
        false
      }
    }
    guard saysToday, !query.measures.isEmpty, areLevels else { return }
    let isHours: (Filter) -> Bool = { if case .hours = $0 { true } else { false } }
    guard query.filters.contains(where: isHours) else { return }
    query.filters.removeAll(where: isHours)
    // What is there now.
    if query.period?.start == utterance.clock.now { query.period = nil }
  }

  /// « livrées avant 8 h »: the hour of a delivery, where rows are timed by what was ordered; better not understood than wrong.
  private func isOfAnotherEvent(_ item: Int) -> Bool {
    let place = items[item].span.tokens.lowerBound - 1
    return place >= 0 && Self.otherEvents.contains(utterance.words[place])
  }

  private static let otherEvents = Set(
    [
      "livre", "livree", "livraison", "expedie", "expediee", "expedition", "recu", "recue",
      "retourne", "retournee", "delivered", "delivery", "shipped", "shipment", "received",
      "returned", "arrived",
    ].map { CanonicalWord.of($0) }
  )

  /// « le CA du matin et celui du soir »: each figure once for each part of the day; what is only listed is of any of them.
  mutating func contrastHours() {
    guard !contrastedHours.isEmpty else { return }
    guard !query.measures.isEmpty, rank == nil else {
      return query.filters.append(.hours(contrastedHours))
    }
    take([.compare, .greater, .less])
    query.measures = query.measures.flatMap { measure in
      contrastedHours.map { hours in
        var part = measure
        part.filters.append(.hours([hours]))
        return part
      }
    }
  }
}
