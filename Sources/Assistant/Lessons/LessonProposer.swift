import Diagnostics
import Interpretation
import Lessons
import Planning
import SemanticModel
import Values

/// Makes a lesson of what a sentence says: absolute days, one product, a multiplier that makes sense, or why not.
struct LessonProposer {
  let assistant: Assistant
  let book: any LessonBook
  let draft: LessonDraft
  /// The answer told last, which « cette anomalie » speaks of.
  let last: Answer?

  /// What comes of a sentence.
  enum Outcome {
    case content(LessonContent)
    case problem(LessonProblem)
    /// Words nothing explains.
    case unknownWords([String])
    /// Several products are meant equally well.
    case which(MentionedThing)
  }

  /// Most days of one lesson: a season.
  static let mostDays = 92

  /// A problem on the way to the lesson.
  enum Stop: Error {
    case outcome(Outcome)
    case failure(Failure)
  }

  /// - Throws: what can befall the journal or the database.
  func outcome() throws(Failure) -> Outcome {
    if !draft.unexplained.isEmpty { return .unknownWords(draft.unexplained) }
    do throws(Stop) {
      return .content(try content())
    } catch {
      switch error {
      case .outcome(let outcome): return outcome
      case .failure(let failure): throw failure
      }
    }
  }

  private func content() throws(Stop) -> LessonContent {
    switch draft.kind {
    case .exceptionalDays:
      let days = try past(try days())
      return .exceptionalDays(
        ExceptionalDays(days: days, scope: try scope(), reason: Self.plain(draft.reason))
      )
    case .event(let isChange): return .event(try event(isChange: isChange))
    case .anomaly(let kind):
      let days = try past(try days())
      guard days.lowerBound == days.upperBound else { throw .problem(.severalDays) }
      return .anomalyVerdict(
        AnomalyVerdict(
          kind: kind,
          day: days.lowerBound,
          scope: try scope(),
          reason: Self.plain(draft.reason)
        )
      )
    case .alertHandled: return .alertHandled(try handledAlert())
    }
  }

  // MARK: - Days

  private var now: CalendarDay { assistant.context.facts.now }

  /// The days with sales; nil where nothing was sold.
  private var data: ClosedRange<CalendarDay>? {
    assistant.context.facts.ranges[.init("sales_history", "order_date")]
  }

  private func days() throws(Stop) -> ClosedRange<CalendarDay> {
    guard let period = draft.days ?? (draft.pointsBack ? LessonContext(last).day : nil),
      let start = period.start
    else { throw .problem(.noDay) }
    return try checked(start...max(start, period.lastDay ?? now))
  }

  private func checked(
    _ days: ClosedRange<CalendarDay>
  ) throws(Stop) -> ClosedRange<CalendarDay> {
    guard days.upperBound.ordinal - days.lowerBound.ordinal < Self.mostDays else {
      throw .problem(.tooManyDays(limit: Self.mostDays))
    }
    if let data, days.upperBound < data.lowerBound {
      throw .problem(.dayOutside(days.lowerBound, data: data))
    }
    return days
  }

  /// Days that are over, as far as now.
  private func past(_ days: ClosedRange<CalendarDay>) throws(Stop) -> ClosedRange<CalendarDay> {
    guard days.lowerBound <= now else { throw .problem(.dayAhead(days.lowerBound)) }
    return days.lowerBound...min(days.upperBound, now)
  }

  // MARK: - Events

  private func event(isChange: Bool) throws(Stop) -> TaughtEvent {
    let name = Self.plain(draft.name ?? "")
    guard !name.isEmpty else { throw .problem(.noName) }
    guard let multiplier = draft.multiplier else { throw .problem(.noMultiplier) }
    guard TaughtEvent.multipliers.contains(multiplier) else {
      throw .problem(.badMultiplier(multiplier))
    }
    let scope = try scope()
    var days: ClosedRange<CalendarDay>
    if draft.days != nil {
      days = try self.days()
    } else {
      days = try checked(try knownDays(of: name, isChange: isChange))
    }
    if let last = assistant.lastForecastDay, days.lowerBound > last {
      throw .problem(.beyondForecasts(last))
    }
    days = days.lowerBound...max(days.lowerBound, days.upperBound)
    return TaughtEvent(name: name, days: days, multiplier: multiplier, scope: scope)
  }

  /// The days an event has already, by what was taught or else by the database.
  private func knownDays(
    of name: String,
    isChange: Bool
  ) throws(Stop) -> ClosedRange<CalendarDay> {
    let found: ClosedRange<CalendarDay>?
    do throws(Failure) {
      let taught = try book.lessons().events.last { Fold.fold($0.name) == Fold.fold(name) }
      if let taught {
        found = taught.days
      } else {
        found = try book.nextDays(ofEvent: name)
      }
    } catch {
      throw .failure(error)
    }
    guard let found else { throw .problem(isChange ? .unknownEvent(name) : .noDay) }
    return found
  }

  // MARK: - Products

  private func scope() throws(Stop) -> LessonScope {
    guard
      let thing = draft.thing ?? (draft.pointsBack ? LessonContext(last).product(assistant) : nil)
    else { return .everything }
    let names = try distinct(thing)
    guard names.count == 1, let name = names.first else { throw .outcome(.which(thing)) }
    if thing.dimension == "category" {
      return .category(name.key.text ?? name.name)
    }
    return .product(TaughtProduct(id: name.key, name: name.name))
  }

  /// The names that fit; two products of one name cannot be told apart by it.
  private func distinct(_ thing: MentionedThing) throws(Stop) -> [NamedValue] {
    var seen: Set<String> = []
    for name in thing.names where !seen.insert(name.name).inserted {
      throw .problem(.sameName(name.name))
    }
    return thing.names
  }

  private func handledAlert() throws(Stop) -> HandledAlert {
    guard let thing = draft.thing ?? LessonContext(last).product(assistant) else {
      throw .problem(.noProduct)
    }
    let names = try distinct(thing)
    let alerts: [Value: AlertState]
    do throws(Failure) {
      alerts = try book.alerts(on: names.map(\.key))
    } catch {
      throw .failure(error)
    }
    // Of several fans the one that has an alert is meant.
    let concerned = names.filter { alerts[$0.key] != nil }
    guard let name = concerned.first else { throw .problem(.noAlert(thing.words)) }
    guard concerned.count == 1 else {
      let rest = MentionedThing(dimension: thing.dimension, names: concerned, words: thing.words)
      throw .outcome(.which(rest))
    }
    return HandledAlert(
      product: TaughtProduct(id: name.key, name: name.name),
      day: now,
      status: alerts[name.key]?.status
    )
  }

  // MARK: - Texts

  /// Longest name or reason that is kept, in characters.
  private static let longestText = 200

  /// A text without what steers terminals, not too long.
  private static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? " " : scalar
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(String(result).prefix(longestText))
  }
}

extension LessonProposer.Stop {
  fileprivate static func problem(_ problem: LessonProblem) -> Self { .outcome(.problem(problem)) }
}

extension Assistant {
  /// The last day that is forecast; nil where nothing is.
  var lastForecastDay: CalendarDay? {
    context.facts.ranges[.init("optiflow_forecasts", "forecast_day")]?.upperBound
  }
}
