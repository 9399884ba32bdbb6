/// Where a text stands in an escape sequence of a terminal (ECMA-48): a colour, a link.
enum EscapeSequence {
  case none
  /// Behind ESC.
  case begun
  /// Behind ESC [, up to a final byte.
  case control
  /// Behind ESC ], up to BEL or ESC \.
  case command

  /// Takes the next scalar.
  ///
  /// - Returns: whether it belongs to a sequence.
  mutating func advance(by scalar: Unicode.Scalar) -> Bool {
    switch (self, scalar) {
    case (_, "\u{1B}"): self = .begun
    case (.none, _): return false
    case (.begun, "["): self = .control
    case (.begun, "]"): self = .command
    case (.begun, _): self = .none
    case (.control, "\u{40}"..."\u{7E}"): self = .none
    case (.control, _): break
    case (.command, "\u{7}"): self = .none
    case (.command, _): break
    }
    return true
  }
}
