import SemanticModel
import Values

/// Series as lines on a grid of braille dots, between an axis of figures and one of times.
///
/// ```
/// 120 k ┤                          ⢀⣀⠤⠔⠒⠉
///       │                     ⢀⡠⠔⠒⠉⠁
///  60 k ┤           ⢀⣀⠤⠔⠒⠉⠉⠉⠉⠁
///     0 ┤⣀⣀⠤⠔⠒⠉⠁⠉⠉⠉⠁
///       └┬────────────────┬──────────────┬
///        janv. 2018  juil. 2018  déc. 2018
/// ```
/// Several lines have a mark and a colour each, and a legend.
struct LinePlot: Sendable {
  /// Lines that can be told apart.
  static let most = 4

  let series: TimeSeries
  let voice: Voice
  /// Columns of the terminal.
  let width: Int
  let color: Bool

  private static let rows = 8
  private static let columns = 16...80
  private static let inks: [Ink] = [.cyan, .amber, .magenta, .blue]
  private static let marks: [Character] = ["●", "▲", "■", "◆"]
  /// Fewest columns between two marks of a line.
  private static let markDistance = 4

  /// The lines of text; nil when there is no room or no figure.
  var rendered: String? {
    let groups = series.largest(Self.most)
    let numbers = groups.flatMap { $0.numbers.compactMap(\.self) }
    guard series.times.count >= 2, !numbers.isEmpty else { return nil }
    let scale = AxisScale(numbers)
    let labels = labels(scale)
    let labelWidth = labels.values.map(DisplayWidth.of).max() ?? 0
    let columns = min(Self.columns.upperBound, width - labelWidth - 2)
    guard columns >= Self.columns.lowerBound else { return nil }
    let canvas = canvas(groups, scale, columns)
    let zero = scale.lowest < 0 && scale.highest > 0 ? row(0, scale) : nil
    var lines = canvas.rows.enumerated().map { index, cells in
      let label = labels[index] ?? ""
      let axis = label.isEmpty ? "│" : index == zero ? "┼" : "┤"
      return DisplayWidth.space(after: label, to: labelWidth) + label + " " + axis
        + text(cells, empty: index == zero ? "┄" : " ")
    }
    let margin = String(repeating: " ", count: labelWidth + 1)
    let times = TimeAxis(times: series.times, grain: series.grain, dates: voice.dates)
    lines += times.lines(columns: columns) { column($0, columns) }.map { margin + $0 }
    return (lines + legend(groups)).joined(separator: "\n")
  }

  // MARK: - Places

  /// The labels of the figures, by row.
  private func labels(_ scale: AxisScale) -> [Int: String] {
    let texts = voice.numbers.ticks(scale.ticks, isPercent: series.unit == .percent)
    return Dictionary(zip(scale.ticks.map { row($0, scale) }, texts)) { first, _ in first }
  }

  private func row(_ number: Double, _ scale: AxisScale) -> Int {
    height(number, scale) / BrailleCanvas.cellSize.down
  }

  private func height(_ number: Double, _ scale: AxisScale) -> Int {
    let highest = Double(Self.rows * BrailleCanvas.cellSize.down - 1)
    return Int(((1 - scale.fraction(number)) * highest).rounded())
  }

  private func column(_ time: Int, _ columns: Int) -> Int {
    across(time, columns) / BrailleCanvas.cellSize.across
  }

  private func across(_ time: Int, _ columns: Int) -> Int {
    let last = Double(columns * BrailleCanvas.cellSize.across - 1)
    return Int((Double(time) / Double(series.times.count - 1) * last).rounded())
  }

  // MARK: - Drawing

  private func canvas(
    _ groups: [TimeSeries.Group],
    _ scale: AxisScale,
    _ columns: Int
  ) -> BrailleCanvas {
    var canvas = BrailleCanvas(columns: columns, rows: Self.rows)
    let lines = groups.map { group in
      group.numbers.enumerated().map { time, number in
        number.map { BrailleCanvas.Dot(x: across(time, columns), y: height($0, scale)) }
      }
    }
    for (line, dots) in lines.enumerated() {
      for (time, dot) in dots.enumerated() {
        guard let dot else { continue }
        // A point with nothing before it begins a line, be it of one dot.
        canvas.draw(from: time > 0 ? dots[time - 1] ?? dot : dot, to: dot, line: line)
      }
    }
    if lines.count > 1 { mark(lines, columns, on: &canvas) }
    return canvas
  }

  /// Marks points of all lines; where lines meet, each has its turn to be seen.
  private func mark(
    _ lines: [[BrailleCanvas.Dot?]],
    _ columns: Int,
    on canvas: inout BrailleCanvas
  ) {
    var next = 0
    var turn = 0
    for time in series.times.indices where across(time, columns) >= next {
      for offset in 1...lines.count {
        let line = (turn + offset) % lines.count
        if let dot = lines[line][time] { canvas.mark(dot, Self.marks[line], line: line) }
      }
      next = across(time, columns) + Self.markDistance * BrailleCanvas.cellSize.across
      turn += 1
    }
  }

  /// A row of the canvas, cells of one colour together, without spaces at its end.
  private func text(_ cells: [BrailleCanvas.Cell], empty: Character) -> String {
    let used = empty == " " ? (cells.lastIndex { $0.character != nil } ?? -1) : cells.count - 1
    var text = ""
    var run = ""
    var line: Int?
    for cell in cells.prefix(used + 1) {
      if cell.line != line {
        text += inked(run, line)
        (run, line) = ("", cell.line)
      }
      run.append(cell.character ?? empty)
    }
    return text + inked(run, line)
  }

  private func inked(_ text: String, _ line: Int?) -> String {
    line.map { Self.inks[$0].on(text, color: color) } ?? text
  }

  // MARK: - Legend

  /// « ● Furniture   ▲ Technology », as many to a line as fit; nothing for a single line.
  private func legend(_ groups: [TimeSeries.Group]) -> [String] {
    guard groups.count > 1 else { return [] }
    var lines: [String] = []
    var used = width
    for (line, group) in groups.enumerated() {
      let name = "\(Self.marks[line]) " + DisplayWidth.truncated(group.name, to: max(8, width / 3))
      let size = DisplayWidth.of(name) + 3
      if used + size > width {
        lines.append(inked(name, line))
        used = size
      } else {
        lines[lines.count - 1] += "   " + inked(name, line)
        used += size
      }
    }
    return lines + LeftOut(shown: groups.count, total: series.groups.count).groups(voice)
  }
}
