/// A cell of a table to be read: its words, and what they say beyond themselves.
struct TableCell: Hashable, Sendable {
  /// Which way a figure went.
  enum Direction: String, Hashable, Sendable {
    case up = "▲"
    case down = "▼"
  }

  let text: String
  var direction: Direction?
  var tone: Tone?

  init(_ text: String, direction: Direction? = nil, tone: Tone? = nil) {
    self.text = text
    self.direction = direction
    self.tone = tone
  }

  /// The words with their arrow: « ▲ +12,3 % ».
  var marked: String { direction.map { "\($0.rawValue) \(text)" } ?? text }
}
