import Planning
import SemanticModel
import Values

/// A picture of a result in text: bars for groups, a line or a sparkline along time.
package struct TextPicture: Sendable {
  /// How figures are drawn.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// One bar a row.
    case bars
    /// A plot of several rows along time, one line a group.
    case line
    /// One row of blocks along time, one a group.
    case sparkline
  }

  let view: ResultView
  /// Columns of the terminal.
  let width: Int
  /// Whether bars and lines are coloured.
  let color: Bool

  /// The picture that stands below a table, only where it shows more than the figures do.
  ///
  /// That is: 3 to 20 groups, a series of 3 points or more, 2 to 4 series of 8 points or more; figures that differ.
  var besideTable: String? {
    if let picture = forecast { return picture }
    if let series = TimeSeries(view), series.isChronological {
      guard series.varies else { return nil }
      if series.isLong, width >= Self.plotWidth, series.groups.count <= PlotLine.most {
        return line(series)
      }
      return series.groups.count == 1 && series.times.count >= 3 ? sparkline(series) : nil
    }
    guard view.nameColumns.count == 1 || view.keys.isEmpty, let bars = BarFigures(view),
      (3...20).contains(bars.numbers.count),
      bars.varies
    else { return nil }
    return BarPicture(figures: bars, width: width, color: color).rendered
  }

  /// The picture asked for, or the one that suits; nil when nothing can be drawn that way.
  ///
  /// Lines and sparklines need time; what is too much for one picture is left out, and said.
  func drawn(as kind: Kind?) -> String? {
    if kind == nil || kind == .line, let picture = forecast { return picture }
    let series = TimeSeries(view).flatMap { $0.knownCount >= 2 ? $0 : nil }
    switch kind ?? suiting(series) {
    case .line: return series.flatMap(line)
    case .sparkline: return series.flatMap(sparkline)
    case .bars:
      guard let figures = BarFigures(view), figures.numbers.count(where: { $0 != nil }) >= 2 else {
        return nil
      }
      return BarPicture(figures: figures, width: width, color: color, showsFigures: true).rendered
    }
  }

  /// Terminals narrower than this get a sparkline.
  private static let plotWidth = 60

  /// A forecast behind its history and within its interval; nil for other results and where there is no room.
  private var forecast: String? {
    guard width >= Self.plotWidth, let series = ForecastSeries(view) else { return nil }
    return LinePlot(forecast: series, voice: view.voice, width: width, color: color).rendered
  }

  private func suiting(_ series: TimeSeries?) -> Kind {
    guard let series, series.isChronological else { return .bars }
    if width < Self.plotWidth { return .sparkline }
    return series.isLong || series.groups.count > 1 ? .line : .bars
  }

  private func line(_ series: TimeSeries) -> String? {
    LinePlot(series: series, voice: view.voice, width: width, color: color).rendered
  }

  private func sparkline(_ series: TimeSeries) -> String? {
    SparklinePicture(series: series, voice: view.voice, width: width, color: color).rendered
  }
}
