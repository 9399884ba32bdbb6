import Values

/// The slots of a draft as a model is told of them, one a line: what they are, not what they hold.
struct SlotTable {
  private let draft: Draft
  private let showsValues: Bool

  /// Longest content shown, in characters.
  private static let longest = 60

  init(_ draft: Draft, showsValues: Bool) {
    self.draft = draft
    self.showsValues = showsValues
  }

  var text: String { draft.slots.map(line).joined(separator: "\n") }

  /// "{{v3}}: amount of money (revenue) = 1 234,50 €".
  private func line(_ slot: Slot) -> String {
    let colon = draft.tongue == .french ? "\u{202F}: " : ": "
    var line = slot.placeholder + colon + kind(slot)
    if !slot.meaning.isEmpty { line += " (\(Self.plain(slot.meaning)))" }
    if let direction = slot.direction { line += ", " + word(direction) }
    if showsValues, !slot.isPersonal { line += " = " + Self.plain(slot.text) }
    return line
  }

  private func kind(_ slot: Slot) -> String {
    let words: (String, String) =
      switch slot.kind {
      case .amount: ("montant", "amount of money")
      case .count: ("nombre", "count")
      case .percent: ("pourcentage", "percentage")
      case .number: ("chiffre", "number")
      case .days: ("durée", "duration")
      case .date: ("date", "date")
      case .text: ("mot", "word")
      case .period: ("période, avec sa préposition", "period, with its preposition")
      case .restriction:
        ("ce qui est compté, avec sa préposition", "what is counted, with its preposition")
      case .grouping: ("regroupement, avec sa préposition", "grouping, with its preposition")
      case .name: ("nom", "name")
      case .point: ("nom suivi de son chiffre, ou chiffre suivi de son nom", "name with its figure")
      case .interval: ("intervalle", "interval")
      }
    return draft.tongue == .french ? words.0 : words.1
  }

  private func word(_ direction: Slot.Direction) -> String {
    switch direction {
    case .up: draft.tongue == .french ? "en hausse" : "up"
    case .down: draft.tongue == .french ? "en baisse" : "down"
    }
  }

  /// Without anything that steers, in one line, cut.
  private static func plain(_ text: String) -> String {
    let plain = PlainText.of(text).filter { $0 != "{" && $0 != "}" }
    return plain.count > longest ? plain.prefix(longest) + "…" : plain
  }
}
