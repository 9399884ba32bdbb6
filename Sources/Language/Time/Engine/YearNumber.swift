/// Which numbers are years.
enum YearNumber {
  /// Years that four digits may mean.
  static let plausible = 1900...2099

  /// The year said by two or four digits; two-digit years from 70 on belong to the 20th century.
  static func year(_ number: Int, digits: Int) -> Int? {
    switch digits {
    case 2: number >= 70 ? 1900 + number : 2000 + number
    case 4: plausible.contains(number) ? number : nil
    default: nil
    }
  }
}
