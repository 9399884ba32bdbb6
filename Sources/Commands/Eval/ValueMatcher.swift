import Values

/// Whether a reference value and a cell of an answer say the same.
enum ValueMatcher {
  /// Texts that stand for nothing.
  private static let blanks: Set<String> = ["", "-", "—", "–", "n/a", "na", "null", "none"]

  /// Compares by the kind of the reference value.
  static func same(_ gold: Value, _ cell: AnswerCell) -> Bool {
    switch gold {
    case .null: cell.isNull || blanks.contains(cell.text)
    case .integer(let number): same(Double(number), isWhole: true, cell)
    case .real(let number): same(number, isWhole: false, cell)
    case .text(let text): same(text, cell)
    }
  }

  /// Within 0.5 % or 0.01; within 0.005 below 1, where 0.01 would be too coarse.
  static func near(_ gold: Double, _ got: Double) -> Bool {
    abs(gold - got) <= max(0.005 * abs(gold), abs(gold) >= 1 ? 0.01 : 0.005) + 1e-9
  }

  private static func same(_ gold: Double, isWhole: Bool, _ cell: AnswerCell) -> Bool {
    guard let number = cell.number else { return isWhole && fits(weekday: gold, cell.labels) }
    if near(gold, number) { return true }
    // A ratio may be given as a fraction or as a percentage.
    guard !isWhole else { return false }
    if abs(number) <= 20, abs(gold) > 0.01, near(gold, 100 * number) { return true }
    return abs(gold) <= 20 && near(100 * gold, number)
  }

  private static func same(_ gold: String, _ cell: AnswerCell) -> Bool {
    let text = AnswerCell.plain(gold)
    if text == cell.text { return true }
    let labels = TimeLabel.labels(of: text)
    if !labels.isDisjoint(with: cell.labels) { return true }
    if let number = cell.number {
      if fits(weekday: number, labels) { return true }
      if labels.contains(where: { $0.monthOfYear.map(Double.init) == number }) { return true }
      return AnswerCell.number(in: gold) == number
    }
    guard (1...2).contains(text.utf8.count), let number = Int(text) else { return false }
    if text.utf8.count == 1, fits(weekday: Double(number), cell.labels) { return true }
    return cell.labels.contains { $0.monthOfYear == number }
  }

  /// Whether 1 = Monday … 6, and 0 or 7 = Sunday, is one of the weekdays.
  private static func fits(weekday number: Double, _ labels: Set<TimeLabel>) -> Bool {
    guard number == number.rounded(), (0...7).contains(number) else { return false }
    return labels.contains(.weekday(number == 0 ? 7 : Int(number)))
  }
}
