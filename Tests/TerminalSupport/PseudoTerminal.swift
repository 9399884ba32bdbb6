import Foundation
import Glibc
import Synchronization

/// A terminal without a screen: what a program shows is waited for, and keys are typed.
///
/// It never waits for a fixed time: what is expected comes, or a generous deadline passes.
package final class PseudoTerminal: Sendable {
  /// What to wait for, and what to type then.
  package typealias Step = (shown: String, typed: String)

  /// The end that the program reads from and writes to.
  package let terminal: Int32
  /// Its name among the files.
  package let path: String
  private let keyboard: Int32
  /// What was shown and not waited for yet.
  private let screen = Mutex<[UInt8]>([])
  private let isHungUp = Mutex(false)

  /// Milliseconds without anything shown after which nothing more is expected.
  private static let patience: Int32 = 60_000

  // posix_openpt(3) and its companions are not in Swift's Glibc; these are the requests of ioctl_tty(2)
  // that they make.
  private static let unlock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  package init?(columns: Int = 80, rows: Int = 24) {
    keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard keyboard >= 0, ioctl(keyboard, Self.unlock, &isLocked) == 0,
      ioctl(keyboard, Self.getNumber, &number) == 0
    else { return nil }
    path = "/dev/pts/\(number)"
    terminal = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(terminal)
    hangUp()
  }

  /// Gives the window another size, which the program in front is told by SIGWINCH.
  package func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows),
      ws_col: UInt16(columns),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    _ = ioctl(keyboard, UInt(TIOCSWINSZ), &size)
  }

  /// Types a text, reading meanwhile what the program shows, so that neither waits for the other.
  ///
  /// - Returns: whether the program took it all.
  @discardableResult
  package func type(_ text: String) -> Bool { type(Array(text.utf8)) }

  /// Types bytes that need not be text.
  @discardableResult
  package func type(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      var waiting = pollfd(fd: keyboard, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&waiting, 1, Self.patience) == 1 else { return false }
      if waiting.revents & Int16(POLLIN) != 0, !read() { return false }
      guard waiting.revents & Int16(POLLOUT) != 0 else { continue }
      let count = rest.withUnsafeBytes { write(keyboard, $0.baseAddress, min($0.count, 1_024)) }
      if count > 0 { rest = rest.dropFirst(count) }
    }
    return true
  }

  /// Reads until a text is shown, and drops it with all before it.
  ///
  /// - Returns: what was shown up to the text; nil when it never was.
  @discardableResult
  package func wait(for text: String) -> String? {
    let wanted = Array(text.utf8)
    // What was searched is not searched again, but for a beginning of the text at its end.
    var searched = 0
    while true {
      let before = screen.withLock { shown -> String? in
        defer { searched = max(0, shown.count - wanted.count) }
        guard let range = shown[min(searched, shown.count)...].firstRange(of: wanted) else {
          return nil
        }
        defer { shown.removeSubrange(..<range.upperBound) }
        return String(decoding: shown[..<range.upperBound], as: UTF8.self)
      }
      if let before { return before }
      guard look(within: Self.patience) else { return nil }
    }
  }

  /// All that was shown and not waited for.
  package func rest() -> String {
    while look(within: 0) {}
    return screen.withLock { shown in
      defer { shown = [] }
      return String(decoding: shown, as: UTF8.self)
    }
  }

  /// Takes what is shown within some milliseconds.
  ///
  /// - Returns: whether there was anything.
  @discardableResult
  package func look(within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) == 1 && read()
  }

  /// Types in the background; when something is never shown, it hangs up, which ends the program's input.
  package func play(_ steps: [Step]) {
    let typist = Thread { [self] in
      for step in steps {
        guard wait(for: step.shown) != nil else { break }
        type(step.typed)
      }
      // What comes afterwards is read too, so that the program never waits to write it.
      wait(for: "never shown")
      hangUp()
    }
    typist.start()
  }

  /// Takes what is shown now; false once nobody has the terminal open any more.
  private func read() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = Glibc.read(keyboard, &bytes, bytes.count)
    guard count > 0 else { return errno == EAGAIN }
    screen.withLock { $0 += bytes[..<count] }
    return true
  }

  private func hangUp() {
    isHungUp.withLock { isHungUp in
      if !isHungUp { close(keyboard) }
      isHungUp = true
    }
  }
}
