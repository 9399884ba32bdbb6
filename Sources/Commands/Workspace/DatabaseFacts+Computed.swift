import Batch
import Corpus
import Planning
import Values

extension DatabaseFacts {
  /// Adds the tables that the assistant computes itself, where the database has what they are computed from.
  mutating func addComputed() {
    let sales = ["product_id", "order_date", "quantity"]
    guard has("products", "id"), sales.allSatisfy({ has("sales_history", $0) }) else { return }
    let hasStock = has("stock_levels", "quantity_on_hand")
    for (name, columns) in ContractSchema.computed where name != "optiflow_outlook" || hasStock {
      self.columns[name] = Set(columns.map(\.0))
      for (column, kind) in columns where kind == .date {
        ranges[Column(name, column)] =
          now.adding(days: 1)...now.adding(days: DemandForecasts.horizon)
      }
    }
  }
}
