package import ValueIndex

/// The names of one database: the index that finds them, and which dimension each of its numbers is.
package struct ValueCatalog: Sendable {
  package let index: ValueIndex
  /// Dimension numbers of the index, in order.
  package let dimensions: [String]
  /// Plain words in the other language.
  package let translations: TranslationTable

  package init(index: ValueIndex, dimensions: [String], translations: TranslationTable) {
    self.index = index
    self.dimensions = dimensions
    self.translations = translations
  }

  /// Number of names that a dimension has in the data; zero when they are not looked up.
  package func count(of dimension: String) -> Int {
    dimensions.firstIndex(of: dimension).map(index.count(of:)) ?? 0
  }

  /// A catalog without names.
  package static let empty = ValueCatalog(
    index: ValueIndex(names: [IndexedName]()),
    dimensions: [],
    translations: .empty
  )
}
