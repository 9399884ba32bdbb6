import SeedSupport
import Testing

@testable import Analytics

@Suite("Customers in groups, and those in none")
struct CustomerGroupTests {
  private static func spots(_ centres: [(Double, Double)], each count: Int) -> [[Double]] {
    var chance = SplitMix64(seed: 11)
    return centres.flatMap { centre in
      (0..<count).map { _ in
        [
          centre.0 + Double.random(in: -1...1, using: &chance),
          centre.1 + Double.random(in: -1...1, using: &chance),
        ]
      }
    }
  }

  @Test("Features are clipped at Tukey's fences and standardised; one that never varies becomes 0")
  func features() {
    let table = PointTable([[1, 7], [2, 7], [3, 7], [4, 7], [100, 7]])
    // Quartiles 2 and 4: the upper fence is 7.
    #expect(table.clipped.column(0) == [1, 2, 3, 4, 7])
    let standard = PointTable([[1, 7], [3, 7]]).standardised
    #expect(standard.column(0) == [-1, 1] && standard.column(1) == [0, 0])
    #expect(PointTable.quantile(0.25, of: [1, 2, 3, 4]) == 1.75)
  }

  @Test("A silhouette and an inertia by hand")
  func silhouette() {
    let points = PointTable([[0], [1], [10], [11]])
    let grouping = KMeans(points, groupCount: 2)
    #expect(grouping.groups[0] == grouping.groups[1] && grouping.groups[1] != grouping.groups[2])
    #expect(abs(grouping.inertia - 1) < 1e-12)
    let silhouette = Silhouette(of: points, groups: grouping.groups)
    #expect(abs(silhouette.mean - (9.5 / 10.5 + 8.5 / 9.5) / 2) < 1e-12)
    #expect(Silhouette(of: points, groups: [0, 0, 0, 0]).mean == 0)
  }

  @Test("Three spots are found to be three, the same every time; equal customers are none")
  func clusters() throws {
    let points = PointTable(Self.spots([(0, 0), (12, 0), (6, 12)], each: 60))
    let found = try #require(CustomerClusters(points))
    #expect(found.chosen.groupCount == 3 && found.chosen.silhouette > 0.7)
    #expect(found.attempts.map(\.groupCount) == Array(2...8))
    #expect(zip(found.attempts, found.attempts.dropFirst()).allSatisfy { $0.inertia >= $1.inertia })
    #expect(CustomerClusters(points)?.chosen.groups == found.chosen.groups)
    #expect(CustomerClusters(points, groupCount: 5)?.chosen.groupCount == 5)
    #expect(CustomerClusters(PointTable([[1, 1], [1, 1], [2, 2]])) == nil)
    #expect(CustomerClusters(PointTable([])) == nil)
  }

  @Test("Many customers are grouped from a sample, all of them")
  func many() throws {
    let points = PointTable(Self.spots([(0, 0), (20, 0)], each: 3_500))
    let found = try #require(CustomerClusters(points, groupCount: 2))
    #expect(found.chosen.groups.count == 7_000 && found.sampleSize == Silhouette.sampleLimit)
    #expect(Set(found.chosen.groups[..<3_500]).count == 1)
  }

  @Test("A point far from all is noise, those in a spot are not")
  func outliers() throws {
    let points = PointTable(Self.spots([(0, 0), (20, 20)], each: 100) + [[60, -40]])
    let found = try #require(DensityOutliers(points))
    #expect(found.points.contains(200) && found.regionCount >= 2)
    #expect(Double(found.points.count) <= 0.06 * 201)
    #expect(DensityOutliers(PointTable([[1, 2], [2, 3]])) == nil)
    let same = PointTable([[Double]](repeating: [1, 1], count: 50))
    #expect(DensityOutliers(same) == nil)
  }

  @Test("A tree finds the neighbours that a look at all points finds")
  func tree() {
    let points = PointTable(Self.spots([(0, 0), (3, 1)], each: 80))
    let tree = PointTree(points)
    for point in [0, 41, 159] {
      let distances = (0..<160).map { points.distance(point, $0).squareRoot() }
      let near = distances.indices.filter { distances[$0] <= 0.8 }
      #expect(tree.neighbours(of: point, within: 0.8).sorted() == near)
      let others = distances.indices.filter { $0 != point }.map { distances[$0] }.sorted()
      #expect(abs(tree.distance(from: point, toNearest: 5) - others[4]) < 1e-12)
    }
  }
}
