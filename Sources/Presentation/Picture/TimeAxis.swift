import Values

/// The times below a plot: the first, the last, and as many between as find room.
struct TimeAxis: Sendable {
  let times: [Value]
  let grain: Grain
  let dates: DateFormat

  private struct Label {
    var column: Int
    var start: Int
    var text: String
    var end: Int { start + DisplayWidth.of(text) }
  }

  /// The axis with its ticks, and the labels below; `column` says where a time stands.
  func lines(columns: Int, _ column: (Int) -> Int) -> [String] {
    let labels = labels(columns, column)
    let ticks = Set(labels.map(\.column))
    let axis = (0..<columns).map { ticks.contains($0) ? "┬" : "─" }.joined()
    var text = ""
    for label in labels {
      text += DisplayWidth.space(after: text, to: label.start + 1) + label.text
    }
    return ["└" + axis, text]
  }

  /// Fewest spaces between two labels.
  private static let gap = 2

  private func labels(_ columns: Int, _ column: (Int) -> Int) -> [Label] {
    let last = times.count - 1
    let ends = [0, last].map { label($0, columns, column) }
    guard ends[0].end + Self.gap <= ends[1].start else { return [ends[0]] }
    for step in Self.steps(grain) {
      let between = stride(from: step, to: last, by: step).map { label($0, columns, column) }
      // The last label is always there; what comes too near to it gives way.
      let kept = between.filter { $0.end + Self.gap <= ends[1].start }
      let labels = [ends[0]] + kept + [ends[1]]
      let isClear = zip(labels, labels.dropFirst()).allSatisfy { $0.end + Self.gap <= $1.start }
      if isClear, between.count - kept.count <= 1 { return labels }
    }
    return ends
  }

  /// The label of a time, below its column and within the plot.
  private func label(_ time: Int, _ columns: Int, _ column: (Int) -> Int) -> Label {
    let text = dates.shortUnit(times[time], grain)
    let size = DisplayWidth.of(text)
    let place = column(time)
    return Label(column: place, start: max(0, min(place - size / 2, columns - size)), text: text)
  }

  /// Numbers of units between two labels that people count in, the smallest first.
  private static func steps(_ grain: Grain) -> [Int] {
    switch grain {
    case .day: [1, 7, 14, 28, 56, 91, 182, 364]
    case .week: [1, 2, 4, 13, 26, 52, 104]
    case .month: [1, 2, 3, 6, 12, 24, 60]
    case .quarter: [1, 2, 4, 8, 20]
    case .year: [1, 2, 5, 10, 20]
    case .weekday, .monthOfYear: [1, 2, 3, 6]
    case .hour: [1, 2, 3, 6, 12]
    }
  }
}
