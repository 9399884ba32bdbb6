import Interpretation
import Values

extension Answer {
  /// An answer to be filled; its id comes with `Assistant.finish`.
  init(to utterance: Utterance, _ status: Status) {
    self.init(id: "", question: utterance.text, language: utterance.tongue, status: status)
  }

  /// FNV-1a (64 bits) of some texts, in hexadecimal: the same texts have the same id.
  static func identifier(_ texts: String...) -> String {
    let hash = texts.joined(separator: "\u{0}").utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let hex = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }
}
