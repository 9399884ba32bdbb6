import Values

/// Hours of the day in words, which are read again as they are meant: « entre 22 h et 6 h », "before 6 am".
struct HoursPhrase {
  let tongue: Tongue

  func words(_ hours: DayHours) -> String {
    let isFrench = tongue == .french
    let (start, end) = (time(hours.start), time(hours.end))
    if hours.start == 0, hours.end < DayHours.day {
      return (isFrench ? "avant " : "before ") + end
    }
    if hours.end == DayHours.day { return (isFrench ? "à partir de " : "from ") + start }
    return isFrench ? "entre \(start) et \(end)" : "between \(start) and \(end)"
  }

  /// « 8 h 30 », "8:30 am".
  private func time(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60)
    let padded = (minute < 10 ? "0" : "") + "\(minute)"
    if tongue == .french { return "\(hour)\u{202F}h" + (minute > 0 ? "\u{202F}\(padded)" : "") }
    if minutes % DayHours.day == 720 { return "noon" }
    let twelve = hour % 12 == 0 ? 12 : hour % 12
    return "\(twelve)" + (minute > 0 ? ":\(padded)" : "") + (hour < 12 ? " am" : " pm")
  }
}
