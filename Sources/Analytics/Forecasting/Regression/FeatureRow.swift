/// The features of one day, the product's promotion among them: what is added to normal equations.
struct FeatureRow {
  /// The day's place in the table.
  private(set) var day = 0
  /// Entries of the lists below that count.
  private(set) var count = 0
  /// Columns beyond the dense block, ascending.
  private(set) var columns = [Int](repeating: 0, count: 64)
  /// Their values.
  private(set) var values = [Double](repeating: 0, count: 64)

  /// Reads a day; of more than 63 events at once the rest is left out.
  mutating func load(_ day: Int, promotion: Double, from table: FeatureTable) {
    self.day = day
    count = 0
    var isPending = promotion != 0
    for position in table.offsets[day]..<table.offsets[day + 1] where count < 63 {
      let column = table.sparseColumns[position]
      if isPending, column > table.promotionColumn {
        append(table.promotionColumn, promotion)
        isPending = false
      }
      append(column, table.sparseValues[position])
    }
  }

  private mutating func append(_ column: Int, _ value: Double) {
    columns[count] = column
    values[count] = value
    count += 1
  }

  /// Σ coefficient × feature: the logarithm of the day's expected demand.
  func product(with coefficients: [Double], _ table: FeatureTable) -> Double {
    let base = day * FeatureTable.denseCount
    var sum = 0.0
    for column in 0..<FeatureTable.denseCount {
      sum += coefficients[column] * table.dense[base + column]
    }
    for item in 0..<count { sum += coefficients[columns[item]] * values[item] }
    return sum
  }
}

extension NormalEquations {
  /// Adds curvature × x xᵀ to the matrix and gradient × x to the right side, for a day's features x.
  ///
  /// The inner loops run over unchecked memory: this is where forecasting spends its time.
  mutating func add(
    _ row: FeatureRow,
    _ table: FeatureTable,
    gradient: Double,
    curvature: Double
  ) {
    let size = size
    let denseCount = FeatureTable.denseCount
    let base = row.day * denseCount
    matrix.withUnsafeMutableBufferPointer { matrix in
      table.dense.withUnsafeBufferPointer { dense in
        for column in 0..<denseCount {
          let value = dense[base + column]
          right[column] += gradient * value
          let scaled = curvature * value
          let start = column * size
          for other in 0...column { matrix[start + other] += scaled * dense[base + other] }
        }
        for item in 0..<row.count {
          let value = row.values[item]
          right[row.columns[item]] += gradient * value
          let scaled = curvature * value
          let start = row.columns[item] * size
          for other in 0..<denseCount { matrix[start + other] += scaled * dense[base + other] }
          for other in 0...item {
            matrix[start + row.columns[other]] += scaled * row.values[other]
          }
        }
      }
    }
  }
}
