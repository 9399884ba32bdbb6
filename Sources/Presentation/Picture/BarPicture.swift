import Values

/// Groups as bars, a row each; with figures below zero the bars go both ways from an axis.
///
/// ```
/// Chairs ███████████▌
/// Tables ███▎
/// ```
struct BarPicture: Sendable {
  let figures: BarFigures
  /// Columns of the terminal.
  let width: Int
  let color: Bool
  /// Whether each bar is followed by its figure.
  var showsFigures = false

  /// Bars beyond this are left out, and said.
  private static let most = 40
  private static let widestBar = 40

  /// The lines; nil when there is nothing but zeros, or no room.
  var rendered: String? {
    let numbers = figures.numbers.prefix(Self.most).map { $0 ?? 0 }
    let highest = max(0, numbers.max() ?? 0)
    let lowest = min(0, numbers.min() ?? 0)
    let labels = figures.labels.prefix(Self.most)
    let texts = showsFigures ? Array(figures.texts.prefix(Self.most)) : []
    let labelWidth = min(labels.map(DisplayWidth.of).max() ?? 0, max(8, width / 3))
    let textWidth = texts.map { DisplayWidth.of($0) + 1 }.max() ?? 0
    let room = min(Self.widestBar, width - labelWidth - textWidth - 2)
    guard room >= 8, highest > lowest else { return nil }
    let scale = Scale(highest: highest, lowest: lowest, room: room)
    let lines = numbers.indices.map { index in
      let label = DisplayWidth.truncated(labels[index], to: labelWidth)
      let name = DisplayWidth.padded(label, to: labelWidth, right: false)
      let bar = bar(numbers[index], scale)
      let text = texts.isEmpty ? "" : " " + texts[index]
      return Self.trimmed("\(name) \(bar)\(text)")
    }
    let rest = LeftOut(shown: numbers.count, total: figures.numbers.count).rows(figures.voice)
    return (lines + rest).joined(separator: "\n")
  }

  /// How a length of the terminal is shared by figures above and below zero.
  private struct Scale {
    let highest: Double
    let lowest: Double
    let right: Int
    let left: Int

    init(highest: Double, lowest: Double, room: Int) {
      self.highest = highest
      self.lowest = lowest
      let share = -lowest / (highest - lowest) * Double(room)
      left = lowest < 0 ? max(1, Int(share.rounded())) : 0
      right = max(highest > 0 ? 1 : 0, room - left)
    }
  }

  private func bar(_ number: Double, _ scale: Scale) -> String {
    let right = number > 0 ? Self.bar(number / scale.highest, scale.right) : ""
    let above = right.isEmpty ? "" : Ink.cyan.on(right, color: color)
    guard scale.left > 0 else { return above }
    let left = number < 0 ? Self.leftBar(number / scale.lowest, scale.left) : ""
    let below = left.isEmpty ? "" : Ink.cyan.on(left, color: color)
    return DisplayWidth.space(after: left, to: scale.left) + below + "│" + above
  }

  /// A bar of full and eighth blocks: 0.5 of 5 columns → "██▌".
  static func bar(_ fraction: Double, _ room: Int) -> String {
    let eighths = Int((fraction * Double(room * 8)).rounded())
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    // A group that has something gets at least the thinnest mark.
    if eighths == 0 { return fraction > 0 ? parts[1] : "" }
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  /// A bar that ends at the right, where only half blocks exist: 0.5 of 5 columns → "▐██".
  static func leftBar(_ fraction: Double, _ room: Int) -> String {
    let halves = max(1, Int((fraction * Double(room * 2)).rounded()))
    return (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
