package import Values

/// A product that a lesson is about.
package struct TaughtProduct: Hashable, Sendable {
  /// Its id as the database has it.
  package let id: Value
  /// Its name when the lesson was given.
  package let name: String

  package init(id: Value, name: String) {
    self.id = id
    self.name = name
  }
}

/// Which products a lesson holds for.
package enum LessonScope: Hashable, Sendable {
  case everything
  /// Those of a category, as the database writes it.
  case category(String)
  case product(TaughtProduct)
}
