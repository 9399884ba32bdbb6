import Assistant
import Lessons
import Values

/// The command line that notes a lesson: what a surface tells where no yes can follow.
enum LessonCommandLine {
  /// The whole line: "optiflow learn event 'Black Friday' 2026-11-28 1.7 --yes".
  static func text(_ proposal: LessonProposal) -> String {
    let words: [String] =
      switch proposal {
      case .undo(let lesson): ["undo", String(lesson.id)]
      case .note(let content): self.words(content)
      }
    return (["optiflow", "learn"] + words + ["--yes"]).map(quoted).joined(separator: " ")
  }

  private static func words(_ content: LessonContent) -> [String] {
    switch content {
    case .exceptionalDays(let item):
      ["day", item.days.lowerBound.iso] + until(item.days) + scope(item.scope) + why(item.reason)
    case .event(let item):
      ["event", item.name, item.days.lowerBound.iso, String(item.multiplier)] + until(item.days)
        + scope(item.scope)
    case .anomalyVerdict(let item):
      ["anomaly", item.day.iso, item.kind.rawValue] + scope(item.scope) + why(item.reason)
    case .alertHandled(let item): ["alert", id(item.product)]
    }
  }

  private static func until(_ days: ClosedRange<CalendarDay>) -> [String] {
    days.isOneDay ? [] : ["--until", days.upperBound.iso]
  }

  private static func scope(_ scope: LessonScope) -> [String] {
    switch scope {
    case .everything: []
    case .category(let name): ["--category", name]
    case .product(let product): ["--product", id(product)]
    }
  }

  private static func why(_ reason: String) -> [String] {
    reason.isEmpty ? [] : ["--why", reason]
  }

  private static func id(_ product: TaughtProduct) -> String {
    switch product.id {
    case .integer(let number): String(number)
    case .text(let text): text
    case .real, .null: product.name
    }
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }
    if isPlain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

extension ClosedRange<CalendarDay> {
  /// Whether it is a single day.
  var isOneDay: Bool { lowerBound == upperBound }
}
