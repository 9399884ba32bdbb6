import Interpretation
import Planning
import SemanticModel
import ValueIndex
import Values

/// The product and the day that the last answer told of, where it told of one.
struct LessonContext {
  private let last: Answer?

  init(_ last: Answer?) {
    self.last = last
  }

  /// The day, from the period asked for or the one row told.
  var day: Period? {
    if let period = last?.query?.period, period.length == 1 { return period }
    guard let row = onlyRow else { return nil }
    let days = row.compactMap { $0.text.flatMap { CalendarDay(iso: $0.prefix(10)) } }
    return days.count == 1 ? Period(start: days[0], end: days[0].adding(days: 1)) : nil
  }

  /// The product, from the question's restriction or the one row told.
  func product(_ assistant: Assistant) -> MentionedThing? {
    let restricted = last?.query?.filters.compactMap { filter -> NamedValue? in
      guard case .values("product", let values, false) = filter, values.count == 1 else {
        return nil
      }
      return values[0]
    }
    if let name = restricted?.first {
      return MentionedThing(dimension: "product", names: [name], words: name.name)
    }
    guard let row = onlyRow,
      let place = last?.columns.firstIndex(where: { $0.role == .key(.dimension("product")) }),
      let text = row[place].text
    else { return nil }
    let mention = assistant.interpreter.mentions(in: assistant.utterance(text)).first {
      $0.dimension == "product" && $0.quality == .exact
    }
    return mention.map {
      MentionedThing(dimension: "product", names: $0.names, words: text)
    }
  }

  private var onlyRow: [Value]? { last?.rows.count == 1 ? last?.rows.first : nil }
}
