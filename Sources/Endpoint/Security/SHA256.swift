import CGnuTLS

/// The hash of FIPS 180-4 (https://csrc.nist.gov/pubs/fips/180-4/upd1/final), by GnuTLS, which libmicrohttpd brings along.
enum SHA256 {
  private static let size = 32

  /// The hash of a text in hexadecimal digits, 64 of them.
  static func hex(_ text: String) -> String {
    var hash = [UInt8](repeating: 0, count: size)
    let bytes = Array(text.utf8)
    let code = gnutls_hash_fast(GNUTLS_DIG_SHA256, bytes, bytes.count, &hash)
    precondition(code == 0, "GnuTLS has SHA-256")
    return hash.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }

  /// Whether two hashes are the same; the time taken tells nothing of where they differ.
  static func isEqual(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    return left.count == right.count && gnutls_memcmp(left, right, left.count) == 0
  }
}
