import Values

extension Value {
  /// The same value with binary noise cut after 12 significant digits: 61599.824000000001 → 61599.824.
  ///
  /// For machine output: the relative error is far below that of any sum of doubles.
  var withoutNoise: Value {
    guard case .real(let number) = self, number.isFinite, number != 0 else { return self }
    let size = abs(number)
    guard size >= 1e-4, size < 1e12 else { return self }
    var scale = 1e12
    var bound = 1.0
    while bound <= size {
      bound *= 10
      scale /= 10
    }
    guard scale >= 1 else { return self }
    // Both are whole and below 2^53, so the division gives the double nearest to the decimal text.
    let cut = (number * scale).rounded() / scale
    return .real(cut)
  }
}
