import Values

/// Lists in a sentence.
enum Enumeration {
  /// « a, b et c », "a, b and c".
  static func and(_ items: [String], _ tongue: Tongue) -> String {
    join(items, tongue == .french ? "et" : "and")
  }

  /// « a, b ou c », "a, b or c".
  static func or(_ items: [String], _ tongue: Tongue) -> String {
    join(items, tongue == .french ? "ou" : "or")
  }

  /// The first items and how many are left: « a, b et 7 autres ».
  static func first(_ count: Int, of items: [String], _ tongue: Tongue) -> String {
    // One item left over takes no more room than "1 other".
    guard items.count > count + 1 else { return and(items, tongue) }
    let rest = NumberFormat(tongue).count(Double(items.count - count))
    return and(items.prefix(count) + [rest + (tongue == .french ? " autres" : " others")], tongue)
  }

  private static func join(_ items: [String], _ word: String) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}

extension String {
  /// The text with its first letter in upper case, as a sentence or a title starts.
  var capitalisedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }

  /// The text with its first letter in lower case; abbreviations ("CA") stay.
  var lowercasedFirst: String {
    let head = prefix(while: { !$0.isWhitespace })
    return head.count > 1 && head.allSatisfy(\.isUppercase)
      ? self : prefix(1).lowercased() + dropFirst()
  }
}
