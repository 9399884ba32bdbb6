package import Assistant

extension Answer {
  /// Whether it has a table, be it without rows: small talk, definitions, refusals and questions back have none.
  package var hasTable: Bool { status == .answered && query != nil && !columns.isEmpty }
}
