import Terminal
import Testing

@Suite("The spinner stops when told")
struct SpinnerTests {
  @Test("It may be stopped at once, twice, or not at all", arguments: [false, true])
  func stop(isTerminal: Bool) {
    let screen = Screen(isErrorTerminal: isTerminal)
    for _ in 1...20 {
      let spinner = Spinner("reading", screen: screen)
      #expect(spinner.isTurning == isTerminal)
      spinner.stop()
      #expect(!spinner.isTurning)
      spinner.stop()
      #expect(!spinner.isTurning)
    }
    _ = Spinner("reading", screen: screen)
  }

  @Test("It does not start where it could not be drawn over itself")
  func unseen() {
    #expect(!Spinner("reading", screen: Screen(isErrorTerminal: true, isDumb: true)).isTurning)
    #expect(!Spinner("reading", screen: Screen(width: 8, isErrorTerminal: true)).isTurning)
  }
}
