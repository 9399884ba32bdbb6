import Values

/// One rule of the grammar: a pattern, and what a match of it means.
struct TimeRule: Sendable {
  /// One place of a pattern.
  struct Element: Sendable {
    let kinds: KindSet
    var isOptional = false
    /// Whether it must touch the word before it.
    var isGlued = false

    /// A node of one of these kinds.
    static func one(_ kinds: NodeKind...) -> Element {
      Element(kinds: KindSet(kinds.map { KindSet($0) }))
    }

    /// A node of one of these kinds, or nothing.
    static func maybe(_ kinds: NodeKind...) -> Element {
      Element(kinds: KindSet(kinds.map { KindSet($0) }), isOptional: true)
    }

    /// A node of one of these kinds with no blank before it.
    static func glued(_ kinds: NodeKind...) -> Element {
      Element(kinds: KindSet(kinds.map { KindSet($0) }), isGlued: true)
    }
  }

  /// What the rule reads, with an example.
  let name: String
  /// The first place is never optional.
  let pattern: [Element]
  /// What a match means; nil when the values do not fit after all.
  let produce: @Sendable (Match) -> Reading?

  /// A rule.
  init(
    _ name: String,
    _ pattern: [Element],
    _ produce: @escaping @Sendable (Match) -> Reading?
  ) {
    precondition(pattern.first?.isOptional == false, "a rule must start with something")
    self.name = name
    self.pattern = pattern
    self.produce = produce
  }
}

/// The nodes that matched a pattern, place by place; nil where an optional place was left out.
struct Match {
  /// The nodes, one a place.
  let nodes: [TimeNode?]
  /// The clock of the question.
  let clock: Clock

  /// The value at a place of the pattern.
  subscript(place: Int) -> TimeValue? {
    nodes[place]?.value
  }

  /// A whole number in digits or words.
  func integer(_ place: Int) -> Int? {
    if case .integer(let value, _) = nodes[place]?.value { value } else { nil }
  }

  /// A day of the month (1–31) as a number or an ordinal.
  func day(_ place: Int) -> Int? {
    switch nodes[place]?.value {
    case .integer(let value, let digits) where digits <= 2 && (1...31).contains(value): value
    case .ordinal(let value) where (1...31).contains(value): value
    default: nil
    }
  }

  /// The number of an ordinal.
  func ordinal(_ place: Int) -> Int? {
    if case .ordinal(let value) = nodes[place]?.value { value } else { nil }
  }

  /// A calendar unit.
  func unit(_ place: Int) -> TimeUnit? {
    if case .unit(let unit, _) = nodes[place]?.value { unit } else { nil }
  }

  /// A year said in full or in two digits.
  func year(_ place: Int) -> Int? {
    if case .year(let year) = nodes[place]?.value { year } else { nil }
  }

  /// A period that waits for its year.
  func annual(_ place: Int) -> Annual? {
    if case .annual(let annual) = nodes[place]?.value { annual } else { nil }
  }

  /// A weekday; 1 is Monday.
  func weekday(_ place: Int) -> Int? {
    if case .weekday(let weekday) = nodes[place]?.value { weekday } else { nil }
  }

  /// A place inside a unit that is named elsewhere.
  func inside(_ place: Int) -> Inside? {
    if case .inside(let inside) = nodes[place]?.value { inside } else { nil }
  }

  /// A count of units.
  func span(_ place: Int) -> (count: Int, unit: TimeUnit)? {
    if case .span(let count, let unit) = nodes[place]?.value { (count, unit) } else { nil }
  }

  /// A period that is there as such (no year, no recurrence), and its nature.
  func period(_ place: Int) -> (period: Period, nature: PeriodNature)? {
    if case .period(let period, let nature) = nodes[place]?.value { (period, nature) } else { nil }
  }

  /// How sure the node at a place is.
  func evidence(_ place: Int) -> Evidence? {
    nodes[place]?.evidence
  }
}
