import Values

/// Measured numbers of one kind, and what is said of them.
struct Sample {
  /// The numbers, ascending.
  let sorted: [Double]

  /// Takes the numbers in any order.
  init(_ numbers: [Double]) {
    sorted = numbers.sorted()
  }

  /// The nearest-rank percentile, 0…100; 0 of nothing.
  func percentile(_ percent: Double) -> Double {
    guard !sorted.isEmpty else { return 0 }
    let rank = (percent / 100 * Double(sorted.count)).rounded(.up)
    return sorted[min(sorted.count - 1, max(0, Int(rank) - 1))]
  }

  /// Half the numbers are at or below it.
  var median: Double { percentile(50) }

  /// `{"median":…,"p95":…,"p99":…,"count":…}`, to the thousandth.
  var json: JSON {
    .object([
      ("median", .number(Self.rounded(median))),
      ("p95", .number(Self.rounded(percentile(95)))),
      ("p99", .number(Self.rounded(percentile(99)))),
      ("count", .integer(Int64(sorted.count))),
    ])
  }

  /// "median 0.51, p95 0.98, p99 1.40".
  var summary: String {
    [("median", median), ("p95", percentile(95)), ("p99", percentile(99))]
      .map { "\($0.0) \(Report.fixed($0.1))" }.joined(separator: ", ")
  }

  private static func rounded(_ number: Double) -> Double {
    (number * 1000).rounded() / 1000
  }
}
