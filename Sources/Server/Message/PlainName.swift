/// Names that clients give to things, which can stand in logs, headers and files as they are.
package enum PlainName {
  /// Whether a text is one: letters and digits of ASCII, `-`, `_`, `.` and `:`, 1 to 64 of them.
  package static func isOne(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
  }
}
