/// The sorts of things a rule can ask for: function words by their role, and values.
enum NodeKind: UInt8, Sendable {
  // Function words.
  case the, of, contracted, this, thisAfter, last, lastPlural, lastAfter, next, nextPlural,
    nextAfter
  case secondLast, lastOfList, and, to, dash, slash, comma, quote, since, onward, from, until
  case before, after, between, deadline, within, agoBefore, agoAfter, inFuture, fromNow
  case orLater, orEarlier, compared, samePeriod, sliding, ended, numberSign, weekStart, now,
    previousOne
  // Values.
  case integer, ordinal, one, unit, bareUnit, span, inside, year, annual, monthly, weekday
  case weekend, relative, period, comparison, grain
}

/// A set of kinds, as one word of bits.
struct KindSet: OptionSet, Sendable {
  /// One bit a kind.
  let rawValue: UInt64

  /// A set from its bits.
  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// A set of one kind.
  init(_ kind: NodeKind) {
    rawValue = 1 << UInt64(kind.rawValue)
  }

  /// Whether a kind is in the set.
  func contains(_ kind: NodeKind) -> Bool {
    rawValue & (1 << UInt64(kind.rawValue)) != 0
  }

  /// The kinds of the set, for building indexes.
  var kinds: [NodeKind] {
    (0..<64).compactMap { bit in
      rawValue & (1 << UInt64(bit)) == 0 ? nil : NodeKind(rawValue: UInt8(bit))
    }
  }
}
