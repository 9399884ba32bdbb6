import Assistant
import Planning
import SemanticModel
import Values

/// A small picture of a result in text: bars for groups, a sparkline for a series.
///
/// Only where it shows more than the figures do: 3 to 20 groups, series of 3 points or more, nothing negative.
struct TextPicture: Sendable {
  let view: ResultView
  /// Columns of the terminal.
  let width: Int
  /// Whether bars are coloured.
  let color: Bool

  /// The lines; nil when there is nothing to draw.
  var rendered: String? {
    guard view.keys.count == 1, let column = view.mainColumn,
      ![.date, .text].contains(view.columns[column].unit)
    else { return nil }
    let numbers = view.rows.map { $0[column].number ?? 0 }
    guard numbers.count >= 3, let highest = numbers.max(), highest > 0,
      !numbers.contains(where: { $0 < 0 })
    else { return nil }
    if case .time(let grain) = view.keys[0].key, !grain.isCyclic {
      return sparkline(numbers, highest)
    }
    return numbers.count <= 20 ? bars(numbers, highest, column) : nil
  }

  // MARK: - Bars

  private func bars(_ numbers: [Double], _ highest: Double, _ column: Int) -> String {
    let labels = view.rows.map { view.members($0) }
    let labelWidth = min(labels.map(DisplayWidth.of).max() ?? 0, max(8, width / 3))
    let room = min(40, width - labelWidth - 2)
    guard room >= 8 else { return "" }
    return zip(labels, numbers).map { label, number in
      let name = DisplayWidth.padded(
        DisplayWidth.truncated(label, to: labelWidth),
        to: labelWidth,
        right: false
      )
      let bar = Self.bar(number / highest, room)
      return bar.isEmpty ? label : "\(name) \(tinted(bar))"
    }.joined(separator: "\n")
  }

  /// A bar of full and eighth blocks: 0.5 of 5 columns → "██▌".
  static func bar(_ fraction: Double, _ room: Int) -> String {
    let eighths = Int((fraction * Double(room * 8)).rounded())
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    // A group that has something gets at least the thinnest mark.
    if eighths == 0 { return fraction > 0 ? parts[1] : "" }
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  // MARK: - Sparkline

  private func sparkline(_ numbers: [Double], _ highest: Double) -> String {
    guard let first = view.rows.first, let last = view.rows.last else { return "" }
    let (from, to) = (view.members(first), view.members(last))
    let room = width - DisplayWidth.of(from) - DisplayWidth.of(to) - 2
    guard room >= 8 else { return "" }
    return "\(from) \(tinted(Self.spark(Self.thinned(numbers, to: room)))) \(to)"
  }

  /// One block a number, its height from 0 to the highest one.
  static func spark(_ numbers: [Double]) -> String {
    let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard let highest = numbers.max(), highest > 0 else { return "" }
    return numbers.map { blocks[min(7, Int($0 / highest * 8))] }.joined()
  }

  /// At most `room` numbers, each the mean of its neighbours.
  private static func thinned(_ numbers: [Double], to room: Int) -> [Double] {
    guard numbers.count > room else { return numbers }
    return (0..<room).map { index in
      let slice = numbers[(index * numbers.count / room)..<((index + 1) * numbers.count / room)]
      return slice.reduce(0, +) / Double(slice.count)
    }
  }

  private func tinted(_ text: String) -> String {
    color ? "\u{1B}[36m\(text)\u{1B}[0m" : text
  }
}
