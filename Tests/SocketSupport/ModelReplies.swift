/// What OpenAI-compatible servers send, and what they should not.
package enum ModelReplies {
  /// A whole reply that says a text.
  package static func whole(_ content: String) -> String {
    #"{"object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"#
      + quoted(content) + #"},"finish_reason":"stop"}]}"#
  }

  /// One event of a reply in pieces.
  package static func event(_ piece: String) -> String {
    #"data: {"choices":[{"index":0,"delta":{"content":"# + quoted(piece) + "}}]}\n\n"
  }

  /// A reply in pieces of some characters, with its end.
  package static func events(_ content: String, by size: Int = 5) -> String {
    var text = ""
    var rest = Substring(content)
    while !rest.isEmpty {
      text += event(String(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return text + #"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#
      + "\n\ndata: [DONE]\n\n"
  }

  /// The head of a reply in pieces whose length nobody knows.
  package static let streamHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"

  /// A text as a JSON string.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The sentences to reword in a request: the line below the one that announces them.
  package static func draft(in request: String) -> String {
    guard
      let head = request.ranges(of: "reformuler :\\n").last ?? request.ranges(of: "reword:\\n").last
    else { return "" }
    let rest = request[head.upperBound...]
    return String(rest[..<(rest.firstRange(of: "\\n")?.lowerBound ?? rest.endIndex)])
  }
}
