import Glibc

/// Points with a few features each, row after row, made comparable before distances are taken.
package struct PointTable: Sendable {
  /// Features a point has.
  package let width: Int
  /// `count` × `width` numbers.
  package private(set) var values: [Double]

  /// - Parameter rows: all of the same width.
  package init(_ rows: [[Double]]) {
    width = rows.first?.count ?? 0
    values = rows.flatMap(\.self)
  }

  private init(width: Int, values: [Double]) {
    self.width = width
    self.values = values
  }

  /// How many points there are.
  package var count: Int { width == 0 ? 0 : values.count / width }

  /// A feature of all points.
  package func column(_ feature: Int) -> [Double] {
    stride(from: feature, to: values.count, by: max(1, width)).map { values[$0] }
  }

  /// The features of a point.
  package func row(_ point: Int) -> [Double] {
    Array(values[point * width..<(point + 1) * width])
  }

  /// Some of the points, in the order given.
  package func rows(_ points: [Int]) -> PointTable {
    PointTable(width: width, values: points.flatMap(row))
  }

  /// Each feature drawn in to Q1 − 1.5 IQR … Q3 + 1.5 IQR (Tukey 1977), so that a few extremes make no group of their own.
  package var clipped: PointTable {
    mapped { column in
      let sorted = column.sorted()
      let (low, high) = (Self.quantile(0.25, of: sorted), Self.quantile(0.75, of: sorted))
      let reach = 1.5 * (high - low)
      return column.map { min(max($0, low - reach), high + reach) }
    }
  }

  /// Each feature with mean 0 and standard deviation 1 of all points; a feature that never varies becomes 0.
  package var standardised: PointTable {
    mapped { column in
      let mean = column.reduce(0, +) / Double(max(1, column.count))
      let variance =
        column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, column.count))
      let deviation = variance.squareRoot()
      return column.map { deviation > 1e-12 * max(1, abs(mean)) ? ($0 - mean) / deviation : 0 }
    }
  }

  /// Some features by their natural logarithms; their values must be above 0.
  package func withLogarithms(of features: Set<Int>) -> PointTable {
    var result = self
    for place in values.indices where features.contains(place % width) {
      result.values[place] = log(values[place])
    }
    return result
  }

  /// The quantile of sorted values, interpolated between neighbours (type 7 of Hyndman and Fan 1996); 0 without any.
  package static func quantile(_ probability: Double, of sorted: [Double]) -> Double {
    guard let last = sorted.last else { return 0 }
    let place = probability * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }

  /// The squared distance of two points.
  func distance(_ left: Int, _ right: Int) -> Double {
    var sum = 0.0
    for feature in 0..<width {
      let difference = values[left * width + feature] - values[right * width + feature]
      sum += difference * difference
    }
    return sum
  }

  private func mapped(_ change: ([Double]) -> [Double]) -> PointTable {
    var result = self
    for feature in 0..<width {
      for (point, value) in change(column(feature)).enumerated() {
        result.values[point * width + feature] = value
      }
    }
    return result
  }
}
