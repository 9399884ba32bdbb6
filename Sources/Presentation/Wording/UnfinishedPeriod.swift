import Planning
import SemanticModel
import Values

/// Tells that the time counted is not over, where the words for it do not say so themselves.
struct UnfinishedPeriod: Sendable {
  private let view: ResultView
  private let voice: Voice

  init(_ view: ResultView) {
    self.view = view
    voice = view.voice
  }

  /// The sentence that says so; none where the time is over, and for what is ahead.
  var sentences: [String] {
    guard isFlow, !isAhead else { return [] }
    if let unit = lastUnit { return [told(unit)] }
    guard let period = view.query.measures.first?.period ?? view.query.period, !period.isPartial,
      let now = voice.asOf, Self.isUnfinished(period, on: now)
    else { return [] }
    return [told(PeriodWords(period, voice.tongue).label)]
  }

  /// Whether the last unit along time is not over, so that it cannot be compared with the others.
  var cutsLastUnit: Bool { lastUnit != nil }

  private func told(_ unit: String) -> String {
    let until = [voice.dataUntil, voice.asOf].compactMap(\.self).min()
    let day = until.map { voice.dates.day($0) } ?? ""
    return voice.pick(
      "\(unit.capitalisedFirst) n'est pas terminé\(voice.colon) les données s'arrêtent au \(day).",
      "\(unit.capitalisedFirst) is not over: the data stop at \(day)."
    )
  }

  /// What the last of several units along time is called, where it is not over.
  private var lastUnit: String? {
    guard view.query.keys.count == 1, case .time(let grain) = view.query.keys[0], !grain.isCyclic,
      grain != .day, view.rows.count > 1, let now = voice.asOf
    else { return nil }
    let end = view.query.period?.end.map { min($0, now.adding(days: 1)) } ?? now.adding(days: 1)
    let last = end.adding(days: -1)
    let unit = Period(grain, containing: last)
    guard Self.isUnfinished(unit, on: last), let row = view.rows.last else { return nil }
    let label = PeriodWords(unit, voice.tongue).label
    // Units without data at the end leave no row of theirs.
    return view.members(row) == label ? label : nil
  }

  /// Days that may be missing of a period without a word, as a share of it: one of a month, two weeks of a year.
  private static let smallShare = 0.05

  private static func isUnfinished(_ period: Period, on day: CalendarDay) -> Bool {
    guard let start = period.start, let last = period.lastDay, let length = period.length,
      start <= day
    else { return false }
    return Double(last.ordinal - day.ordinal) > smallShare * Double(length)
  }

  private var isFlow: Bool {
    guard let measure = view.query.measures.first else { return false }
    return voice.model.time(ofMetric: measure.metric) == .flow
  }

  /// Whether the figures are computed for days to come.
  private var isAhead: Bool {
    if view.query.measures.indices.contains(where: { view.column(.lower($0)) != nil }) {
      return true
    }
    guard let start = view.query.period?.start, let now = voice.asOf else { return false }
    return start > now
  }
}
