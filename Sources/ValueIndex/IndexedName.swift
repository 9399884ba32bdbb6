package import Values

/// One name to index.
package struct IndexedName: Sendable {
  /// Small number the caller gives to the list the name comes from (products, cities …).
  package var dimension: Int
  /// Primary key of the row, or the text itself where the column has no key.
  package var key: Value
  /// The name as it stands in the database.
  package var name: String

  /// A name of a dimension, under a key.
  package init(dimension: Int, key: Value, name: String) {
    self.dimension = dimension
    self.key = key
    self.name = name
  }
}
