/// A bar drawn over itself on standard error, on a terminal that can do so only.
struct ProgressBar: Sendable {
  let console: Console
  let isHidden: Bool

  private static let width = 30

  init(_ settings: Settings) {
    console = settings.console
    isHidden = settings.isQuiet || settings.environment.isDumb
  }

  /// Draws a share, 0…1, and what is being done: `████████░░░░ 40 %  sales_history`.
  func show(_ share: Double, _ what: String) {
    guard !isHidden else { return }
    let share = min(1, max(0, share))
    let full = Int((share * Double(Self.width)).rounded())
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
    console.progress("\(bar) \(Int((share * 100).rounded())) %  \(what)")
  }

  /// Takes the bar away.
  func clear() {
    if !isHidden { console.progress("") }
  }
}
