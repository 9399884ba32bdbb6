import Interpretation
import Language
import SemanticModel
import Values

/// Follow-ups that look at another time.
extension QueryEdit {
  /// Moves the period, or compares with another one.
  func editTime(_ fragment: Fragment, _ query: inout Query) {
    if fragment.isSameYearBefore {
      let period = (query.period ?? .running(.year, on: now)).cut(after: now)
      let before = shifted(period, months: -12)
      fragment.compares ? compare(with: before, nil, &query) : move(to: before, &query)
    } else if let grain = fragment.unitAfter, let start = query.period?.start {
      let next = start.start(of: grain).adding(1, grain)
      move(to: Period(start: next, end: next.adding(1, grain), grain: grain), &query)
    } else if let grain = fragment.unitBefore ?? unitOf(fragment.relative)
      ?? (fragment.stepsBack ? query.period?.grain ?? .month : nil)
    {
      let moved = shifted(query.period ?? .running(grain, on: now), by: grain)
      fragment.compares ? compare(with: moved, grain, &query) : move(to: moved, &query)
    } else if fragment.isLastYear || fragment.relative == .yearBefore {
      let period = query.period ?? .running(.year, on: now)
      let before = shifted(period.cut(after: now), months: -12)
      if fragment.compares || fragment.relative == .yearBefore, !fragment.opens || fragment.compares
      {
        query.period = period.cut(after: now)
        query.comparison = before
      } else {
        let said = fragment.periods.first
        let isWhole = period.grain == .year || query.period == nil
        move(to: isWhole && said != query.period ? said ?? before : before, &query)
      }
    } else if let said = fragment.periods.first {
      let period = inYear(said, of: query.period, isAnchored: fragment.isAnchored)
      fragment.compares ? compare(with: period, nil, &query) : move(to: period, &query)
    } else if let widens = fragment.widens {
      query.comparison = nil
      query.period = widens == .year ? year(of: query.period) : nil
    }
  }

  /// « sur 180 jours »: how long the state told of has lasted, or how far the time goes back.
  func lengthen(_ query: inout Query, to days: Int) {
    let rolling = Period(
      start: now.adding(days: 1 - days),
      end: now.adding(days: 1),
      grain: nil
    )
    for place in query.filters.indices {
      switch query.filters[place] {
      case .segment(let name, _, let negated) where model.segments[name]?.takesDuration == true:
        query.filters[place] = .segment(name, days: days, negated: negated)
        return
      case .membership(let dimension, var inner, let negated)
      where inner.period?.end.map({ $0 > now }) == true && inner.period?.start != nil:
        inner.period = rolling
        query.filters[place] = .membership(dimension: dimension, inner, negated: negated)
        return
      default: continue
      }
    }
    query.period = rolling
  }

  /// « ce mois-là », of the best month of a year: that month, and no longer the best of them.
  func pinned(_ before: Query, to time: Period) -> Query {
    var query = before
    query.keys.removeAll { $0.dimension == nil }
    query.period = time
    query.order = nil
    query.limit = nil
    query.skip = 0
    return query
  }

  /// Another period; what it was compared with moves along.
  private func move(to period: Period, _ query: inout Query) {
    if let old = query.period, let compared = query.comparison, let from = old.start,
      let to = compared.start, let start = period.start
    {
      let months = (from.year - to.year) * 12 + from.month - to.month
      query.comparison = months > 0 && start <= now ? shifted(period, months: -months) : nil
    }
    query.period = period
  }

  private func compare(with period: Period, _ grain: Grain?, _ query: inout Query) {
    let current = query.period ?? .running(grain ?? period.grain ?? .year, on: now)
    query.period = current.cut(after: now)
    query.comparison = period
  }

  private func unitOf(_ relative: TimeComparison?) -> Grain? {
    if case .unitBefore(let grain) = relative { grain ?? .month } else { nil }
  }

  private func shifted(_ period: Period, by grain: Grain) -> Period {
    let start = (period.start ?? now).adding(-1, grain)
    guard let from = period.start, from == from.start(of: grain), let length = period.length,
      from.adding(1, grain) == period.end || period.isPartial
    else {
      return Period(
        start: start.start(of: grain),
        end: start.start(of: grain).adding(1, grain),
        grain: grain
      )
    }
    let end = period.isPartial ? min(start.adding(days: length), from) : from
    return Period(start: start, end: end, grain: grain, isPartial: period.isPartial)
  }

  /// Whole months later: a unit that was cut is taken as said.
  private func shifted(_ period: Period, months: Int) -> Period {
    var shifted = period.shifted(months: months)
    shifted.isPartial = false
    return shifted
  }

  /// « et en mars ? » of a question on 2024 is March 2024.
  private func inYear(_ said: Period, of before: Period?, isAnchored: Bool) -> Period {
    guard !isAnchored, let start = said.start, let year = before?.start?.year, year != start.year,
      said.grain == .month || said.grain == .quarter
        || said.length.map({ $0 < 366 && start == start.start(of: .month) }) == true
    else { return said }
    return shifted(said, months: 12 * (year - start.year))
  }

  private func year(of period: Period?) -> Period {
    let start = (period?.start ?? now).start(of: .year)
    return Period(start: start, end: start.adding(1, .year), grain: .year)
  }
}
