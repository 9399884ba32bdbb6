import Glibc

/// How the values of a figure spread: quartiles, mean, and how many lie in each of a few equal ranges.
package struct SampleShape: Hashable, Sendable {
  /// A range of values, its lower end in it, its upper one in it for the last range only.
  package struct Bin: Hashable, Sendable {
    package let lower: Double
    package let upper: Double
    package let count: Int
  }

  package let count: Int
  package let mean: Double
  /// Of the sample; 0 with one value.
  package let deviation: Double
  package let least: Double
  package let lowerQuartile: Double
  package let median: Double
  package let upperQuartile: Double
  /// The value that 95 % do not exceed.
  package let ninetyFifth: Double
  package let greatest: Double
  /// Ranges of one width over all but the far tail; the last one takes whatever lies above.
  package let bins: [Bin]

  private static let mostBins = 12

  /// Nil without values.
  package init?(_ values: [Double]) {
    let sorted = values.filter(\.isFinite).sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return nil }
    let moments = SampleMoments(sorted)
    count = sorted.count
    mean = moments.mean
    deviation = moments.deviation
    self.least = least
    self.greatest = greatest
    lowerQuartile = Self.quantile(0.25, of: sorted)
    median = Self.quantile(0.5, of: sorted)
    upperQuartile = Self.quantile(0.75, of: sorted)
    ninetyFifth = Self.quantile(0.95, of: sorted)
    bins = Self.bins(sorted, upTo: max(ninetyFifth, median))
  }

  /// The value at a fraction of sorted values, between two of them linearly (Hyndman & Fan 1996, type 7).
  package static func quantile(_ fraction: Double, of sorted: [Double]) -> Double {
    guard !sorted.isEmpty else { return .nan }
    let place = fraction * Double(sorted.count - 1)
    let index = min(Int(place), sorted.count - 1)
    let next = min(index + 1, sorted.count - 1)
    return sorted[index] + (place - Double(index)) * (sorted[next] - sorted[index])
  }

  private static func bins(_ sorted: [Double], upTo high: Double) -> [Bin] {
    let (least, greatest) = (sorted[0], sorted[sorted.count - 1])
    guard high > least else { return [Bin(lower: least, upper: greatest, count: sorted.count)] }
    let wanted = min(Double(mostBins - 2), max(4, log2(Double(sorted.count)) + 1))
    let width = roundWidth((high - least) / wanted)
    guard width.isNormal, (least / width).isFinite else {
      return [Bin(lower: least, upper: greatest, count: sorted.count)]
    }
    let first = (least / width).rounded(.down) * width
    let steps = Int(((high - first) / width).rounded(.up))
    var edges = (0...max(1, steps)).map { first + Double($0) * width }
    if let last = edges.last, greatest > last { edges.append(greatest) }
    var bins: [Bin] = []
    var place = 0
    for index in 0..<(edges.count - 1) {
      let isLast = index == edges.count - 2
      let start = place
      while place < sorted.count, isLast || sorted[place] < edges[index + 1] { place += 1 }
      bins.append(Bin(lower: edges[index], upper: edges[index + 1], count: place - start))
    }
    return bins
  }

  /// 1, 2 or 5 times a power of ten, not below a width: people read such ranges.
  private static func roundWidth(_ width: Double) -> Double {
    let power = pow(10, floor(log10(width)))
    let times = width / power
    return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power
  }
}
