import Analytics
import Planning
import SemanticModel
import Values

/// What is bought together more often than by chance.
struct AssociationRules: AnalysisMethod {
  let name = "association_rules"
  let findings: [String: Set<String>] = [
    "useful": ["count", "axis", "baskets", "several", "least", "tested"],
    "strongest": ["first", "second", "confidence", "together", "lift"],
    "none": ["axis", "tested", "least", "baskets", "several"],
    "most_frequent": ["first", "second", "together", "lift"],
    "triples": ["count", "tested", "least", "first", "second", "confidence", "together", "lift"],
    "no_triples": ["tested", "least"],
    "coarser": ["axis", "finer", "least"], "too_few": ["baskets", "several", "least"],
  ]

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    let asked = query.keys.first { BasketFigures.levels.contains($0) }
    var levels = BasketFigures.levels
    // « quelles catégories » is asked of categories; « quels produits » of what can be told of products.
    if let asked, asked != levels[0] { levels = [asked] }
    var tried: BasketFigures?
    var finer: Key?
    for level in levels {
      guard level == levels[0] || request.source.canTell(Self.probe(level)) else { continue }
      let figures = try BasketFigures(level, request)
      let rules = figures.baskets.rules(inAtLeast: figures.leastTogether)
      tried = figures
      guard rules.tested > 0 else {
        finer = finer ?? level
        continue
      }
      query.keys = [level]
      return Self.result(query, figures, rules, finer: finer, limit: request.rowLimit(40))
    }
    let places: [String: Finding.Content] = [
      "baskets": .count(tried?.baskets.count ?? 0),
      "several": .count(tried?.baskets.countOfSeveral ?? 0),
      "least": .count(tried?.leastTogether ?? BasketFigures.least),
    ]
    return AnalysisResult(query, findings: [Finding("too_few", places)])
  }

  private static func probe(_ level: Key) -> Query {
    var probe = Query()
    probe.measures = [Measure("units_sold")]
    probe.keys = [level]
    return probe
  }

  private static func result(
    _ query: Query,
    _ figures: BasketFigures,
    _ rules: Baskets.RuleSet,
    finer: Key?,
    limit: Int
  ) -> AnalysisResult {
    var places: [String: Finding.Content] = [
      "axis": .key(figures.level), "tested": .count(rules.tested),
      "least": .count(figures.leastTogether), "baskets": .count(figures.baskets.count),
      "several": .count(figures.baskets.countOfSeveral), "count": .count(rules.useful.count),
    ]
    let triples = figures.baskets.tripleRules(inAtLeast: figures.leastTogether)
    var findings: [Finding] = []
    if let first = rules.useful.first {
      findings = [
        Finding("useful", places), Finding("strongest", Self.places(of: first, figures)),
      ]
    } else {
      findings = [Finding("none", places)]
      if let frequent = rules.mostFrequent {
        findings.append(Finding("most_frequent", Self.places(of: frequent, figures)))
      }
    }
    findings += Self.told(triples, figures)
    if let finer {
      places["finer"] = .key(finer)
      findings.append(Finding("coarser", places))
    }
    let lines =
      (rules.useful.map { ($0.measures, RuleTable.row($0, figures)) }
      + triples.useful.map { ($0.measures, RuleTable.row($0, figures)) })
      .sorted { $0.0.lift > $1.0.lift }
    return AnalysisResult(
      query,
      columns: lines.isEmpty ? [] : RuleTable.columns(figures.level),
      rows: lines.prefix(limit).map(\.1),
      findings: findings
    )
  }

  /// What two things tell of a third; nothing where no three things stand together often enough.
  private static func told(
    _ triples: Baskets.TripleRuleSet,
    _ figures: BasketFigures
  ) -> [Finding] {
    guard triples.tested > 0 else { return [] }
    var places: [String: Finding.Content] = [
      "tested": .count(triples.tested), "least": .count(figures.leastTogether),
    ]
    guard let first = triples.useful.first else { return [Finding("no_triples", places)] }
    places["count"] = .count(triples.useful.count)
    places["first"] = .list(first.antecedent.map(figures.member))
    places["second"] = figures.member(first.consequent)
    places.merge(RuleTable.places(of: first.measures)) { $1 }
    return [Finding("triples", places)]
  }

  private static func places(
    of rule: Baskets.Rule,
    _ figures: BasketFigures
  ) -> [String: Finding.Content] {
    let things = ["first": figures.member(rule.first), "second": figures.member(rule.second)]
    return things.merging(RuleTable.places(of: rule.measures)) { $1 }
  }
}

/// How rules stand in a table.
enum RuleTable {
  /// Columns for rules from one thing to another of a level.
  static func columns(_ level: Key) -> [PlannedColumn] {
    [
      .key(level),
      .computed("bought_with", .text),
    ] + measures
  }

  /// The columns of a rule's measures.
  static let measures: [PlannedColumn] = [
    .computed("together", .count),
    .computed("support", .percent),
    .computed("confidence", .percent),
    .computed("lift", .number),
  ]

  /// The row of a rule.
  static func row(_ rule: Baskets.Rule, _ figures: BasketFigures) -> [Value] {
    [figures.name(rule.first), figures.name(rule.second)] + cells(rule.measures)
  }

  /// The row of a rule from two things to a third.
  static func row(_ rule: Baskets.TripleRule, _ figures: BasketFigures) -> [Value] {
    let pair = rule.antecedent.map { figures.name($0).text ?? "" }.joined(separator: " + ")
    return [.text(pair), figures.name(rule.consequent)] + cells(rule.measures)
  }

  /// What a sentence says of a rule's measures.
  static func places(of rule: AssociationRule) -> [String: Finding.Content] {
    [
      "confidence": .figure(.real(rule.confidence), .percent), "together": .count(rule.together),
      "lift": .figure(.real(rule.lift), .number),
    ]
  }

  /// The cells of a rule's measures.
  static func cells(_ rule: AssociationRule) -> [Value] {
    [
      .integer(Int64(rule.together)), .real(rule.support), .real(rule.confidence),
      .real((rule.lift * 100).rounded() / 100),
    ]
  }
}
