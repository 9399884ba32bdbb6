/// A text as a cell can hold it.
enum CellText {
  /// Most UTF-16 units of a cell.
  private static let limit = 32_767

  /// The text, cut at Excel's limit; what no XML file may hold becomes "\u{FFFD}".
  static func of(_ text: String) -> String { escaped(allowed(text)) }

  /// "_x0041_" would be read as "A" (ECMA-376, 22.9.2.19): its first character is written as such a code itself.
  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if isCode(bytes[index...].prefix(7)) { result += Array("_x005F".utf8) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isCode(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "_x".utf8) && bytes.count == 7 && bytes.last == UInt8(ascii: "_")
      && bytes.dropFirst(2).dropLast().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  private static func allowed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      let isAllowed = scalar.value != 0 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
      let scalar = isAllowed ? scalar : "\u{FFFD}"
      count += UTF16.width(scalar)
      if count > limit - 1, text.utf16.count > limit {
        result.append("…")
        break
      }
      result.append(scalar)
    }
    return String(result)
  }
}
