/// Why a text is not JSON: where, in bytes from the start.
package struct JSONFault: Error, Hashable, Sendable {
  /// Bytes before it.
  package let offset: Int
}

/// Reads JSON (RFC 8259): one value and nothing after it.
///
/// Whole numbers that fit are integers, all others doubles. Foundation's reader would do the same at the
/// price of loading Foundation with every command.
package struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  /// Deeper nesting is refused rather than followed until the stack ends.
  private static let deepest = 200

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The value of a text.
  package static func read(_ text: String) throws(JSONFault) -> JSON {
    var reader = JSONReader(text)
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.index == reader.bytes.count else { throw reader.fault }
    return value
  }

  private var fault: JSONFault { JSONFault(offset: index) }
  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard byte == UInt8(ascii: wanted) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ wanted: Unicode.Scalar) throws(JSONFault) {
    guard take(wanted) else { throw fault }
  }

  // MARK: - Values

  private mutating func value() throws(JSONFault) -> JSON {
    skipBlanks()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest, let byte else { throw fault }
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ text: String, _ value: JSON) throws(JSONFault) -> JSON {
    guard bytes[index...].starts(with: text.utf8) else { throw fault }
    index += text.utf8.count
    return value
  }

  private mutating func object() throws(JSONFault) -> JSON {
    try expect("{")
    var members: [(String, JSON)] = []
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      let key = try string()
      try expect(":")
      members.append((key, try value()))
    } while take(",")
    try expect("}")
    return .object(members)
  }

  private mutating func array() throws(JSONFault) -> JSON {
    try expect("[")
    var items: [JSON] = []
    if take("]") { return .array(items) }
    repeat { items.append(try value()) } while take(",")
    try expect("]")
    return .array(items)
  }

  private mutating func number() throws(JSONFault) -> JSON {
    let start = index
    while let byte, (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if let number = Int64(text), !text.hasPrefix("+") { return .integer(number) }
    guard let first = text.utf8.first, first == 0x2D || (0x30...0x39).contains(first),
      let number = Double(text)
    else {
      index = start
      throw fault
    }
    return .number(number)
  }

  // MARK: - Strings

  private mutating func string() throws(JSONFault) -> String {
    guard byte == UInt8(ascii: "\"") else { throw fault }
    index += 1
    var text: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        index += 1
        text += Array(String(Character(try escape())).utf8)
      case 0..<0x20: throw fault
      default:
        text.append(byte)
        index += 1
      }
    }
    throw fault
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    guard let byte else { throw fault }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw fault
    }
  }

  /// Four hexadecimal digits, or two such escapes for a scalar beyond the first plane; a half of a pair is U+FFFD.
  private mutating func unicodeEscape() throws(JSONFault) -> Unicode.Scalar {
    let high = try hexadecimal()
    guard (0xD800..<0xDC00).contains(high), bytes[index...].starts(with: "\\u".utf8) else {
      return Unicode.Scalar(high) ?? "\u{FFFD}"
    }
    index += 2
    let low = try hexadecimal()
    guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    guard index + 4 <= bytes.count,
      let number = UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
    else { throw fault }
    index += 4
    return number
  }
}

extension JSON {
  /// The member of an object; nil where there is none, and for what is no object.
  package subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == key }?.1
  }

  /// The text of a string.
  package var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The items of an array.
  package var items: [JSON]? { if case .array(let items) = self { items } else { nil } }

  /// The value of an integer.
  package var integer: Int? { if case .integer(let number) = self { Int(number) } else { nil } }

  /// Whether it is `true`.
  package var isTrue: Bool { self == .bool(true) }
}
