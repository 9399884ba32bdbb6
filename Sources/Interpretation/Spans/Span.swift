import Language
import SemanticModel
import ValueIndex
import Values

/// A run of question tokens with one reading.
struct Span: Hashable {
  enum Meaning: Hashable {
    case metric(String, LexicalEntry.Role)
    case dimension(String, LexicalEntry.Role)
    case segment(String)
    case analysis(String)
    case value(ValueReading)
    case marker(Marker)
    case period(Period)
    case relative(TimeComparison)
    case grain(Grain, each: Bool)
    /// A weekday as such, 1 is Monday: « le samedi », "Mondays".
    case weekday(Int)
    /// Hours of the day: « avant 8 h », "in the evening".
    case hours(DayHours)
    case duration(days: Int, Grain)
    case number(Double, NumberSpan.Unit)
    case unknown
  }

  let tokens: Range<Int>
  let meaning: Meaning
  let score: Float
  /// The thing named inside the phrase: « meilleurs clients » is a rank and a subject, « fournisseurs inactifs » too.
  var entity: String?
  /// Values of the figure's own rows among its words: "theft" is a loss, and the reason of it.
  var reasons: [ValueReading] = []

  init(tokens: Range<Int>, meaning: Meaning, score: Float, entity: String? = nil) {
    self.tokens = tokens
    self.meaning = meaning
    self.score = score
    self.entity = entity
  }
}

/// A name of the database as the question mentions it.
struct ValueReading: Hashable {
  var dimension: String
  /// Best first.
  let names: [NamedValue]
  /// How many names fit equally well.
  let total: Int
  let quality: Quality
  /// The folded words of the mention.
  let words: [String]

  /// Whether the same things are meant, however they were found.
  func isSame(as other: ValueReading) -> Bool {
    dimension == other.dimension && names.map(\.key) == other.names.map(\.key)
  }
}

extension Span {
  var marker: Marker? { if case .marker(let marker) = meaning { marker } else { nil } }
  var metric: String? { if case .metric(let name, _) = meaning { name } else { nil } }
  var dimension: String? { if case .dimension(let name, _) = meaning { name } else { nil } }
  var value: ValueReading? { if case .value(let reading) = meaning { reading } else { nil } }
  var role: LexicalEntry.Role? {
    switch meaning {
    case .metric(_, let role), .dimension(_, let role): role
    default: nil
    }
  }
  var isPeriod: Bool { if case .period = meaning { true } else { false } }
  var isUnknown: Bool { meaning == .unknown }
  /// Whether it names something of the data: a figure, a thing, a state or a name.
  var isThing: Bool {
    switch meaning {
    case .metric, .dimension, .segment, .value: true
    default: false
    }
  }
  /// Whether it says surely what is asked about.
  var isSureSubject: Bool {
    switch meaning {
    case .metric(_, let role), .dimension(_, let role): role != .weak
    case .segment, .analysis: true
    case .value(let name): name.quality <= .plural
    default: false
    }
  }
  /// Nothing but grammar and politeness.
  var isSilent: Bool { marker?.isSilent ?? false }
}
