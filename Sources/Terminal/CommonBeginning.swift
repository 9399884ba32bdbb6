/// What completions have in common, and may be typed for the user.
enum CommonBeginning {
  /// The longest common beginning of some lines; what was typed, when they have less in common.
  ///
  /// They may, because the caller finds words in spite of accents and case.
  static func of(_ lines: [String], atLeast typed: String) -> String {
    guard let first = lines.first else { return typed }
    let common = lines.dropFirst().reduce(first) { common, line in
      String(zip(common, line).prefix { $0 == $1 }.map(\.0))
    }
    return common.count < typed.count ? typed : common
  }
}
