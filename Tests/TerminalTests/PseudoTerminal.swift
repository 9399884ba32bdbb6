import Foundation
import Glibc

/// A terminal without a screen: a typist waits for what a program shows on it, and types.
final class PseudoTerminal: Sendable {
  /// What to wait for, and what to type then.
  typealias Step = (shown: String, typed: String)

  /// The end that the program reads from and writes to.
  let terminal: Int32
  private let keyboard: Int32

  // posix_openpt(3) and its companions are not in Swift's Glibc; these are the requests of ioctl_tty(2)
  // that they make.
  private static let unlock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  init?() {
    keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard keyboard >= 0, ioctl(keyboard, Self.unlock, &isLocked) == 0,
      ioctl(keyboard, Self.getNumber, &number) == 0
    else { return nil }
    terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard terminal >= 0, ioctl(keyboard, UInt(TIOCSWINSZ), &size) == 0 else { return nil }
  }

  /// Types in the background; when something is never shown, it hangs up, which ends the program's input.
  func play(_ steps: [Step]) {
    let typist = Thread { [self] in
      var screen: [UInt8] = []
      for step in steps {
        guard wait(for: Array(step.shown.utf8), on: &screen) else { break }
        let keys = Array(step.typed.utf8)
        _ = write(keyboard, keys, keys.count)
      }
      // What comes afterwards is read too, so that the program never waits to write it.
      _ = wait(for: Array("never shown".utf8), on: &screen)
      close(keyboard)
    }
    typist.start()
  }

  /// Reads until a text is shown, and drops it with all before it.
  private func wait(for text: [UInt8], on screen: inout [UInt8]) -> Bool {
    while true {
      if let range = screen.firstRange(of: text) {
        screen.removeSubrange(..<range.upperBound)
        return true
      }
      var waiting = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 20_000) == 1 else { return false }
      var bytes = [UInt8](repeating: 0, count: 4_096)
      let count = read(keyboard, &bytes, bytes.count)
      guard count > 0 else { return false }
      screen += bytes[..<count]
    }
  }
}
