/// Every phrase the grammar knows, built once.
enum TimeBook {
  /// The book of both languages.
  static let phrases: PhraseBook = {
    var book = PhraseBook()
    book.addFunctionWords()
    book.addUnits()
    book.addMonths()
    book.addWeekdays()
    book.addSeasons()
    book.addHolidays()
    book.addRelatives()
    book.addComparisons()
    book.addGrains()
    return book
  }()
}
