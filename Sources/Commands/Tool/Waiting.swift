import Batch
import Presentation
import Synchronization
import Terminal
import Values

/// What a person at a terminal sees while an answer takes long: a spinner, and how far a computation is.
///
/// On standard error, after 300 ms, and only on a terminal that can draw over itself.
final class Waiting: Sendable {
  private let environment: Environment
  private let tongue: Tongue
  /// Whether nobody would see it, or wants to.
  private let isHidden: Bool
  private let state = Mutex(State())

  private struct State {
    var spinner: Spinner?
    /// Whether it turns for the whole of an answer, and not only for a computation within.
    var isHeld = false
  }

  /// What stands beside the spinner where nothing is known of what takes long.
  private static let plain = "…"

  init(_ settings: Settings) {
    environment = settings.environment
    tongue = settings.interface
    isHidden = settings.isQuiet || !settings.console.hasLiveMessages
  }

  /// Turns from now on, until `end()`.
  func begin() {
    state.withLock { state in
      state.spinner?.stop()
      state.spinner = Spinner(Self.plain, screen: screen)
      state.isHeld = true
    }
  }

  /// Says how far a computation is: `⠹ 40 %  prévisions 96/250, encore 3 s`.
  func show(_ progress: BatchProgress) {
    guard !isHidden else { return }
    let percent = NumberFormat(tongue).decimal((progress.share * 100).rounded(), digits: 0)
    let label =
      percent + tongue.pick("\u{202F}%", "%") + "  " + BatchText.progress(progress, in: tongue)
    state.withLock { state in
      if let spinner = state.spinner {
        spinner.tell(label)
      } else {
        state.spinner = Spinner(label, screen: screen)
      }
    }
  }

  /// The computation is over: what was shown of it goes away.
  func computed() {
    state.withLock { state in
      if state.isHeld {
        state.spinner?.tell(Self.plain)
      } else {
        state.spinner?.stop()
        state.spinner = nil
      }
    }
  }

  /// Takes it away; standard error is the caller's again.
  func end() {
    state.withLock { state in
      state.spinner?.stop()
      state = State()
    }
  }

  /// As it is now: the window may have another size than before.
  private var screen: Screen { Screen(environment: environment.variables) }
}
