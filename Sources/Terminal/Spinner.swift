import Files
import Glibc

/// A sign of life on standard error while something takes long.
package final class Spinner {
  private var thread: pthread_t?
  /// Closing it stops the thread at once.
  private var stopper: Int32 = -1
  private let label: SpinnerLabel
  /// Columns that a label may take.
  private let room: Int

  /// Whether its thread lives: from the start, where somebody sees it, until it is stopped.
  package var isTurning: Bool { thread != nil }

  /// Starts it; it shows itself after 300 ms, on a terminal only.
  ///
  /// - Parameters:
  ///   - label: what is being done, in one line.
  ///   - screen: tells whether anybody would see it.
  package init(_ label: String, screen: Screen) {
    room = screen.width - 4
    self.label = SpinnerLabel(label)
    guard screen.isErrorTerminal, !screen.isDumb, Screen.columns(of: label) <= room else { return }
    guard let pipe = Descriptor.pipe() else { return }
    stopper = pipe.input.number
    thread = Self.start(SpinnerLoop(label: self.label, stop: pipe.output.number))
    if thread == nil { closeStopper() }
  }

  deinit {
    stop()
  }

  /// Says something else from the next turn on; a text without room changes nothing.
  package func tell(_ label: String) {
    if Screen.columns(of: label) <= room { self.label.text = label }
  }

  /// Erases it; from here on standard error is the caller's.
  ///
  /// It may be called again.
  package func stop() {
    guard let thread else { return }
    closeStopper()
    pthread_join(thread, nil)
    self.thread = nil
  }

  private func closeStopper() {
    close(stopper)
    stopper = -1
  }

  /// Starts the thread with all signals blocked, so that they find the one which handles them.
  private static func start(_ loop: SpinnerLoop) -> pthread_t? {
    let box = UnsafeMutablePointer<SpinnerLoop>.allocate(capacity: 1)
    box.initialize(to: loop)
    var all = sigset_t()
    var former = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
    var thread = pthread_t()
    let error = pthread_create(&thread, nil, { SpinnerLoop.run($0) }, box)
    guard error != 0 else { return thread }
    close(box.move().stop)
    box.deallocate()
    return nil
  }
}
