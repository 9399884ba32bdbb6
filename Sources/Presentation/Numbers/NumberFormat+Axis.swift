extension NumberFormat {
  /// The figures of an axis, all of one magnitude and with the decimals their step needs: « 0 », « 2,5 k », « 5 k ».
  func ticks(_ numbers: [Double], isPercent: Bool) -> [String] {
    let largest = numbers.reduce(0) { max($0, abs($1)) }
    let (size, mark) = isPercent ? (0.01, percentMark) : magnitude(largest)
    let step = numbers.count > 1 ? (numbers[1] - numbers[0]) / size : 1
    var digits = 0
    var scaled = step
    while digits < 6, abs(scaled - scaled.rounded()) > 1e-6 {
      digits += 1
      scaled *= 10
    }
    return numbers.map { number in
      let text = decimal(number / size, digits: digits, trimmed: true)
      return number == 0 && !isPercent ? text : text + mark
    }
  }
}
