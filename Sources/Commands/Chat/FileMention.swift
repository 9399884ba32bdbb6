import Values

/// A file named in a turn: « exporte ça dans ventes.xlsx ».
struct FileMention {
  let path: String
  /// The other words.
  let rest: String

  /// Finds a word that ends like a file that can be written; nil where there is none.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard
      let place = words.lastIndex(where: { word in
        let ending = word.split(separator: ".").last.map { Fold.fold($0) } ?? ""
        return word.contains(".") && !word.hasPrefix(".") && Self.endings.contains(ending)
      })
    else { return nil }
    path = words[place]
    rest = (words[..<place] + words[(place + 1)...]).joined(separator: " ")
  }

  private static let endings: Set<String> = ["csv", "json", "md", "markdown", "xlsx"]
}
