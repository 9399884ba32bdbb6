/// A line of a plot, and how it is told apart from the others.
struct PlotLine: Sendable {
  /// What the legend calls it; empty for one that stands in no legend.
  let name: String
  /// A figure for each time; nil where none is known.
  let numbers: [Double?]
  /// Drawn over some of its points.
  var mark: Character?
  /// Only every other dot.
  var isDotted = false
  let ink: Ink

  /// What stands before its name in the legend.
  var sample: String { mark.map(String.init) ?? (isDotted ? "⠂⠂⠂" : "⠒⠒⠒") }

  private static let inks: [Ink] = [.cyan, .amber, .magenta, .blue]
  private static let marks: [Character] = ["●", "▲", "■", "◆"]
  /// Lines that can be told apart.
  static let most = 4

  /// Groups of one series, at most `most`: marked where there are several.
  static func groups(_ groups: [TimeSeries.Group]) -> [PlotLine] {
    groups.enumerated().map { index, group in
      PlotLine(
        name: group.name,
        numbers: group.numbers,
        mark: groups.count > 1 ? marks[index] : nil,
        ink: inks[index]
      )
    }
  }

  /// A forecast between the dotted ends of its interval, behind the history.
  static func forecast(_ series: ForecastSeries, _ voice: Voice) -> [PlotLine] {
    [
      PlotLine(
        name: voice.pick("intervalle à 80\u{202F}%", "80% interval"),
        numbers: series.upper,
        isDotted: true,
        ink: .blue
      ),
      PlotLine(name: "", numbers: series.lower, isDotted: true, ink: .blue),
      PlotLine(name: voice.pick("réel", "actual"), numbers: series.history, ink: inks[0]),
      PlotLine(
        name: voice.pick("prévision", "forecast"),
        numbers: series.forecast,
        mark: marks[0],
        ink: inks[1]
      ),
    ]
  }
}
