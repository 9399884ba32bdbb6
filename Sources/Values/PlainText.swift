/// A question without characters that steer a terminal.
///
/// A question may be repeated in the answer, so what could move the cursor or colour the screen becomes a
/// blank: C0 and C1 controls, and U+2028, U+2029.
package enum PlainText {
  /// "CA\u{1B}[31m 2024" → "CA [31m 2024".
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? " " : scalar) }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }
}
