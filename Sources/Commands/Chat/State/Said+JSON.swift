import Assistant
import Values

extension Said {
  /// The words, their language and their day.
  var json: JSON {
    .object([
      ("text", .string(text)), ("language", .string(tongue.rawValue)), ("day", .string(day.iso)),
    ])
  }

  /// Reads them back; nil when a part is missing.
  init?(_ json: JSON) {
    guard let text = json["text"]?.text,
      let day = json["day"]?.text.flatMap({ CalendarDay(iso: $0) }),
      let tongue = json["language"]?.text.flatMap({ Tongue(rawValue: $0) })
    else { return nil }
    self.init(text, tongue: tongue, day: day)
  }
}
