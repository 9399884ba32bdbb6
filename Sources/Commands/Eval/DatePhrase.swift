import Interpretation
import Language
import Values

/// A phrase that names one period, or none.
struct DatePhrase {
  let text: String
  let language: String
  let asOf: CalendarDay
  let start: CalendarDay?
  let end: CalendarDay?

  /// Nothing should be read as a period.
  var isNegative: Bool { start == nil && end == nil }

  /// Reads a line; nil when text or date is missing.
  init?(_ json: JSON) {
    guard let text = json["text"]?.text,
      let asOf = json["as_of"]?.text.flatMap({ CalendarDay(iso: $0) })
    else { return nil }
    self.text = text
    self.asOf = asOf
    language = json["lang"]?.text ?? "?"
    start = json["start"]?.text.flatMap { CalendarDay(iso: $0) }
    end = json["end"]?.text.flatMap { CalendarDay(iso: $0) }
  }

  /// The periods read in it.
  var found: [Period] {
    let tongue = Tongue(rawValue: language)
    return Utterance(text, clock: Clock(now: asOf), tongue: tongue).times.compactMap(\.period)
  }

  /// Whether exactly the one period was read, or none in a negative row.
  func isRight(_ found: [Period]) -> Bool {
    if isNegative { return found.isEmpty }
    return found.count == 1 && found[0].start == start && found[0].end == end
  }
}

/// Date phrases scored by language, negative rows apart.
struct DateScore {
  /// Language and kind of row: right, all.
  private(set) var groups: [String: (right: Int, all: Int)] = [:]
  private(set) var failures: [(phrase: DatePhrase, found: [Period])] = []

  init(_ phrases: [DatePhrase]) {
    for phrase in phrases {
      let found = phrase.found
      let isRight = phrase.isRight(found)
      let name = phrase.language + (phrase.isNegative ? " none" : " period")
      let group = groups[name] ?? (0, 0)
      groups[name] = (group.right + (isRight ? 1 : 0), group.all + 1)
      if !isRight { failures.append((phrase, found)) }
    }
  }

  /// A table, after what was not right when asked for.
  func text(isVerbose: Bool) -> String {
    var lines: [String] = []
    if isVerbose { lines = failures.map { Self.line($0.phrase, $0.found) } }
    let rows = groups.keys.sorted().map { name -> [String] in
      let (right, all) = groups[name] ?? (0, 0)
      return [name, "\(right)/\(all)", EvalText.percent(Double(right) / Double(all))]
    }
    lines += Columns.lines(rows, right: [1, 2])
    return lines.joined(separator: "\n")
  }

  private static func line(_ phrase: DatePhrase, _ found: [Period]) -> String {
    let wanted = phrase.isNegative ? "—" : Period(start: phrase.start, end: phrase.end).description
    let got = found.isEmpty ? "—" : found.map(\.description).joined(separator: " ")
    return "\(phrase.language)  \(phrase.text)  (\(phrase.asOf.iso))  want \(wanted)  got \(got)"
  }

  /// The counts for programs.
  var json: JSON {
    .object(
      groups.keys.sorted().map { name in
        let (right, all) = groups[name] ?? (0, 0)
        return (name, .object([("right", .integer(Int64(right))), ("all", .integer(Int64(all)))]))
      }
    )
  }
}
