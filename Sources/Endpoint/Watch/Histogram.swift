/// Counts of durations by upper bound, as Prometheus reads them.
struct Histogram: Sendable {
  /// Upper bounds, seconds.
  static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

  private var counts = [UInt64](repeating: 0, count: bounds.count + 1)
  private var sum = 0.0

  /// Counts one duration, in seconds.
  mutating func count(_ seconds: Double) {
    counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
    sum += seconds
  }

  /// The lines of one series; `labels` stand in every one of them.
  func lines(_ name: String, labels: String) -> [String] {
    var lines: [String] = []
    var total: UInt64 = 0
    let prefix = labels.isEmpty ? "" : labels + ","
    for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], counts) {
      total += count
      lines.append("\(name)_bucket{\(prefix)le=\"\(bound)\"} \(total)")
    }
    return lines + ["\(name)_sum{\(labels)} \(sum)", "\(name)_count{\(labels)} \(total)"]
  }
}
