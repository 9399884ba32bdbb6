import Values

/// A value read from a stretch of words.
struct TimeNode: Sendable {
  /// Index after the last word; the first one is where the chart keeps the node.
  let end: Int
  /// What it means.
  let value: TimeValue
  /// How far it can be trusted.
  let evidence: Evidence
  /// Where the rule stands in the registry: among equals the earlier rule wins.
  let rank: Int

  /// What rules ask for it by.
  var kind: NodeKind { value.kind }
}

/// What a rule makes of its match.
struct Reading: Sendable {
  /// What it means.
  let value: TimeValue
  /// How far it can be trusted.
  let evidence: Evidence

  /// A value, sure unless said otherwise.
  init(_ value: TimeValue, _ evidence: Evidence = .firm) {
    self.value = value
    self.evidence = evidence
  }

  /// A period, when there is one.
  static func period(
    _ period: Period?,
    _ nature: PeriodNature = .plain,
    _ evidence: Evidence = .firm
  ) -> Reading? {
    period.map { Reading(.period($0, nature), evidence) }
  }
}
