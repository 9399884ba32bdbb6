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
/// Several lines have a mark and a colour each, and a legend; a forecast has marks, its history none, its interval dots.
struct LinePlot: Sendable {
  /// The labels of the time axis, in order of time.
  private let times: [Value]
  private let grain: Grain
  private let unit: Metric.Unit
  private let lines: [PlotLine]
  /// What is said below the legend.
  private let notes: [String]
  /// Rows of the terminal.
  private let rows: Int
  private let voice: Voice
  /// Columns of the terminal.
  private let width: Int
  private let color: Bool

  private static let columns = 16...80
  /// Fewest columns between two marks of a line.
  private static let markDistance = 4

  init(series: TimeSeries, voice: Voice, width: Int, color: Bool) {
    let groups = series.largest(PlotLine.most)
    (times, grain, unit) = (series.times, series.grain, series.unit)
    lines = PlotLine.groups(groups)
    notes = LeftOut(shown: groups.count, total: series.groups.count).groups(voice)
    rows = 8
    (self.voice, self.width, self.color) = (voice, width, color)
  }

  init(forecast: ForecastSeries, voice: Voice, width: Int, color: Bool) {
    (times, grain, unit) = (forecast.times, forecast.grain, forecast.unit)
    lines = PlotLine.forecast(forecast, voice)
    notes = forecast.note(voice)
    // A band needs more room than a line.
    rows = 12
    (self.voice, self.width, self.color) = (voice, width, color)
  }

  /// The lines of text; nil when there is no room or no figure.
  var rendered: String? {
    let numbers = lines.flatMap { $0.numbers.compactMap(\.self) }
    guard times.count >= 2, !numbers.isEmpty else { return nil }
    let scale = AxisScale(numbers)
    let labels = labels(scale)
    let labelWidth = labels.values.map(DisplayWidth.of).max() ?? 0
    let columns = min(Self.columns.upperBound, width - labelWidth - 2)
    guard columns >= Self.columns.lowerBound else { return nil }
    let canvas = canvas(scale, columns)
    let zero = scale.lowest < 0 && scale.highest > 0 ? row(0, scale) : nil
    var texts = canvas.rows.enumerated().map { index, cells in
      let label = labels[index] ?? ""
      let axis = label.isEmpty ? "│" : index == zero ? "┼" : "┤"
      return DisplayWidth.space(after: label, to: labelWidth) + label + " " + axis
        + text(cells, empty: index == zero ? "┄" : " ")
    }
    let margin = String(repeating: " ", count: labelWidth + 1)
    let axis = TimeAxis(times: times, grain: grain, dates: voice.dates)
    texts += axis.lines(columns: columns) { column($0, columns) }.map { margin + $0 }
    return (texts + legend + notes).joined(separator: "\n")
  }

  // MARK: - Places

  /// The labels of the figures, by row.
  private func labels(_ scale: AxisScale) -> [Int: String] {
    let texts = voice.numbers.ticks(scale.ticks, isPercent: unit == .percent)
    return Dictionary(zip(scale.ticks.map { row($0, scale) }, texts)) { first, _ in first }
  }

  private func row(_ number: Double, _ scale: AxisScale) -> Int {
    height(number, scale) / BrailleCanvas.cellSize.down
  }

  private func height(_ number: Double, _ scale: AxisScale) -> Int {
    let highest = Double(rows * BrailleCanvas.cellSize.down - 1)
    return Int(((1 - scale.fraction(number)) * highest).rounded())
  }

  private func column(_ time: Int, _ columns: Int) -> Int {
    across(time, columns) / BrailleCanvas.cellSize.across
  }

  private func across(_ time: Int, _ columns: Int) -> Int {
    let last = Double(columns * BrailleCanvas.cellSize.across - 1)
    return Int((Double(time) / Double(times.count - 1) * last).rounded())
  }

  // MARK: - Drawing

  private func canvas(_ scale: AxisScale, _ columns: Int) -> BrailleCanvas {
    var canvas = BrailleCanvas(columns: columns, rows: rows)
    let places = lines.map { line in
      line.numbers.enumerated().map { time, number in
        number.map { BrailleCanvas.Dot(x: across(time, columns), y: height($0, scale)) }
      }
    }
    for (line, dots) in places.enumerated() {
      for (time, dot) in dots.enumerated() {
        guard let dot else { continue }
        // A point with nothing before it begins a line, be it of one dot.
        let start = time > 0 ? dots[time - 1] ?? dot : dot
        canvas.draw(from: start, to: dot, line: line, isDotted: lines[line].isDotted)
      }
    }
    mark(places, columns, on: &canvas)
    return canvas
  }

  /// Marks points of all lines that have a mark; where lines meet, each has its turn to be seen.
  private func mark(
    _ places: [[BrailleCanvas.Dot?]],
    _ columns: Int,
    on canvas: inout BrailleCanvas
  ) {
    var next = 0
    var turn = 0
    for time in times.indices where across(time, columns) >= next {
      for offset in 1...lines.count {
        let line = (turn + offset) % lines.count
        if let dot = places[line][time], let mark = lines[line].mark {
          canvas.mark(dot, mark, line: line)
        }
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
    line.map { lines[$0].ink.on(text, color: color) } ?? text
  }

  // MARK: - Legend

  /// « ● Furniture   ▲ Technology », as many to a line as fit; nothing for a single line.
  private var legend: [String] {
    guard lines.count > 1 else { return [] }
    var texts: [String] = []
    var used = width
    for (index, line) in lines.enumerated() where !line.name.isEmpty || line.mark != nil {
      let name = "\(line.sample) " + DisplayWidth.truncated(line.name, to: max(8, width / 3))
      let size = DisplayWidth.of(name) + 3
      if used + size > width {
        texts.append(inked(name, index))
        used = size
      } else {
        texts[texts.count - 1] += "   " + inked(name, index)
        used += size
      }
    }
    return texts
  }
}
