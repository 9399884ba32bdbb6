package import Values

/// Numbers as readers of a language write them; programs get plain numbers instead (`AnswerJSON`, `CSVWriter`).
///
/// French groups thousands by a narrow no-break space and has a decimal comma: `1 234,5`; English: `1,234.5`.
package struct NumberFormat: Hashable, Sendable {
  package let tongue: Tongue

  package init(_ tongue: Tongue) {
    self.tongue = tongue
  }

  /// A number with exactly this many decimals, rounded half away from zero.
  ///
  /// With `trimmed`, zeros at the end of the decimals are left out. Infinities and NaN are a dash.
  package func decimal(_ number: Double, digits: Int, trimmed: Bool = false) -> String {
    guard number.isFinite else { return "—" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(number) * scale).rounded(.toNearestOrAwayFromZero)
    // Beyond 2^53 a double has no decimals left to show.
    guard scaled < 9e15 else { return (number < 0 ? "-" : "") + large(abs(number)) }
    let units = Int64(scaled)
    var whole = String(units)
    var decimals = ""
    if digits > 0 {
      whole = String(repeating: "0", count: max(0, digits + 1 - whole.count)) + whole
      decimals = String(whole.suffix(digits))
      whole = String(whole.dropLast(digits))
    }
    if trimmed { while decimals.hasSuffix("0") { decimals.removeLast() } }
    let sign = number < 0 && units != 0 ? "-" : ""
    return sign + grouped(whole) + (decimals.isEmpty ? "" : decimalMark + decimals)
  }

  /// A count: no decimals when it is whole, at most two otherwise.
  package func count(_ number: Double) -> String {
    decimal(number, digits: number == number.rounded() ? 0 : 2, trimmed: true)
  }

  /// A fraction as a percentage with one decimal, two below 1 %: `0.123` → `12,3 %`, `0.0042` → `0,42 %`.
  package func percent(_ fraction: Double) -> String {
    let value = fraction * 100
    let isWhole = value == 0 || abs(value) == 100
    let digits = isWhole ? 0 : abs(value) < 1 ? 2 : 1
    return decimal(value, digits: digits) + percentMark
  }

  /// A difference of two fractions, in percentage points: `0.021` → `2,1 points`.
  package func points(_ fraction: Double) -> String {
    let text = decimal(fraction * 100, digits: abs(fraction) < 0.01 ? 2 : 1)
    let isSingular = tongue == .french ? abs(fraction) < 0.02 : abs(fraction) == 0.01
    return text + (isSingular ? " point" : " points")
  }

  /// A duration: `3,9 jours`, "1 day".
  ///
  /// French counts anything below two as singular.
  package func days(_ number: Double) -> String {
    let text = decimal(number, digits: number == number.rounded() ? 0 : 1)
    switch tongue {
    case .french: return text + (abs(number) < 2 ? " jour" : " jours")
    case .english: return text + (abs(number) == 1 ? " day" : " days")
    }
  }

  /// An amount with the currency's usual decimals and symbol: `1 234,50 €`, "€1,234.50", `1 235 F CFA`.
  ///
  /// With `trimmed`, whole amounts lose their decimals, for thresholds: "above $1,000".
  package func currency(_ amount: Double, code: String, trimmed: Bool = false) -> String {
    let symbol = CurrencySymbol(code: code)
    let isShort = trimmed && amount == amount.rounded()
    let number = decimal(abs(amount), digits: isShort ? 0 : symbol.decimals)
    let isZero = !number.contains { ("1"..."9").contains($0) }
    let sign = amount < 0 && !isZero ? "-" : ""
    switch tongue {
    case .french:
      return sign + number + "\u{202F}" + symbol.french
    case .english:
      return symbol.isPrefix ? sign + symbol.english + number : sign + number + " " + symbol.english
    }
  }

  /// A short form for axes and bars: `12,3 k`, `1,2 M`.
  package func compact(_ number: Double) -> String {
    let (unit, mark) = magnitude(number)
    if mark.isEmpty { return decimal(number, digits: abs(number) < 100 ? 2 : 0, trimmed: true) }
    return decimal(number / unit, digits: 1, trimmed: true) + mark
  }

  /// The unit that makes a number short, and its mark: 12 345 → thousand, « k »; one and no mark below ten thousand.
  func magnitude(_ number: Double) -> (unit: Double, mark: String) {
    let space = tongue == .french ? "\u{202F}" : ""
    switch abs(number) {
    case 1e9...: return (1e9, space + (tongue == .french ? "Md" : "B"))
    case 1e6...: return (1e6, space + "M")
    case 1e4...: return (1e3, space + "k")
    default: return (1, "")
    }
  }

  /// « % » after its space, "%".
  var percentMark: String { tongue == .french ? "\u{202F}%" : "%" }

  private var decimalMark: String { tongue == .french ? "," : "." }

  private func grouped(_ digits: String) -> String {
    guard digits.count > 3 else { return digits }
    let mark = tongue == .french ? "\u{202F}" : ","
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += mark }
      result.append(digit)
    }
    return result
  }

  private func large(_ number: Double) -> String {
    number < 9e18 ? grouped(String(Int64(number.rounded()))) : String(number)
  }
}
