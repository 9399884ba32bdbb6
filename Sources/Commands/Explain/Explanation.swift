import Diagnostics
import Interpretation
import Language
import Planning
import SemanticModel
import ValueIndex
import Values

/// How one text is read, from its words to the SQL of every reading.
struct Explanation {
  /// A period that the text names.
  struct Time: Hashable {
    let text: String
    let period: Period
  }

  /// A number that is no part of a date.
  struct Number: Hashable {
    let text: String
    let value: Double
    /// "percent", "ordinal", an ISO currency code or "currency"; nil for a plain number.
    let unit: String?
  }

  /// One way to understand the text.
  struct Candidate {
    let reading: Reading
    /// Nil without a database, and for what is no query.
    let plan: Plan?
    /// Why the database cannot give it.
    let problem: PlanningProblem?
  }

  let utterance: Utterance
  let times: [Time]
  let numbers: [Number]
  let values: [MentionedName]
  let understanding: Understanding
  let candidates: [Candidate]

  /// Reads a text; with a planner, down to the SQL.
  init(_ utterance: Utterance, interpreter: Interpreter, planner: QueryPlanner?) {
    self.utterance = utterance
    times = utterance.times.compactMap { span in
      span.period.map { Time(text: utterance.text(of: span.tokens), period: $0) }
    }
    let dated = utterance.times.filter { $0.period != nil }.map(\.tokens)
    numbers = utterance.numbers.filter { number in !dated.contains { $0.overlaps(number.tokens) } }
      .map {
        Number(text: utterance.text(of: $0.tokens), value: $0.value, unit: Self.unit($0))
      }
    values = interpreter.mentions(in: utterance)
    understanding = interpreter.understand(utterance)
    guard case .readings(let readings) = understanding else {
      candidates = []
      return
    }
    candidates = readings.map { Self.candidate($0, planner) }
  }

  private static func unit(_ number: NumberSpan) -> String? {
    switch number.unit {
    case .plain: nil
    case .percent: "percent"
    case .ordinal: "ordinal"
    case .currency: number.currency ?? "currency"
    }
  }

  private static func candidate(_ reading: Reading, _ planner: QueryPlanner?) -> Candidate {
    guard case .query(let query) = reading.outcome, let planner else {
      return Candidate(reading: reading, plan: nil, problem: nil)
    }
    do throws(PlanningProblem) {
      return Candidate(reading: reading, plan: try planner.planTold(query).plan, problem: nil)
    } catch {
      return Candidate(reading: reading, plan: nil, problem: error)
    }
  }
}

extension Utterance {
  /// The words of a run of tokens as they were written.
  func text(of range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let bytes = Array(text.utf8)[tokens[first].range.lowerBound..<tokens[last].range.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Quality {
  /// The name of the quality in output for programs.
  var name: String {
    switch self {
    case .exact: "exact"
    case .plural: "plural"
    case .allTokens: "all_tokens"
    case .prefix: "prefix"
    case .typo: "typo"
    case .partialTypo: "partial_typo"
    }
  }
}
