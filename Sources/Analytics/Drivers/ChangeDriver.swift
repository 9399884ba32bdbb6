/// What one part of a whole does to a change of the whole between two periods.
package struct ChangeDriver: Hashable, Sendable {
  /// The place of the part in the list it was computed from.
  package let index: Int
  /// The figure before and after; nil where the part has none.
  package let before: Double?
  package let after: Double?
  /// The part's share of the whole before: of the sum, or of the denominator of a ratio.
  package let weight: Double
  /// What the part's own figure does, in the unit of the whole.
  package let rateEffect: Double
  /// What its greater or smaller weight in the whole does; 0 for sums.
  package let mixEffect: Double

  /// Both effects; those of all parts add up to the change of the whole.
  package var contribution: Double { rateEffect + mixEffect }
}

/// A part of a whole that is a sum: its figure in either period, nil where it has none.
package struct SumPart: Hashable, Sendable {
  package let before: Double?
  package let after: Double?

  package init(before: Double?, after: Double?) {
    self.before = before
    self.after = after
  }
}

/// A part of a whole that is a ratio of sums: margin and revenue of a category.
package struct RatioPart: Hashable, Sendable {
  /// The two sums of a ratio.
  package struct Sums: Hashable, Sendable {
    package let numerator: Double
    package let denominator: Double

    package init(_ numerator: Double, over denominator: Double) {
      self.numerator = numerator
      self.denominator = denominator
    }

    /// Numerator ÷ denominator; nil over 0.
    package var ratio: Double? { denominator == 0 ? nil : numerator / denominator }
  }

  package let before: Sums
  package let after: Sums

  package init(before: Sums, after: Sums) {
    self.before = before
    self.after = after
  }
}

extension ChangeDriver {
  /// The contributions of the parts of a sum: after − before, a missing figure being 0.
  package static func drivers(ofSums parts: [SumPart]) -> [ChangeDriver] {
    let before = parts.reduce(0) { $0 + ($1.before ?? 0) }
    return parts.enumerated().map { index, part in
      ChangeDriver(
        index: index,
        before: part.before,
        after: part.after,
        weight: before == 0 ? 0 : (part.before ?? 0) / before,
        rateEffect: (part.after ?? 0) - (part.before ?? 0),
        mixEffect: 0
      )
    }
  }

  /// The contributions of the parts of a ratio R = Σn ÷ Σd, rate and mix effects separated.
  ///
  /// With wᵢ = dᵢ ÷ Σd and rᵢ = nᵢ ÷ dᵢ: rate effect = (rᵢ′ − rᵢ)(wᵢ + wᵢ′) ÷ 2, mix effect = (wᵢ′ − wᵢ)((rᵢ + rᵢ′) ÷ 2 − (R + R′) ÷ 2);
  /// their sum is R′ − R, as Σ(wᵢ′ − wᵢ) = 0. The symmetric decomposition of Bennet (1920), "The theory of
  /// measurement of changes in cost of living". A part that is there in one period only has no rate effect.
  ///
  /// - Returns: nil where a whole has no ratio, or where a part has a numerator without a denominator.
  package static func drivers(ofRatios parts: [RatioPart]) -> [ChangeDriver]? {
    let before = whole(parts.map(\.before))
    let after = whole(parts.map(\.after))
    guard let ratioBefore = before.ratio, let ratioAfter = after.ratio,
      parts.allSatisfy({ isWeighted($0.before) && isWeighted($0.after) })
    else { return nil }
    let middle = (ratioBefore + ratioAfter) / 2
    return parts.enumerated().map { index, part in
      let weights = (
        part.before.denominator / before.denominator, part.after.denominator / after.denominator
      )
      let known = part.before.ratio ?? part.after.ratio ?? middle
      let ratios = (part.before.ratio ?? known, part.after.ratio ?? known)
      return ChangeDriver(
        index: index,
        before: part.before.ratio,
        after: part.after.ratio,
        weight: weights.0,
        rateEffect: (ratios.1 - ratios.0) * (weights.0 + weights.1) / 2,
        mixEffect: (weights.1 - weights.0) * ((ratios.0 + ratios.1) / 2 - middle)
      )
    }
  }

  private static func whole(_ sums: [RatioPart.Sums]) -> RatioPart.Sums {
    RatioPart.Sums(
      sums.reduce(0) { $0 + $1.numerator },
      over: sums.reduce(0) { $0 + $1.denominator }
    )
  }

  private static func isWeighted(_ sums: RatioPart.Sums) -> Bool {
    sums.denominator != 0 || sums.numerator == 0
  }
}
