/// Mean and deviation of a sample.
struct SampleMoments {
  /// Σ x ÷ n; 0 without values.
  let mean: Double
  /// √(Σ (x − mean)² ÷ (n − 1)); 0 with fewer than two values.
  let deviation: Double

  /// The moments of values.
  init(_ values: some Collection<Double>) {
    let count = Double(values.count)
    let mean = values.isEmpty ? 0 : values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = values.count < 2 ? 0 : (squares / (count - 1)).squareRoot()
  }
}
