import SemanticModel

/// Columns that rules of data quality name.
extension CorpusChecker {
  /// Reports every column of a rule that its table cannot have.
  mutating func checkQuality(_ object: SourceObject) {
    for rule in model.quality where rule.table == object.name {
      guard let known = ContractSchema.columns(of: rule.table)?.map(\.0) else {
        report(.unknownColumn(rule.key, table: rule.table), in: object, at: object.fields.position)
        return
      }
      for column in [rule.key] + rule.columns where !known.contains(column) {
        report(
          .unknownColumn(column, table: rule.table),
          in: object,
          at: object.fields.position,
          near: known,
          to: column
        )
      }
    }
  }
}
