import Glibc

/// Tells whether a key was pressed while nothing is read from the terminal; what was typed stays to be read.
///
/// Between two lines a terminal hands on whole lines only: while this lives it hands on each key, unshown.
package final class KeyWatch {
  private let former: termios?

  package init() {
    var state = termios()
    guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &state) == 0 else {
      former = nil
      return
    }
    former = state
    state.c_lflag &= ~tcflag_t(ICANON | ECHO)
    // One key is enough: VTIME and VMIN, which a terminal of whole lines uses for other things.
    state.c_cc.5 = 0
    state.c_cc.6 = 1
    tcsetattr(STDIN_FILENO, TCSANOW, &state)
  }

  deinit {
    guard var former else { return }
    tcsetattr(STDIN_FILENO, TCSANOW, &former)
  }

  /// Whether there is something to read.
  package static var isKeyPressed: Bool {
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) == 1
  }
}
