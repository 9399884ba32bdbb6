import Glibc

/// Lines for people, on standard error.
enum Report {
  /// Writes one line.
  static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// A number with so many decimals: `fixed(1.26, 1)` is "1.3".
  static func fixed(_ number: Double, _ decimals: Int = 2) -> String {
    let scale = pow(10, Double(decimals))
    let parts = String((number * scale).rounded() / scale).split(separator: ".")
    guard decimals > 0, parts.count == 2 else { return String(parts.first ?? "0") }
    let fraction = parts[1].prefix(decimals)
    return parts[0] + "." + fraction + String(repeating: "0", count: decimals - fraction.count)
  }
}
