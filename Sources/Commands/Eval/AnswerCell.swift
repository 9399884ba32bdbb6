import Values

/// A value of an answer with what is needed to compare it with a reference value.
struct AnswerCell {
  /// Folded, blanks single; empty for null.
  let text: String
  /// The number it holds or spells.
  let number: Double?
  let labels: Set<TimeLabel>
  let isNull: Bool

  init(_ json: JSON) {
    isNull = json == .null
    let raw: String
    switch json {
    case .integer(let value):
      raw = String(value)
      number = Double(value)
    case .number(let value):
      raw = JSON.number(value).rendered
      number = value.isFinite ? value : nil
    case .string(let value):
      raw = value
      number = Self.number(in: value)
    case .bool(let value):
      raw = value ? "true" : "false"
      number = nil
    case .null, .array, .object:
      raw = ""
      number = nil
    }
    text = Self.plain(raw)
    labels = TimeLabel.labels(of: text)
  }

  /// Folded, with single blanks.
  static func plain(_ text: String) -> String {
    Fold.fold(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: - Numbers in text

  /// "12.5 %", « 1 234,5 » and "$1,234" as numbers; nil for other texts.
  static func number(in text: String) -> Double? {
    var digits = text.filter { !$0.isWhitespace }.map { $0 == "−" ? "-" : $0 }
    if let first = digits.first, "€$£".contains(first) { digits.removeFirst() }
    if let last = digits.last, "€$£%".contains(last) { digits.removeLast() }
    var plain = String(digits)
    if decimalComma.parts(of: plain) != nil {
      plain = String(plain.map { $0 == "," ? "." : $0 })
    } else if hasGroups(plain) {
      plain.removeAll { $0 == "," }
    }
    guard plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else {
      return nil
    }
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }

  private static let decimalComma = TextShape(
    .maybe(of: "+-"),
    .digits(1...20),
    .one(of: ","),
    .digits(1...2)
  )

  /// Whether commas part thousands: "1,234" and "-12,345,678.9", not "12,34" nor "1,2345".
  private static func hasGroups(_ text: String) -> Bool {
    let unsigned = text.drop { "+-".contains($0) }
    let halves = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard text.count - unsigned.count <= 1, (1...2).contains(halves.count) else { return false }
    func isDigits(_ part: Substring) -> Bool {
      !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) }
    }
    if halves.count == 2, !isDigits(halves[1]) { return false }
    let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, isDigits(first), first.count <= 3 else {
      return false
    }
    return groups.dropFirst().allSatisfy { $0.count == 3 && isDigits($0) }
  }
}
