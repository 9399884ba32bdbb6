import Assistant
import Synchronization

/// What is counted about the endpoint, as Prometheus reads it
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
final class Metrics: Sendable {
  private struct Served: Hashable {
    let route: String
    let status: Int
  }

  private struct Asked: Hashable {
    let route: String
    let verdict: String
  }

  private struct State {
    var served: [Served: UInt64] = [:]
    var asked: [Asked: UInt64] = [:]
    var times: [String: Histogram] = [:]
    var hits: UInt64 = 0
    var misses: UInt64 = 0
    var refusals: [String: UInt64] = [:]
  }

  /// What there is at the moment.
  struct Gauges {
    var connections = 0
    var sessions = 0
    var cachedAnswers = 0
    var threads = 0
    var waiting = 0
    /// Outcome of asking a model for other words → how often.
    var rewordings: [String: Int] = [:]
    /// Outcome of asking a model what a question means → how often.
    var understandings: [String: Int] = [:]
  }

  private let state = Mutex(State())

  /// Counts a request that was answered; the time is from its head to its response.
  func count(route: String, status: Int, time: Duration) {
    let (seconds, attoseconds) = time.components
    state.withLock { state in
      state.served[Served(route: route, status: status), default: 0] += 1
      state.times[route, default: Histogram()]
        .count(Double(seconds) + Double(attoseconds) / 1e18)
    }
  }

  /// Counts an answer by what kind it is.
  func count(route: String, verdict: Answer.Status) {
    state.withLock { $0.asked[Asked(route: route, verdict: verdict.rawValue), default: 0] += 1 }
  }

  /// Counts a look for an answer that was given before.
  func count(isHit: Bool) {
    state.withLock { state in
      if isHit { state.hits += 1 } else { state.misses += 1 }
    }
  }

  /// Everything, as text.
  func text(_ gauges: Gauges) -> String {
    let now = state.withLock { $0 }
    var lines = Self.head("optiflow_requests_total", "counter", "Requests by route and status.")
    lines += now.served.map {
      "optiflow_requests_total{route=\"\($0.key.route)\",status=\"\($0.key.status)\"} \($0.value)"
    }.sorted()
    lines += Self.head("optiflow_questions_total", "counter", "Questions by verdict.")
    lines += now.asked.map {
      "optiflow_questions_total{route=\"\($0.key.route)\",verdict=\"\($0.key.verdict)\"} \($0.value)"
    }.sorted()
    let time = "optiflow_request_seconds"
    lines += Self.head(time, "histogram", "From the head of a request to its response.")
    for (route, times) in now.times.sorted(by: { $0.key < $1.key }) {
      lines += times.lines(time, labels: "route=\"\(route)\"")
    }
    lines += Self.head(
      "optiflow_answer_cache_total",
      "counter",
      "Looks for an answer given before."
    )
    lines.append("optiflow_answer_cache_total{result=\"hit\"} \(now.hits)")
    lines.append("optiflow_answer_cache_total{result=\"miss\"} \(now.misses)")
    lines += Self.outcomes(
      "optiflow_rewordings_total",
      "Answers given to a model to reword.",
      gauges.rewordings
    )
    lines += Self.outcomes(
      "optiflow_understandings_total",
      "Questions not understood that a model was asked about.",
      gauges.understandings
    )
    let values = [
      ("optiflow_connections", "Open connections.", gauges.connections),
      ("optiflow_sessions", "Conversations remembered.", gauges.sessions),
      ("optiflow_cached_answers", "Answers remembered.", gauges.cachedAnswers),
      ("optiflow_workers", "Threads that answer.", gauges.threads),
      ("optiflow_waiting_questions", "Questions that wait for a thread.", gauges.waiting),
    ]
    for (name, help, value) in values {
      lines += Self.head(name, "gauge", help) + ["\(name) \(value)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A counter for each outcome; nothing where there is none.
  private static func outcomes(_ name: String, _ help: String, _ counts: [String: Int]) -> [String]
  {
    if counts.isEmpty { return [] }
    return head(name, "counter", help)
      + counts.sorted { $0.key < $1.key }.map {
        "\(name){outcome=\"\($0.key)\"} \($0.value)"
      }
  }

  private static func head(_ name: String, _ type: String, _ help: String) -> [String] {
    ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"]
  }
}
