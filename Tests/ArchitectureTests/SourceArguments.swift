/// The arguments of a call in Swift source, as far as these tests need them: labels and string literals.
struct SourceArguments {
  /// The first argument, as written, when it has no label.
  private(set) var first: String?
  /// Label → the first string literal of that argument, without its delimiters.
  ///
  /// An interpolation, and an argument without a literal, become "…".
  private(set) var literals: [String: String] = [:]

  /// Reads from behind the opening parenthesis up to the closing one.
  init(_ source: Substring) {
    var reader = Reader(rest: source)
    var label = ""
    var word = ""
    while let character = reader.rest.first, !(character == ")" && reader.depth == 0) {
      if character == "\"" {
        let literal = reader.literal()
        if literals[label] == nil {
          literals[label] = literal
        } else if reader.depth == 0, word.last == "+" {
          literals[label]?.append(literal)
        }
        continue
      }
      reader.rest.removeFirst()
      switch character {
      case "(", "[", "{": reader.depth += 1
      case ")", "]", "}": reader.depth -= 1
      case ":" where reader.depth == 0:
        label = word
        word = ""
      case "," where reader.depth == 0:
        close(&label, &word)
      case _ where character.isWhitespace: break
      default: if reader.depth == 0 { word.append(character) }
      }
    }
    close(&label, &word)
  }

  /// Ends an argument; one without a literal stands for a text that is made elsewhere.
  private mutating func close(_ label: inout String, _ word: inout String) {
    if label.isEmpty {
      if first == nil { first = word }
    } else if literals[label] == nil {
      literals[label] = "…"
    }
    label = ""
    word = ""
  }

  private struct Reader {
    var rest: Substring
    var depth = 0

    /// The string literal that starts here, one line or several.
    mutating func literal() -> String {
      let mark = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
      rest.removeFirst(mark.count)
      var text = ""
      while !rest.isEmpty, !rest.hasPrefix(mark) {
        let character = rest.removeFirst()
        guard character == "\\", let next = rest.first else {
          text.append(character)
          continue
        }
        rest.removeFirst()
        if next == "(" {
          skipInterpolation()
          text += "…"
        } else if next == "u" {
          text += scalar()
        } else if next != "\n" {
          text.append(next)
        }
      }
      if !rest.isEmpty { rest.removeFirst(mark.count) }
      guard mark != "\"" else { return text }
      // A literal of several lines is one text here; only plain spaces are folded.
      return text.split { $0 == " " || $0.isNewline }.joined(separator: " ")
    }

    /// The character of `{202F}`, what is left of its escape.
    private mutating func scalar() -> String {
      let digits = rest.prefix { $0 != "}" }
      rest.removeFirst(min(rest.count, digits.count + 1))
      return UInt32(digits.dropFirst(), radix: 16).flatMap(Unicode.Scalar.init).map { String($0) }
        ?? ""
    }

    private mutating func skipInterpolation() {
      var open = 1
      while open > 0, let character = rest.first {
        if character == "\"" {
          _ = literal()
          continue
        }
        rest.removeFirst()
        if character == "(" { open += 1 }
        if character == ")" { open -= 1 }
      }
    }
  }
}
