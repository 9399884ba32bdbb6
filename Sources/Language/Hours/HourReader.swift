import Values

/// Reads hours of the day with the words that bound them.
struct HourReader: Sendable {
  let times: ClockReader

  /// The hours that begin at a token.
  func span(at start: Int) -> HourSpan? {
    range(at: start) ?? bound(at: start) ?? part(at: start)
  }

  // MARK: - Ranges

  /// « entre 8 h et 10 h », "from 10pm to 6am", « 22h-6h ».
  private func range(at start: Int) -> HourSpan? {
    if let open = times.end(of: HourWords.between, at: start) {
      return range(start, from: open, HourWords.and, isOpened: true)
    }
    if let open = times.end(of: HourWords.from, at: start),
      let range = range(start, from: open, HourWords.to, isOpened: true)
    {
      return range
    }
    return range(start, from: start, HourWords.to, isOpened: false)
  }

  private func range(
    _ start: Int,
    from open: Int,
    _ joints: HourWords.Phrases,
    isOpened: Bool
  ) -> HourSpan? {
    if let first = times.time(at: open), let next = times.end(of: joints, at: first.end) {
      if let second = times.time(at: next) {
        return span(start..<second.end, first.minutes, second.minutes)
      }
      // « entre midi et deux ».
      guard isOpened, first.minutes == 720, let second = times.bare(at: next),
        (1..<6).contains(second.hour)
      else { return nil }
      return span(start..<second.end, 720, 720 + second.hour * 60)
    }
    // « entre 8 et 10 h », "2-4pm": the unit is said once.
    guard let first = times.bare(at: open), let next = times.end(of: joints, at: first.end),
      let second = times.time(at: next), isOpened || times.word(first.end) == "-"
    else { return nil }
    return span(start..<second.end, minutes(first.hour, before: second), second.minutes)
  }

  /// The minutes of a bare hour before a time: of "10-2pm" the 10 is in the morning, of "2-4pm" the 2 is not.
  private func minutes(_ hour: Int, before time: ClockReader.Time) -> Int {
    guard let half = time.half, let same = times.halved(hour * 60, half, 0) else {
      return hour * 60
    }
    let other: ClockReader.Half = half == .morning ? .evening : .morning
    let isBefore = same.minutes < time.minutes
    return isBefore ? same.minutes : times.halved(hour * 60, other, 0)?.minutes ?? same.minutes
  }

  // MARK: - Bounds

  /// « avant 8 h », "from 6pm on", « à 14 h ».
  private func bound(at start: Int) -> HourSpan? {
    if let time = time(behind: HourWords.before, at: start) {
      return time.minutes % DayHours.day == 0 ? nil : span(start..<time.end, 0, time.minutes)
    }
    let isAsSoonAs = times.tokens[start].text.lowercased() == HourWords.asSoonAs
    if let time = isAsSoonAs ? times.time(at: start + 1) : time(behind: HourWords.after, at: start)
    {
      let end = times.end(of: HourWords.onward, at: time.end) ?? time.end
      // Behind midnight the night goes on.
      if time.minutes == 0 { return span(start..<end, 0, 6 * 60) }
      return time.minutes == DayHours.day ? nil : span(start..<end, time.minutes, DayHours.day)
    }
    guard let time = time(behind: HourWords.at, at: start), time.minutes % 60 == 0,
      time.minutes < DayHours.day
    else { return nil }
    return span(start..<time.end, time.minutes, time.minutes + 60)
  }

  private func time(behind words: HourWords.Phrases, at start: Int) -> ClockReader.Time? {
    times.end(of: words, at: start).flatMap { times.time(at: $0) }
  }

  // MARK: - Parts of the day

  /// « le soir », "in the morning", « samedi matin ».
  private func part(at start: Int) -> HourSpan? {
    guard !HourWords.certain.contains(times.word(start - 1)) else { return nil }
    // "morning, which items …" greets, "morning sales" do not.
    guard start > 0 || !HourWords.addressed.contains(times.word(1)) else { return nil }
    let before = times.word(start - 1)
    let weekday = before.hasSuffix("s") ? String(before.dropLast()) : before
    let followsDay = WeekdayName.number(of: weekday) != nil || HourWords.days.contains(before)
    for (hours, said, bare) in HourWords.parts {
      guard
        let end = times.end(of: said, at: start)
          ?? (followsDay ? times.end(of: bare, at: start) : nil),
        !HourWords.certain.contains(times.word(end))
      else { continue }
      return HourSpan(tokens: start..<end, hours: hours)
    }
    return nil
  }

  private func span(_ tokens: Range<Int>, _ start: Int, _ end: Int) -> HourSpan? {
    let hours = DayHours(from: start, to: end)
    return hours.start == hours.end % DayHours.day ? nil : HourSpan(tokens: tokens, hours: hours)
  }
}
