/// How a text stands out at a terminal: never the only sign of what it means.
enum Ink: String, Sendable {
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case amber = "33"
  case blue = "34"
  case magenta = "35"
  case cyan = "36"

  /// The text between the escape sequences, as it is without colour.
  func on(_ text: String, color: Bool) -> String {
    color ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
