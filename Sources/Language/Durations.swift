package import Values

/// A length of time that was said, wherever it lies: « 30 jours », "5-day", "12 months".
package struct DurationSpan: Hashable, Sendable {
  /// Indexes of the tokens.
  package let tokens: Range<Int>
  /// How many units.
  package let count: Int
  /// The unit counted.
  package let grain: Grain

  /// A duration read from some tokens.
  package init(tokens: Range<Int>, count: Int, grain: Grain) {
    self.tokens = tokens
    self.count = count
    self.grain = grain
  }
}

/// Finds the durations of a question.
package enum Durations {
  /// All durations, left to right, whether a period was built on them or not.
  package static func spans(in tokens: [Token], numbers: [NumberSpan]) -> [DurationSpan] {
    var spans: [DurationSpan] = []
    for number in numbers where number.unit == .plain {
      guard let count = Int(exactly: number.value), (1...100_000).contains(count),
        let (end, unit) = unit(in: tokens, after: number.tokens.upperBound)
      else { continue }
      spans.append(span(number.tokens.lowerBound..<end, count, unit))
    }
    for index in tokens.indices where tokens[index].kind == .word {
      if Self.articles.contains(tokens[index].folded), index + 1 < tokens.count,
        let unit = singular[tokens[index + 1].folded]
      {
        spans.append(span(index..<(index + 2), 1, unit))
      } else if case .span(let count, let unit) = PeriodCode.read(tokens[index].folded)?.value {
        spans.append(span(index..<(index + 1), count, unit))
      }
    }
    return spans.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The unit after a number; a hyphen ("5-day") or « de » (« une dizaine de jours ») may stand
  /// between.
  private static func unit(in tokens: [Token], after start: Int) -> (end: Int, unit: TimeUnit)? {
    var index = start
    if index + 1 < tokens.count, ["-", "de", "d'"].contains(tokens[index].folded) { index += 1 }
    guard index < tokens.count, let unit = any[tokens[index].folded] else { return nil }
    return (index + 1, unit)
  }

  /// Half-years have no grain of their own: one is two quarters.
  private static func span(_ tokens: Range<Int>, _ count: Int, _ unit: TimeUnit) -> DurationSpan {
    guard let grain = unit.grain else {
      return DurationSpan(tokens: tokens, count: 2 * count, grain: .quarter)
    }
    return DurationSpan(tokens: tokens, count: count, grain: grain)
  }

  private static let articles: Set<String> = ["un", "une", "a", "an"]

  private static let singular = table(UnitWords.singular + UnitWords.other)

  private static let any = table(UnitWords.singular + UnitWords.other + UnitWords.plural)

  private static func table(_ lists: [(TimeUnit, String)]) -> [String: TimeUnit] {
    var table: [String: TimeUnit] = ["j": .day]
    for (unit, names) in lists {
      for name in names.alternatives where !name.contains(" ") {
        table[String(name)] = unit
      }
    }
    for name in ["moi", "half"] { table[name] = nil }
    return table
  }
}
