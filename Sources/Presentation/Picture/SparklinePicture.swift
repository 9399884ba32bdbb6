import Values

/// Series as rows of blocks between their first and last times: « janvier 2018 ▂▁▄▆█ mai 2018 ».
struct SparklinePicture: Sendable {
  let series: TimeSeries
  let voice: Voice
  /// Columns of the terminal.
  let width: Int
  let color: Bool

  /// Rows of groups beyond this are left out.
  private static let most = 12

  /// A line for each group, all of one scale; nil when there is no room.
  var rendered: String? {
    guard let first = series.times.first, let last = series.times.last else { return nil }
    let (from, to) = (voice.dates.unit(first, series.grain), voice.dates.unit(last, series.grain))
    let groups = series.largest(Self.most)
    let names = groups.map { DisplayWidth.truncated($0.name, to: max(8, width / 3)) }
    let nameWidth = names.map(DisplayWidth.of).max() ?? 0
    let frame = [from, to].reduce(2) { $0 + DisplayWidth.of($1) } + (nameWidth > 0 ? 1 : 0)
    let room = width - nameWidth - frame
    let numbers = groups.flatMap { $0.numbers.compactMap(\.self) }
    guard room >= 8, let highest = numbers.max(), let lowest = numbers.min() else { return nil }
    let range = min(0, lowest)...max(0, highest)
    let lines = zip(names, groups).map { name, group in
      let blocks = Self.blocks(Self.thinned(group.numbers, to: room), range)
      let start =
        nameWidth > 0 ? DisplayWidth.padded(name, to: nameWidth, right: false) + " " : ""
      return "\(start)\(from) \(Ink.cyan.on(blocks, color: color)) \(to)"
    }
    return (lines + LeftOut(shown: groups.count, total: series.groups.count).groups(voice))
      .joined(separator: "\n")
  }

  /// One block a number, its height within the range; a space where no number is known.
  static func blocks(_ numbers: [Double?], _ range: ClosedRange<Double>) -> String {
    let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let size = range.upperBound - range.lowerBound
    return numbers.map { number in
      guard let number else { return " " }
      return size > 0 ? blocks[min(7, Int((number - range.lowerBound) / size * 8))] : blocks[0]
    }.joined()
  }

  /// At most `room` numbers, each the mean of its neighbours.
  private static func thinned(_ numbers: [Double?], to room: Int) -> [Double?] {
    guard numbers.count > room else { return numbers }
    return (0..<room).map { index in
      let slice = numbers[(index * numbers.count / room)..<((index + 1) * numbers.count / room)]
        .compactMap(\.self)
      return slice.isEmpty ? nil : slice.reduce(0, +) / Double(slice.count)
    }
  }
}
