import Planning
import Values

/// The main figure of each row of a result, with what the row is called.
struct BarFigures: Sendable {
  let voice: Voice
  let labels: [String]
  /// Nil where none is known.
  let numbers: [Double?]
  /// The figures as tables write them.
  let texts: [String]

  /// Nil when the result has no groups or no numbers.
  init?(_ view: ResultView) {
    guard !view.nameColumns.isEmpty, let column = view.drawnColumn else { return nil }
    voice = view.voice
    labels = view.rows.map { view.members($0) }
    numbers = view.rows.map { $0[column].drawable }
    texts = view.rows.map { view.text($0, column) }
  }

  /// Whether two figures differ.
  var varies: Bool { Set(numbers.map { $0 ?? 0 }).count > 1 }
}

extension Value {
  /// The number a picture can show; nil for what is unknown, infinite, or too large to be subtracted.
  var drawable: Double? { number.flatMap { abs($0) < 1e300 ? $0 : nil } }
}
