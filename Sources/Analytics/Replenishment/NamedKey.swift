/// A product or a supplier: told from others by its id, shown and sorted by its name.
package struct NamedKey: Hashable, Comparable, Sendable {
  /// Unique among its kind.
  package let id: String
  /// What is shown; two may share one.
  package let name: String

  /// A key of the data.
  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// By name, then by id, so that every order is the same each time.
  package static func < (left: NamedKey, right: NamedKey) -> Bool {
    (left.name, left.id) < (right.name, right.id)
  }
}
