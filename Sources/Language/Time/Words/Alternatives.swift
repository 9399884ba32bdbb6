extension String {
  /// The phrases of a list such as "jour|journee|day"; by bytes, as this runs for every list of each start.
  var alternatives: [Substring] {
    utf8.split(separator: UInt8(ascii: "|")).map { Substring($0) }
  }
}
