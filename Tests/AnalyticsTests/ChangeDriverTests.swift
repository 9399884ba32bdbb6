import SeedSupport
import Testing

@testable import Analytics

@Suite("What the parts of a whole contribute to its change")
struct ChangeDriverTests {
  @Test("Of a sum, each part's difference; one that is new or gone counts from or to 0")
  func sums() {
    let drivers = ChangeDriver.drivers(ofSums: [
      SumPart(before: 60, after: 45), SumPart(before: 40, after: nil),
      SumPart(before: nil, after: 5),
    ])
    #expect(drivers.map(\.contribution) == [-15, -40, 5])
    #expect(drivers.map(\.weight) == [0.6, 0.4, 0])
    #expect(drivers.allSatisfy { $0.mixEffect == 0 })
  }

  @Test(
    "Contributions to a sum add up to its change to the cent, whatever the parts",
    arguments: 1...40
  )
  func sumsAddUp(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    func amount() -> Double? {
      chance.oneIn(6) ? nil : ((chance.unit() * 2_000_000 - 200_000)).rounded() / 100
    }
    let parts = (0..<(2 + chance.below(400))).map { _ in
      SumPart(before: amount(), after: amount())
    }
    let change =
      parts.reduce(0) { $0 + ($1.after ?? 0) } - parts.reduce(0) { $0 + ($1.before ?? 0) }
    let sum = ChangeDriver.drivers(ofSums: parts).reduce(0) { $0 + $1.contribution }
    #expect(abs(sum - change) < 0.005)
  }

  @Test("Of a ratio, by hand: one rate rises, and the poorer part grows")
  func ratio() throws {
    // 20 % of 100 and 40 % of 100 are 30 %; 30 % of 300 and 40 % of 100 are 32.5 %.
    let drivers = try #require(
      ChangeDriver.drivers(ofRatios: [
        RatioPart(before: .init(20, over: 100), after: .init(90, over: 300)),
        RatioPart(before: .init(40, over: 100), after: .init(40, over: 100)),
      ])
    )
    #expect(abs(drivers[0].rateEffect - 0.1 * 0.625) < 1e-12)
    #expect(abs(drivers[0].mixEffect - 0.25 * (0.25 - 0.3125)) < 1e-12)
    #expect(drivers[1].rateEffect == 0)
    #expect(abs(drivers[1].mixEffect + 0.25 * (0.4 - 0.3125)) < 1e-12)
    #expect(abs(drivers.reduce(0) { $0 + $1.contribution } - 0.025) < 1e-12)
  }

  @Test("Contributions add up to the change of the ratio, whatever the parts", arguments: 1...40)
  func additivity(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    func sums() -> RatioPart.Sums {
      if chance.oneIn(6) { return .init(0, over: 0) }
      return .init(chance.unit() * 500 - 100, over: 1 + chance.unit() * 1000)
    }
    let parts =
      (0..<(2 + chance.below(12))).map { _ in RatioPart(before: sums(), after: sums()) }
      + [RatioPart(before: .init(1, over: 5), after: .init(2, over: 5))]
    func whole(_ side: KeyPath<RatioPart, RatioPart.Sums>) -> Double {
      parts.reduce(0) { $0 + $1[keyPath: side].numerator }
        / parts.reduce(0) { $0 + $1[keyPath: side].denominator }
    }
    let drivers = try #require(ChangeDriver.drivers(ofRatios: parts))
    let sum = drivers.reduce(0) { $0 + $1.contribution }
    #expect(abs(sum - (whole(\.after) - whole(\.before))) < 1e-9)
  }

  @Test("No ratio of the whole, or a numerator over nothing: no contributions")
  func withoutRatio() {
    let empty = RatioPart(before: .init(0, over: 0), after: .init(1, over: 2))
    #expect(ChangeDriver.drivers(ofRatios: [empty]) == nil)
    let loose = RatioPart(before: .init(3, over: 0), after: .init(1, over: 2))
    let sound = RatioPart(before: .init(1, over: 2), after: .init(1, over: 2))
    #expect(ChangeDriver.drivers(ofRatios: [loose, sound]) == nil)
  }

  @Test("A split tells nothing where all moved alike, and most where a small part moved alone")
  func concentration() {
    func concentration(_ parts: [SumPart], _ change: Double) -> Double {
      ChangeConcentration.of(ChangeDriver.drivers(ofSums: parts), change: change)
    }
    let alike = [SumPart(before: 80, after: 40), SumPart(before: 20, after: 10)]
    #expect(abs(concentration(alike, -50)) < 1e-12)
    let alone = [SumPart(before: 80, after: 80), SumPart(before: 20, after: 10)]
    #expect(abs(concentration(alone, -10) - 0.8) < 1e-12)
  }
}
