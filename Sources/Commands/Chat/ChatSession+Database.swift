extension ChatSession {
  var statistics: String { tables }
  var check: String { "" }
  func backup(_ rest: String) -> String { rest }
  func preview(_ rest: String) -> String { rest }
}
