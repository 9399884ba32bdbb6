/// What the number says that a run ends with.
enum ExitCode: Int32, CaseIterable {
  case answered = 0
  case fault = 1
  case usage = 2
  case refused = 3
  case askedBack = 4
  case noData = 5
  case database = 6
  case interrupted = 130

  /// A word or two, for the help.
  var name: String {
    switch self {
    case .answered: "answered"
    case .fault: "internal"
    case .usage: "usage"
    case .refused: "refused"
    case .askedBack: "asked back"
    case .noData: "no data"
    case .database: "database"
    case .interrupted: "interrupted"
    }
  }

  /// A sentence, for the manual.
  var meaning: String {
    switch self {
    case .answered: "Answered, or done."
    case .fault: "A fault of ours or of the machine."
    case .usage: "Wrong use of the command."
    case .refused: "Refused or not understood: it says which word, or what the database lacks."
    case .askedBack: "Several meanings: it asks back, with choices."
    case .noData: "Answered, but there are no data."
    case .database: "The database is missing, locked or no database."
    case .interrupted: "Interrupted."
    }
  }

  /// Every code with its name, as "0 answered, 1 internal".
  static var list: String {
    allCases.map { "\($0.rawValue) \($0.name)" }.joined(separator: ", ")
  }
}
