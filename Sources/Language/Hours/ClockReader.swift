/// Reads one time of day: « 8h30 », "6 a.m.", « midi ».
struct ClockReader: Sendable {
  /// A time of day, and where it ends.
  struct Time {
    let end: Int
    /// Minutes after midnight.
    let minutes: Int
    /// Whether it says which half of the day it is in: "6am"; « 6 h » is a number of 24.
    var half: Half?
  }

  enum Half {
    case morning, evening
  }

  let tokens: [Token]
  /// Whole numbers in words and digits, by their first token.
  private var numbers: [Int: (end: Int, value: Int)] = [:]

  init(tokens: [Token], numbers: [NumberSpan]) {
    self.tokens = tokens
    for number in numbers where number.unit == .plain {
      guard let value = Int(exactly: number.value), (0...24).contains(value) else { continue }
      self.numbers[number.tokens.lowerBound] = (number.tokens.upperBound, value)
    }
  }

  /// The folded text of a token; nothing beyond the last one.
  func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].folded : "" }

  /// Where the longest of some phrases ends that begins here.
  func end(of phrases: HourWords.Phrases, at start: Int) -> Int? {
    phrases.first { phrase in
      phrase.indices.allSatisfy { word(start + $0) == phrase[$0] }
    }.map { start + $0.count }
  }

  /// The time of day that begins here.
  func time(at start: Int) -> Time? {
    guard let time = written(at: start) ?? named(at: start) ?? bareTime(at: start) else {
      return nil
    }
    if time.half == nil, let end = end(of: HourWords.mornings, at: time.end) {
      return halved(time.minutes, .morning, end)
    }
    if time.half == nil, let end = end(of: HourWords.evenings, at: time.end) {
      return halved(time.minutes, .evening, end)
    }
    let isLength =
      ["de", "d'", "of"].contains(word(time.end)) && HourWords.lengths.contains(word(time.end + 1))
    return isLength ? nil : time
  }

  /// A number that may be an hour where another one beside it is: the 8 of "8-10am".
  func bare(at start: Int) -> (end: Int, hour: Int)? {
    numbers[start].map { ($0.end, $0.value) }
  }

  /// "8 in the morning": a number that only its half of the day makes a time.
  private func bareTime(at start: Int) -> Time? {
    guard let (end, hour) = bare(at: start),
      self.end(of: HourWords.mornings + HourWords.evenings, at: end) != nil
    else { return nil }
    return Time(end: end, minutes: hour * 60)
  }

  /// The time with its half of the day; nil for "13pm".
  func halved(_ minutes: Int, _ half: Half, _ end: Int) -> Time? {
    let hour = minutes / 60
    guard (0...12).contains(hour) || half == .evening && hour > 12 else { return nil }
    let shifted = hour > 12 ? minutes : minutes % 720 + (half == .evening ? 720 : 0)
    return Time(end: end, minutes: shifted, half: half)
  }

  private func named(at start: Int) -> Time? {
    if HourWords.noon.contains(word(start)), word(start - 1) != "apres" || isApart(start) {
      return Time(end: start + 1, minutes: 720, half: .evening)
    }
    return HourWords.midnight.contains(word(start))
      ? Time(end: start + 1, minutes: 0, half: .morning) : nil
  }

  /// « après midi » in two words, no « après-midi ».
  private func isApart(_ index: Int) -> Bool { tokens[index].spaceBefore }

  private func written(at start: Int) -> Time? {
    if let glued = glued(word(start)) {
      return finished(glued.hour, glued.minute, glued.unit, start + 1)
    }
    guard let (end, hour) = bare(at: start) else { return nil }
    if word(end) == ":", let (minute, unit) = minute(word(end + 1)), !isApart(end),
      !isApart(end + 1)
    {
      if unit.isEmpty, let (after, half) = self.half(at: end + 2) {
        return halved(hour * 60 + minute, half, after)
      }
      return finished(hour, minute, unit.isEmpty ? "h" : unit, end + 2)
    }
    if let (after, half) = self.half(at: end) { return halved(hour * 60, half, after) }
    guard ["h", "heures", "heure", "o'clock", "oclock"].contains(word(end)) else { return nil }
    if word(end) != "o'clock", let minute = plainMinute(word(end + 1)) {
      return finished(hour, minute, "h", end + 2)
    }
    return finished(hour, 0, "h", end + 1)
  }

  /// "am", "p.m." and where it ends.
  private func half(at index: Int) -> (end: Int, half: Half)? {
    let letters: [String: Half] = ["a": .morning, "p": .evening]
    if word(index).count == 2, word(index).hasSuffix("m"),
      let half = letters[String(word(index).prefix(1))]
    {
      return (index + 1, half)
    }
    guard let half = letters[word(index)], word(index + 1) == ".", word(index + 2) == "m" else {
      return nil
    }
    return (word(index + 3) == "." ? index + 4 : index + 3, half)
  }

  private func finished(_ hour: Int, _ minute: Int, _ unit: String, _ end: Int) -> Time? {
    guard hour < 24 || hour == 24 && minute == 0 else { return nil }
    let minutes = hour * 60 + minute
    return switch unit {
    case "am": halved(minutes, .morning, end)
    case "pm": halved(minutes, .evening, end)
    default: Time(end: end, minutes: minutes)
    }
  }

  /// « 8h », « 8h30 », "6am" in one word.
  private func glued(_ word: String) -> (hour: Int, minute: Int, unit: String)? {
    let digits = word.prefix { $0.isWholeNumber }
    guard (1...2).contains(digits.count), let hour = Int(digits) else { return nil }
    let rest = word.dropFirst(digits.count)
    if ["h", "am", "pm"].contains(rest) { return (hour, 0, String(rest)) }
    guard rest.first == "h", let minute = plainMinute(String(rest.dropFirst())) else { return nil }
    return (hour, minute, "h")
  }

  /// Two digits of minutes and nothing else.
  private func plainMinute(_ word: String) -> Int? {
    minute(word).flatMap { $0.unit.isEmpty ? $0.minute : nil }
  }

  /// Two digits of minutes, and what is glued to them: "30pm".
  private func minute(_ word: String) -> (minute: Int, unit: String)? {
    let digits = word.prefix { $0.isWholeNumber }
    guard digits.count == 2, let minute = Int(digits), minute < 60 else { return nil }
    let unit = String(word.dropFirst(2))
    return ["", "am", "pm", "h"].contains(unit) ? (minute, unit) : nil
  }
}
