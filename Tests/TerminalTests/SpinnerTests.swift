import Terminal
import Testing

@Suite("The spinner stops when told")
struct SpinnerTests {
  @Test("It may be stopped at once, twice, or not at all", arguments: [false, true])
  func stop(isTerminal: Bool) {
    let screen = Screen(isErrorTerminal: isTerminal)
    for _ in 1...20 {
      let spinner = Spinner("reading", screen: screen)
      spinner.stop()
      spinner.stop()
    }
    _ = Spinner("reading", screen: screen)
  }
}
