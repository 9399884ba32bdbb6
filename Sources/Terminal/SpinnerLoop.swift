import Files
import Glibc

/// What the thread of a spinner does: it draws, and waits for the other end of a pipe to be closed.
struct SpinnerLoop {
  let label: SpinnerLabel
  /// The end of the pipe that is readable once the spinner is to stop.
  let stop: Int32

  private static let patience: Int32 = 300
  private static let interval: Int32 = 100
  private static let pictures = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]

  /// The thread's start: takes over a box that holds the loop.
  static func run(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let box = box?.assumingMemoryBound(to: SpinnerLoop.self) else { return nil }
    let loop = box.move()
    box.deallocate()
    loop.draw()
    close(loop.stop)
    return nil
  }

  private func draw() {
    let terminal = Descriptor(STDERR_FILENO)
    var turn = 0
    while !isStopped(within: turn == 0 ? Self.patience : Self.interval) {
      let picture = Self.pictures[turn % Self.pictures.count]
      terminal.write("\r\u{1B}[K\(picture) \(label.text)")
      turn += 1
    }
    if turn > 0 { terminal.write("\r\u{1B}[K") }
  }

  private func isStopped(within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: stop, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) != 0
  }
}
