/// The form of a short text, piece by piece: a very small pattern, matched whole and with backtracking.
///
/// `[.digits(4...4), .one(of: "-/"), .digits(1...2)]` matches "2018-11" and yields "2018", "11".
struct TextShape {
  /// One piece; digits and letters are yielded, the rest is only matched.
  enum Piece {
    case digits(ClosedRange<Int>)
    /// One or more of a–z.
    case letters
    case one(of: String)
    case maybe(of: String)
    /// Any number of these characters.
    case many(of: String)
    /// One of these texts; "" makes it optional.
    case words([String])
    /// Nothing, or one of these characters and anything after it.
    case rest(after: String)
  }

  private let pieces: [Piece]

  init(_ pieces: Piece...) {
    self.pieces = pieces
  }

  /// What the digits and letters of a text are; nil when it does not have this form.
  func parts(of text: String) -> [String]? {
    Self.match(pieces[...], Array(text)[...])
  }

  private static func match(_ pieces: ArraySlice<Piece>, _ text: ArraySlice<Character>) -> [String]?
  {
    guard let piece = pieces.first else { return text.isEmpty ? [] : nil }
    let rest = pieces.dropFirst()
    switch piece {
    case .digits(let counts): return run(counts, rest, text) { $0.isASCII && $0.isNumber }
    case .letters: return run(1...40, rest, text) { ("a"..."z").contains($0) }
    case .one(let characters):
      guard let first = text.first, characters.contains(first) else { return nil }
      return match(rest, text.dropFirst())
    case .maybe(let characters):
      if let first = text.first, characters.contains(first),
        let parts = match(rest, text.dropFirst())
      {
        return parts
      }
      return match(rest, text)
    case .many(let characters):
      return match(rest, text.drop { characters.contains($0) })
    case .words(let words):
      for word in words where text.starts(with: word) {
        if let parts = match(rest, text.dropFirst(word.count)) { return parts }
      }
      return nil
    case .rest(let characters):
      guard let first = text.first else { return match(rest, text) }
      return characters.contains(first) ? match(rest, []) : nil
    }
  }

  /// A run of as many characters as possible, fewer where the rest does not match.
  private static func run(
    _ counts: ClosedRange<Int>,
    _ rest: ArraySlice<Piece>,
    _ text: ArraySlice<Character>,
    _ fits: (Character) -> Bool
  ) -> [String]? {
    var count = min(text.prefix(while: fits).count, counts.upperBound)
    while count >= counts.lowerBound {
      if let parts = match(rest, text.dropFirst(count)) {
        return [String(text.prefix(count))] + parts
      }
      count -= 1
    }
    return nil
  }
}
