/// The name of a worksheet as Excel allows it.
enum SheetName {
  /// Most UTF-16 units of a name.
  private static let limit = 31

  /// A text as a name: without `[]:*?/\` and control characters, shortened by "…", never one of `taken`.
  ///
  /// `fallback` stands for a text of which nothing is left.
  static func of(_ text: String, fallback: String, taken: [String] = []) -> String {
    var name = shortened(words(text))
    // Excel keeps "History" for itself, and takes no apostrophe at either end.
    while name.hasPrefix("'") { name.removeFirst() }
    while name.hasSuffix("'") { name.removeLast() }
    let reserved = (taken + ["History"]).map { $0.lowercased() }
    return name.isEmpty || reserved.contains(name.lowercased()) ? fallback : name
  }

  private static func words(_ text: String) -> String {
    let plain = text.unicodeScalars.map { scalar -> Character in
      if scalar == "/" { return "-" }
      return "[]:*?\\".unicodeScalars.contains(scalar) || scalar.value < 0x20
        ? " " : Character(scalar)
    }
    return String(plain).split(separator: " ").joined(separator: " ")
  }

  private static func shortened(_ text: String) -> String {
    guard text.utf16.count > limit else { return text }
    var result = ""
    for character in text {
      guard result.utf16.count + character.utf16.count < limit else { break }
      result.append(character)
    }
    while result.hasSuffix(" ") { result.removeLast() }
    return result + "…"
  }
}
