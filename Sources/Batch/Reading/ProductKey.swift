import Values

/// A product's id as it is compared between tables: "12", 12 and 12.0 are one.
enum ProductKey {
  /// The id in its plainest form; nil for no id.
  static func plain(_ value: Value) -> Value? {
    switch value {
    case .null: nil
    case .integer: value
    case .real(let number): Int64(exactly: number).map(Value.integer) ?? value
    case .text(let text):
      // "012" is another article number than "12".
      Int64(text).flatMap { String($0) == text ? Value.integer($0) : nil } ?? value
    }
  }
}
