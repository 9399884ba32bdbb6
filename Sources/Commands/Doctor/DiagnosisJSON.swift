import Values

extension Diagnosis {
  /// The diagnosis for programs, names as in the contract and the corpus.
  func json(in tongue: Tongue) -> JSON {
    .object([
      ("database", .string(path)),
      ("bytes", .integer(size)),
      ("now", .string(now.iso)),
      ("currency", .string(currency)),
      ("tables", .array(tables.map(Self.table))),
      ("missing_tables", .array(missingTables.map(JSON.string))),
      ("other_tables", .array(otherTables.map(JSON.string))),
      ("unreadable", .array(dirt.map(Self.dirt))),
      ("offered", .integer(Int64(offered))),
      ("known", .integer(Int64(known))),
      ("switched_off", .array(gaps.map { Self.gap($0, tongue) })),
    ])
  }

  private static func table(_ table: Table) -> JSON {
    let ranges = table.ranges.map { range in
      JSON.object([
        ("column", .string(range.column)),
        ("first", .string(range.first.iso)),
        ("last", .string(range.last.iso)),
      ])
    }
    return .object([
      ("name", .string(table.name)),
      ("rows", .integer(Int64(table.rowCount))),
      ("dates", .array(ranges)),
      ("missing_columns", .array(table.missing.map(JSON.string))),
    ])
  }

  private static func dirt(_ dirt: Dirt) -> JSON {
    .object([
      ("column", .string(dirt.column)),
      ("count", .integer(Int64(dirt.count))),
      ("rows", .integer(Int64(dirt.rowCount))),
    ])
  }

  private static func gap(_ gap: Gap, _ tongue: Tongue) -> JSON {
    .object([
      ("kind", .string(gap.kind)),
      ("name", .string(gap.name)),
      ("label", .string(gap.label[tongue])),
      ("needs", JSON(gap.cause)),
    ])
  }
}
