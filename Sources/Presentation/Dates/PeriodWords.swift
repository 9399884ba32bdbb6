package import Values

/// A period in words: bare (« 2018 », for labels) and as it stands in a sentence (« en 2018 »).
package struct PeriodWords: Hashable, Sendable {
  /// Without preposition where the language allows: "2018", « mars 2018 », « du 01/03/2018 au 15/04/2018 ».
  package let label: String
  /// With its preposition: « en 2018 », "in March 2018", "since 1 January 2018".
  package let phrase: String

  package init(_ period: Period, _ tongue: Tongue) {
    let format = DateFormat(tongue)
    let unit = Self.unit(period, format) ?? Self.units(period, format)
    var (label, phrase) = unit ?? Self.range(period, format)
    if period.isPartial, unit != nil, let last = period.lastDay {
      let until =
        tongue == .french ? " (jusqu'au \(format.day(last)))" : " (to \(format.day(last)))"
      label += until
      phrase += until
    }
    self.label = label
    self.phrase = phrase
  }

  /// The period's two days, absolute: « du 01/01/2018 au 31/12/2018 »; one-sided when a bound is open.
  package static func absolute(_ period: Period, _ tongue: Tongue) -> String {
    let format = DateFormat(tongue)
    let isFrench = tongue == .french
    switch (period.start.map(format.day), period.lastDay.map(format.day)) {
    case (let start?, let end?) where start == end: return isFrench ? "le \(start)" : "on \(start)"
    case (let start?, let end?):
      return isFrench ? "du \(start) au \(end)" : "from \(start) to \(end)"
    case (let start?, nil): return isFrench ? "depuis le \(start)" : "since \(start)"
    case (nil, let end?): return isFrench ? "jusqu'au \(end)" : "until \(end)"
    case (nil, nil): return isFrench ? "tout l'historique" : "the whole history"
    }
  }

  private typealias Words = (label: String, phrase: String)

  /// One calendar unit: a year, a month, a quarter or week that was named as one, a day.
  private static func unit(_ period: Period, _ format: DateFormat) -> Words? {
    guard let start = period.start, let end = period.end else { return nil }
    let isFrench = format.tongue == .french
    func isOne(_ grain: Grain) -> Bool {
      guard start.start(of: grain) == start else { return false }
      let next = start.adding(1, grain)
      return end == next || (period.isPartial && period.grain == grain && end < next)
    }
    if isOne(.year) { return ("\(start.year)", isFrench ? "en \(start.year)" : "in \(start.year)") }
    if period.grain == .quarter, isOne(.quarter) {
      let label = format.quarter(start)
      return (label, isFrench ? "au \(label)" : "in \(label)")
    }
    if isOne(.month) {
      let label = format.month(start)
      return (label, isFrench ? "en \(label)" : "in \(label)")
    }
    if period.grain == .week, isOne(.week) {
      let label = format.week(start)
      return (label, isFrench ? "en \(label)" : "in \(label)")
    }
    if end == start.adding(days: 1) {
      let label = format.day(start)
      return (label, isFrench ? "le \(label)" : "on \(label)")
    }
    return nil
  }

  /// Several whole years or months: « de mars à juin 2024 », "from 2016 to 2018".
  private static func units(_ period: Period, _ format: DateFormat) -> Words? {
    guard let start = period.start, let end = period.end, let last = period.lastDay,
      !period.isPartial
    else { return nil }
    let isFrench = format.tongue == .french
    func words(_ from: String, _ to: String) -> Words {
      let text = isFrench ? "\(FrenchGrammar.de(from)) à \(to)" : "from \(from) to \(to)"
      return (text, text)
    }
    if start.start(of: .year) == start, end.start(of: .year) == end {
      return words("\(start.year)", "\(last.year)")
    }
    guard start.start(of: .month) == start, end.start(of: .month) == end else { return nil }
    let first =
      start.year == last.year
      ? CalendarNames.month(start.month, format.tongue) : format.month(start)
    return words(first, format.month(last))
  }

  /// Days: « du 1er au 15 mai 2018 » within a month, else both dates in full.
  private static func range(_ period: Period, _ format: DateFormat) -> Words {
    let isFrench = format.tongue == .french
    if let start = period.start, let last = period.lastDay, start < last,
      start.start(of: .month) == last.start(of: .month)
    {
      let month = format.month(start)
      let first = isFrench && start.day == 1 ? "1er" : "\(start.day)"
      let text =
        isFrench
        ? "du \(first) au \(last.day) \(month)" : "from \(start.day) to \(last.day) \(month)"
      return (text, text)
    }
    let text = absolute(period, format.tongue)
    if period.start == nil, period.end == nil {
      return (text, isFrench ? "sur \(text)" : "over \(text)")
    }
    return (text, text)
  }
}
