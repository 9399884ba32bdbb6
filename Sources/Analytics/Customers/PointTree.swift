/// Points sorted so that those near one are found without looking at all: a k-d tree (Bentley 1975).
struct PointTree {
  private let points: PointTable
  /// The points, so that the middle of each range splits it by one feature.
  private let order: [Int]

  init(_ points: PointTable) {
    self.points = points
    var order = Array(0..<points.count)
    Self.sort(&order, 0, order.count, feature: 0, of: points)
    self.order = order
  }

  private static func sort(
    _ order: inout [Int],
    _ start: Int,
    _ end: Int,
    feature: Int,
    of points: PointTable
  ) {
    guard end - start > 1 else { return }
    order[start..<end].sort { left, right in
      let values = (
        points.values[left * points.width + feature], points.values[right * points.width + feature]
      )
      return values.0 != values.1 ? values.0 < values.1 : left < right
    }
    let middle = (start + end) / 2
    let next = (feature + 1) % points.width
    sort(&order, start, middle, feature: next, of: points)
    sort(&order, middle + 1, end, feature: next, of: points)
  }

  private func coordinate(_ point: Int, _ feature: Int) -> Double {
    points.values[point * points.width + feature]
  }

  /// The points within a distance of a point, itself among them.
  func neighbours(of point: Int, within distance: Double) -> [Int] {
    var found: [Int] = []
    collect(0, order.count, 0, point, distance, &found)
    return found
  }

  private func collect(
    _ start: Int,
    _ end: Int,
    _ feature: Int,
    _ point: Int,
    _ distance: Double,
    _ found: inout [Int]
  ) {
    guard start < end else { return }
    let middle = (start + end) / 2
    let here = order[middle]
    if points.distance(point, here) <= distance * distance { found.append(here) }
    let gap = coordinate(point, feature) - coordinate(here, feature)
    let next = (feature + 1) % points.width
    if gap <= distance { collect(start, middle, next, point, distance, &found) }
    if gap >= -distance { collect(middle + 1, end, next, point, distance, &found) }
  }

  /// The distance to the n-th nearest other point; that to the farthest where there are fewer.
  func distance(from point: Int, toNearest count: Int) -> Double {
    var nearest: [Double] = []
    search(0, order.count, 0, point, count, &nearest)
    return (nearest.last ?? 0).squareRoot()
  }

  private func search(
    _ start: Int,
    _ end: Int,
    _ feature: Int,
    _ point: Int,
    _ count: Int,
    _ nearest: inout [Double]
  ) {
    guard start < end else { return }
    let middle = (start + end) / 2
    let here = order[middle]
    if here != point {
      let distance = points.distance(point, here)
      if nearest.count < count || distance < nearest[nearest.count - 1] {
        let place = nearest.firstIndex { $0 > distance } ?? nearest.count
        nearest.insert(distance, at: place)
        if nearest.count > count { nearest.removeLast() }
      }
    }
    let gap = coordinate(point, feature) - coordinate(here, feature)
    let next = (feature + 1) % points.width
    let sides = [(start, middle), (middle + 1, end)]
    let (near, far) = gap <= 0 ? (sides[0], sides[1]) : (sides[1], sides[0])
    search(near.0, near.1, next, point, count, &nearest)
    if nearest.count < count || gap * gap <= nearest[nearest.count - 1] {
      search(far.0, far.1, next, point, count, &nearest)
    }
  }
}
