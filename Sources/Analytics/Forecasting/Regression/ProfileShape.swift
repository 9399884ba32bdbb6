import Glibc

/// The factors that given coefficients make of each day, level left out.
struct ProfileShape {
  /// One a day of the series and of the horizon; a usual day's is about 1.
  let factors: [Double]

  /// Reads the features of all days of a series to the end of its calendar's horizon.
  init(_ series: AlignedSeries, table: FeatureTable, coefficients: [Double]) {
    let denseCount = FeatureTable.denseCount
    factors = series.promotions.indices.map { day in
      let row = series.start + day
      var sum = coefficients[table.promotionColumn] * series.promotions[day]
      for column in 2..<denseCount {
        sum += coefficients[column] * table.dense[row * denseCount + column]
      }
      for position in table.offsets[row]..<table.offsets[row + 1] {
        let column = table.sparseColumns[position]
        guard column < table.knotColumns.lowerBound else { continue }
        sum += coefficients[column] * table.sparseValues[position]
      }
      return exp(min(5, max(-5, sum)))
    }
  }
}
