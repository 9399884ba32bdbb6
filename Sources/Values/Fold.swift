/// Text as it is compared: lower case, no accents, no ligatures, plain apostrophes, dashes and spaces.
///
/// "Cœur d’Été" → "coeur d'ete". Used by the lexer, the value index and SQLite's `fold` alike, so that the
/// three always agree. Covers Latin-1 Supplement and Latin Extended-A; other scripts are only lower-cased.
package enum Fold {
  /// The folded form of a text.
  package static func fold(_ text: some StringProtocol) -> String {
    fold(String(text))
  }

  /// The folded form of a text; not generic, because this runs for every word of every start.
  package static func fold(_ text: String) -> String {
    var text = text
    let ascii = text.withUTF8 { bytes -> String? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { buffer in
        for (index, byte) in bytes.enumerated() {
          buffer[index] = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte == 0x60 ? 0x27 : byte
        }
        return bytes.count
      }
    }
    return ascii ?? foldUnicode(text)
  }

  private static func foldUnicode(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      append(scalar, to: &result)
    }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar.value {
    case 0x41...0x5A:
      result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0x60, 0x2018, 0x2019, 0x201B, 0x02BC, 0xB4:
      result.append("'")
    case 0x201C, 0x201D, 0xAB, 0xBB:
      result.append("\"")
    case 0x2010...0x2015, 0x2212:
      result.append("-")
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      result.append(" ")
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0xFEFF:
      break
    case 0xC0...0x17F:
      if let plain = latin[scalar.value] {
        result.append(plain)
      } else {
        result.unicodeScalars.append(scalar)
      }
    case 0..<0x80:
      result.unicodeScalars.append(scalar)
    default:
      result.append(scalar.properties.lowercaseMapping)
    }
  }

  /// Scalar value → ASCII letters, for U+00C0…U+017F.
  private static let latin: [UInt32: String] = {
    let groups: [(String, String)] = [
      ("ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "a"), ("ÇçĆćĈĉĊċČč", "c"), ("ÐðĎďĐđ", "d"),
      ("ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "e"), ("ĜĝĞğĠġĢģ", "g"), ("ĤĥĦħ", "h"),
      ("ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "i"), ("Ĵĵ", "j"), ("Ķķĸ", "k"), ("ĹĺĻļĽľĿŀŁł", "l"),
      ("ÑñŃńŅņŇňŉŊŋ", "n"), ("ÒÓÔÕÖØòóôõöøŌōŎŏŐő", "o"), ("ŔŕŖŗŘř", "r"),
      ("ŚśŜŝŞşŠšſ", "s"), ("ŢţŤťŦŧ", "t"), ("ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "u"), ("Ŵŵ", "w"),
      ("ÝýÿŶŷŸ", "y"), ("ŹźŻżŽž", "z"), ("Ææ", "ae"), ("Œœ", "oe"), ("Ĳĳ", "ij"), ("ß", "ss"),
      ("Þþ", "th"),
    ]
    var table: [UInt32: String] = [:]
    for (letters, plain) in groups {
      for scalar in letters.unicodeScalars {
        table[scalar.value] = plain
      }
    }
    return table
  }()
}
