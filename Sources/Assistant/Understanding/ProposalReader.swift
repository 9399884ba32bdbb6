import Interpretation
import Language
import SemanticModel
import ValueIndex
import Values

/// Reads a proposal strictly: whatever is not one of the things offered ends it.
struct ProposalReader {
  private let scope: ProposalScope
  private let model: SemanticModel
  private let catalog: ValueCatalog

  /// Most of each kind that one question asks for.
  private static let mostFigures = 3
  private static let mostKeys = 3
  private static let mostFilters = 4
  private static let mostRows = 1_000

  init(_ scope: ProposalScope, model: SemanticModel, catalog: ValueCatalog) {
    self.scope = scope
    self.model = model
    self.catalog = catalog
  }

  private static let members = [
    "figures", "analysis", "by", "filters", "states", "conditions", "time", "compare", "sort",
    "limit",
  ]

  /// The query that a proposal comes to.
  func query(_ object: JSON) throws(ProposalFault) -> Query {
    let fields = try Fields(object, Self.members)
    var query = Query()
    query.measures = try texts(fields["figures"], most: Self.mostFigures, of: scope.figures)
      .map(Measure.init)
    query.keys = try keys(fields["by"])
    query.filters = try filters(fields["filters"]) + states(fields["states"])
    query.conditions = try conditions(fields["conditions"])
    if let name = try choice(fields["analysis"], of: scope.analyses.map(\.id)) {
      query.analysis = AnalysisCall(name)
      if query.measures.isEmpty, let figure = model.analyses[name]?.figure {
        query.measures = [Measure(figure)]
      }
    }
    if let time = try choice(fields["time"], of: scope.times.map(\.id)) {
      query.period = scope.times.first { $0.id == time }?.period
    }
    guard !query.measures.isEmpty || !query.keys.isEmpty else { throw .nothing }
    try compare(&query, fields["compare"])
    try sort(&query, fields)
    return query
  }

  // MARK: - Parts

  private func keys(_ node: JSON?) throws(ProposalFault) -> [Key] {
    let grains = ProposalScope.grains.map(\.rawValue)
    let names = try texts(
      node,
      most: Self.mostKeys,
      of: scope.groups.map(\.id) + grains
    )
    return names.map { name in
      grains.contains(name)
        ? Grain(rawValue: name).map(Key.time) ?? .dimension(name)
        : .dimension(name)
    }
  }

  private func filters(_ node: JSON?) throws(ProposalFault) -> [Filter] {
    var filters: [Filter] = []
    for item in try items(node, most: Self.mostFilters) {
      let fields = try Fields(item, ["dimension", "is", "value"])
      guard case .bool(let isMeant) = fields["is"] ?? .bool(true),
        let text = fields["value"]?.text
      else { throw .form }
      guard let name = try choice(fields["dimension"], of: scope.groups.map(\.id)) else {
        throw .form
      }
      let value = try value(text, of: name)
      let place = filters.firstIndex { filter in
        if case .values(name, _, !isMeant) = filter { true } else { false }
      }
      if let place, case .values(_, let others, _) = filters[place] {
        filters[place] = .values(dimension: name, values: others + [value], negated: !isMeant)
      } else {
        filters.append(.values(dimension: name, values: [value], negated: !isMeant))
      }
    }
    return filters
  }

  private func states(_ node: JSON?) throws(ProposalFault) -> [Filter] {
    try texts(node, most: 2, of: scope.states.map(\.id)).map {
      .segment($0, days: nil, negated: false)
    }
  }

  private func conditions(_ node: JSON?) throws(ProposalFault) -> [Condition] {
    var conditions: [Condition] = []
    for item in try items(node, most: 2) {
      let fields = try Fields(item, ["figure", "operator", "number"])
      guard let figure = try choice(fields["figure"], of: scope.figures.map(\.id)),
        let sign = try choice(fields["operator"], of: ProposalForm.operators),
        let comparison = ComparisonOperator(rawValue: sign)
      else { throw .form }
      let isFraction = model.metrics[figure]?.unit == .percent
      let number = try number(fields["number"])
      conditions.append(
        Condition(Measure(figure), comparison, .number(isFraction ? number / 100 : number))
      )
    }
    return conditions
  }

  private func compare(_ query: inout Query, _ node: JSON?) throws(ProposalFault) {
    guard let comparison = try choice(node, of: ProposalForm.comparisons) else { return }
    guard let period = query.period else { throw .form }
    query.comparison =
      comparison == "year_before"
      ? period.shifted(months: -12) : period.unitBefore(period.grain ?? .month)
  }

  private func sort(_ query: inout Query, _ fields: Fields) throws(ProposalFault) {
    let sort = try choice(fields["sort"], of: ProposalForm.sorts)
    if let sort, !query.measures.isEmpty, !query.keys.isEmpty {
      query.order = Order(.measure(0), descending: sort == "descending")
    }
    guard let node = fields["limit"], node != .null, node != .integer(0) else { return }
    let limit = try number(node)
    guard limit >= 1, limit <= Double(Self.mostRows), limit == limit.rounded(),
      !query.keys.isEmpty, !query.measures.isEmpty
    else { throw .form }
    query.limit = Int(limit)
    if query.order == nil { query.order = Order(.measure(0), descending: true) }
  }

  // MARK: - Values

  /// A number of the question's own: a proposal makes none up.
  private func number(_ node: JSON?) throws(ProposalFault) -> Double {
    let number: Double? =
      switch node {
      case .integer(let number): Double(number)
      case .number(let number): number
      default: nil
      }
    guard let number else { throw .form }
    guard scope.numbers.contains(number) else { throw .number }
    return number
  }

  /// The one name of the data that a text is, in a closed list by its words too.
  private func value(_ text: String, of name: String) throws(ProposalFault) -> NamedValue {
    guard let place = catalog.dimensions.firstIndex(of: name), text.utf8.count <= 200 else {
      throw .value
    }
    let folded = Fold.fold(text)
    let stored = model.dimensions[name]?.valueWords.first { word in
      ([word.label.french, word.label.english] + word.synonyms).contains { Fold.fold($0) == folded }
    }?.value
    let words = Lexer.tokens(of: stored ?? text).map(\.folded)
    let found = catalog.index.lookup(words, dimension: place).filter { $0.distance == 0 }
    let whole = found.filter { $0.score == 1 }
    guard let candidate = whole.first ?? found.first, whole.count == 1 || found.count == 1 else {
      throw .value
    }
    return NamedValue(key: candidate.key, name: candidate.name)
  }

  // MARK: - Forms

  /// The members of an object, of which each is one of some names and stands once.
  private struct Fields {
    private let members: [(String, JSON)]

    init(_ object: JSON, _ names: [String]) throws(ProposalFault) {
      guard case .object(let members) = object, members.allSatisfy({ names.contains($0.0) }),
        Set(members.map(\.0)).count == members.count
      else { throw .form }
      self.members = members
    }

    subscript(name: String) -> JSON? { members.first { $0.0 == name }?.1 }
  }

  private func items(_ node: JSON?, most: Int) throws(ProposalFault) -> [JSON] {
    guard let node, node != .null else { return [] }
    guard let items = node.items, items.count <= most else { throw .form }
    return items
  }

  private func texts(_ node: JSON?, most: Int, of offered: [ProposalScope.Item])
    throws(ProposalFault) -> [String]
  {
    try texts(node, most: most, of: offered.map(\.id))
  }

  /// Different names of those offered.
  private func texts(_ node: JSON?, most: Int, of offered: [String]) throws(ProposalFault)
    -> [String]
  {
    var texts: [String] = []
    for item in try items(node, most: most) {
      guard let text = item.text else { throw .form }
      if text == ProposalForm.none { continue }
      guard offered.contains(text) else { throw .unknownID }
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  /// One of those offered; nil for none.
  private func choice(_ node: JSON?, of offered: [String]) throws(ProposalFault) -> String? {
    guard let node, node != .null else { return nil }
    guard let text = node.text else { throw .form }
    if text.isEmpty || text == ProposalForm.none { return nil }
    guard offered.contains(text) else { throw .unknownID }
    return text
  }
}
