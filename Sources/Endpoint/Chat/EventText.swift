import Values

/// Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
enum EventText {
  /// The media type.
  static let type = "text/event-stream; charset=utf-8"
  /// What ends OpenAI's streams.
  static let done = "data: [DONE]\n\n"

  /// One event: JSON of ours has no line breaks outside texts, and none unescaped in them.
  static func event(_ json: JSON) -> String { "data: " + json.rendered + "\n\n" }

  /// A message cut where a client may show it bit by bit: behind blanks, some 40 bytes each.
  static func pieces(_ message: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in message {
      piece.append(character)
      if character.isWhitespace, piece.utf8.count >= 40 {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}
