/// A bar drawn over itself on standard error, on a terminal only.
struct ProgressBar: Sendable {
  let console: Console
  let isQuiet: Bool

  private static let width = 30

  init(_ settings: Settings) {
    console = settings.console
    isQuiet = settings.isQuiet
  }

  /// Draws a share, 0…1, and what is being done: `████████░░░░ 40 %  sales_history`.
  func show(_ share: Double, _ what: String) {
    guard !isQuiet else { return }
    let share = min(1, max(0, share))
    let full = Int((share * Double(Self.width)).rounded())
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
    console.progress("\(bar) \(Int((share * 100).rounded())) %  \(what)")
  }

  /// Takes the bar away.
  func clear() {
    if !isQuiet { console.progress("") }
  }
}
