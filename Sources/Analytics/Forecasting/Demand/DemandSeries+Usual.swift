extension DemandSeries {
  /// Weeks before and after a day that tell what it would have been.
  private static let weeksAround = 4

  /// The quantities with days that were not as others replaced: the mean of the same weekday around them.
  ///
  /// For sums over products, where a day cannot be left out for one of them alone. Where no such weekday is left,
  /// the mean of all usual days.
  package var usualQuantities: [Double] {
    guard !exceptional.isEmpty else { return quantities }
    let usual = quantities.indices.filter { !exceptional.contains($0) }.map { quantities[$0] }
    let mean = usual.isEmpty ? 0 : usual.reduce(0, +) / Double(usual.count)
    return quantities.indices.map { day in
      guard exceptional.contains(day) else { return quantities[day] }
      let near = (-Self.weeksAround...Self.weeksAround).map { day + 7 * $0 }
        .filter { quantities.indices.contains($0) && !exceptional.contains($0) }
      return near.isEmpty
        ? mean : near.reduce(0) { $0 + quantities[$1] } / Double(near.count)
    }
  }
}
