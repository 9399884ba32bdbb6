import Testing

@testable import Corpus

@Suite("The contract's tables")
struct ContractSchemaTests {
  @Test("there are 18 tables, no column twice in one")
  func shape() {
    #expect(ContractSchema.tables.count == 18)
    #expect(Set(ContractSchema.tables.map(\.name)).count == 18)
    for (name, columns) in ContractSchema.tables {
      #expect(Set(columns.map(\.0)).count == columns.count, "\(name)")
    }
  }

  @Test(
    "columns have the kind of what they hold",
    arguments: [
      ("products", "supplier_id", ContractSchema.Kind.key), ("products", "supplier", .text),
      ("products", "is_active", .number), ("orders", "actual_delivery", .date),
      ("prediction_feedback", "date", .date), ("system_metadata", "key", .key),
      ("sales_history", "discount_applied", .number), ("alerts", "severity", .text),
    ]
  )
  func kinds(_ table: String, _ column: String, _ kind: ContractSchema.Kind) {
    #expect(ContractSchema.columns(of: table)?.first { $0.0 == column }?.1 == kind)
  }

  @Test("a table outside the contract has no columns")
  func unknownTable() {
    #expect(ContractSchema.columns(of: "invoices") == nil)
  }
}
