import Values

extension Value {
  /// Whether it comes before another: by number, or by text as ISO dates do; false where the two are not of a kind.
  func isLess(than other: Value) -> Bool {
    if let left = number, let right = other.number { return left < right }
    if let left = text, let right = other.text { return left < right }
    return false
  }
}
