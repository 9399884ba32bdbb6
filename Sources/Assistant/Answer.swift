package import Analyses
package import Diagnostics
package import Lessons
package import Planning
package import Rewording
package import SemanticModel
package import Values

/// Everything known about one reply: what was understood, what came back, and how it was found.
///
/// Words are made from it by Presentation; nothing here is in a language except names from the corpus and the data.
package struct Answer: Sendable {
  package enum Status: String, Sendable {
    case answered, clarification, refused, error
  }

  /// Why there is no figure.
  package enum Reason: Hashable, Sendable {
    /// The question held nothing.
    case empty
    case tooLong(limit: Int)
    /// Words that nothing in the corpus or the data explains.
    case unknownWords([String])
    /// Nothing in the question names a figure or a thing.
    case notUnderstood
    /// The figure is known, the database lacks this table or column for it.
    case missingData(table: String, column: String?, subject: LocalizedText)
    /// The figure cannot be split or filtered that way.
    case unreachable(subject: LocalizedText, dimension: LocalizedText)
    /// The dates of the figure's rows have no times of day.
    case untimed(subject: LocalizedText)
    /// Recognised, but beyond SQL and not there yet.
    case analysisUnavailable(Noun)
    /// The figure rests on costs that no database holds and that the question does not say.
    case missingTerms(OrderTerms.Need, subject: LocalizedText)
    /// Asks for days further ahead than are forecast; the last day that is.
    case beyondHorizon(CalendarDay)
    /// Asks for more to be ordered beyond the need, percent, than a margin may be.
    case marginOutside(Double)
    /// Asks to change the user's data.
    case writeRequest
    /// Several meanings; the word that has them.
    case ambiguousMeaning(String)
    /// A name that fits several values.
    case ambiguousName(String, dimension: Noun)
    /// Not understood, but somebody else than the rules proposes a meaning: is it meant? With the words nothing explains.
    case proposed(unknown: [String])
    /// What was proposed is not meant.
    case declined
    /// A name that fits nothing, with near ones.
    case unknownName(String)
    /// « et l'année d'avant ? » without a question before.
    case nothingBefore
    /// What is changed of the question before is not clear, or that question itself had no answer.
    case unclearChange(of: String)
    case failure(code: String, message: LocalizedText, hint: LocalizedText)
  }

  /// Small talk and questions about the assistant itself: no query behind.
  package enum Talk: Hashable, Sendable {
    case greeting, thanks, farewell, help, identity
    /// What a figure or thing means.
    case definition(noun: Noun, text: LocalizedText)
    /// The ISO code of the currency of all amounts.
    case currency(String)
    /// The conversation begins anew.
    case restarted
    /// Asked how something was found before anything was.
    case nothingYet
    /// How the answer to a question was found: what its figures mean, their tables, or the SQL.
    case explanation(Aspect, question: String, [Meaning])
    /// How long the last answer took.
    case elapsed
    /// Wants the last result in another form, which the surface has or has not.
    case request(Request)
    /// Wants work on the program's own results or files, which a command does.
    case upkeep(Upkeep)
    /// What the user teaches.
    case lesson(LessonReply)
  }

  /// What of the way to a figure is told.
  package enum Aspect: Hashable, Sendable {
    case method, source, statement
  }

  /// Another form of a result.
  package enum Request: Hashable, Sendable {
    case chart
    /// A file with this ending; nil when none was named.
    case file(ending: String?)
  }

  /// What a figure is called and what it means.
  package struct Meaning: Hashable, Sendable {
    package var noun: Noun
    package var text: LocalizedText
  }

  /// A figure on the way to another one.
  package struct Step: Hashable, Sendable {
    package var metric: String
    package var value: Value
  }

  package struct Choice: Hashable, Sendable {
    package var label: String
    /// A full question that can be asked as it stands.
    package var question: String

    package init(label: String, question: String) {
      self.label = label
      self.question = question
    }
  }

  /// Something taken for granted, said with the answer.
  package enum Assumption: Hashable, Sendable {
    /// No period said: all the history, or now for levels.
    case allHistory
    case levelNow
    /// "recently" read as the last 30 days.
    case defaultPeriod(days: Int)
    /// A metric's own remark ("at purchase cost").
    case caveat(LocalizedText)
    /// What is kept of this begins only within the period asked about.
    case beginsOn(CalendarDay, of: LocalizedText)
    /// A word read as this object (« profit » → gross margin).
    case readAs(word: String, LocalizedText)
    /// A word taken for a group of products.
    case group(word: String, count: Int)
    /// A misspelt name read as this one.
    case corrected(word: String, name: String)
    /// A clause that only talks and was not read.
    case leftAside(String)
    /// Alerts that somebody dealt with, and whether the answer leaves them out.
    case handledAlerts([HandledNote], areLeftOut: Bool)
    /// Events the user taught that the answer has to do with.
    case taughtEvents([TaughtEvent])
    /// What the question restricts an analysis by, and that it cannot be restricted by.
    case notApplied([ScopePart])
    /// What is ordered already and not taken off the quantity to order.
    case underway(Underway)
  }

  /// One thing that a question restricts what it asks by.
  package enum ScopePart: Hashable, Sendable {
    case period(Period)
    case filter(Filter)
    /// « par région ».
    case group(Key)
    /// "top 5".
    case limit(Int)
  }

  /// Whose alert was dealt with, by whom and when, local time.
  package struct HandledNote: Hashable, Sendable {
    package let product: String
    package let author: String
    package let at: String
  }

  /// Supplier orders on their way.
  package struct Underway: Hashable, Sendable {
    /// Units of all of them, also those without a day.
    package var units: Double
    /// The first and the last day that some are expected, not before now; nil where none is known.
    package var first: CalendarDay?
    package var last: CalendarDay?
    /// Units that ought to have come before now.
    package var overdue: Double

    package init(units: Double, first: CalendarDay?, last: CalendarDay?, overdue: Double) {
      self.units = units
      self.first = first
      self.last = last
      self.overdue = overdue
    }
  }

  package var id: String
  package var question: String
  package var language: Tongue
  package var status: Status
  package var reason: Reason?
  package var talk: Talk?
  package var query: Query?
  package var columns: [PlannedColumn] = []
  /// Rows as SQL gave them, aligned with `columns`.
  package var rows: [[Value]] = []
  package var isTruncated = false
  /// The figures that the one figure told is computed from.
  package var steps: [Step] = []
  /// What an analysis found, in the order in which it is told.
  package var findings: [Finding] = []
  package var sql: String?
  package var parameters: [Value] = []
  package var choices: [Choice] = []
  package var unexplained: [String] = []
  package var assumptions: [Assumption] = []
  package var confidence: Double = 0
  package var receipt = Receipt()
  package var timings = Timings()
  /// What was before a forecast along time, in its groups: to be drawn with it.
  package var history: Series?
  /// A forecast along time, all of it together.
  package var whole: Series?
  /// The sentences that a model put in place of the template's; nil for those of the template.
  package var rewording: Rewording?
  /// What somebody else proposes that the question means, and who; nil where nothing is.
  package var proposal: Proposal?
  /// The answers to further questions of the same sentence; empty where it asks one.
  package var further: [Answer] = []
  /// What a follow-up took over from the question before; nil for a question of its own.
  package var carried: Carried?

  package init(id: String, question: String, language: Tongue, status: Status) {
    self.id = id
    self.question = question
    self.language = language
    self.status = status
  }

  /// Rows of another query, told with those of the answer.
  package struct Series: Hashable, Sendable {
    package var query: Query
    package var columns: [PlannedColumn]
    /// Aligned with `columns`.
    package var rows: [[Value]]

    package init(query: Query, columns: [PlannedColumn], rows: [[Value]]) {
      self.query = query
      self.columns = columns
      self.rows = rows
    }
  }

  /// What stands behind the figures.
  package struct Receipt: Hashable, Sendable {
    /// The fixed "now".
    package var asOf: CalendarDay?
    /// Newest day of the rows counted: never after `asOf`.
    package var dataUntil: CalendarDay?
    package var dataFrom: CalendarDay?
    /// ISO currency code of the database.
    package var currency = "EUR"
    /// Rows left out because a date or number could not be read, by column ("sales_history.order_date" → 3).
    package var excludedRows: [String: Int] = [:]
    /// The tables read.
    package var tables: [String] = []
    package var checks: [Check] = []
    /// When the forecasts behind the answer were computed; nil where none are.
    package var computed: ComputedTime?

    package init() {}
  }

  /// A check made on the result.
  package struct Check: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
      /// The groups add up to the ungrouped figure.
      case groupsAddUp
      /// The SQL passed the read-only guard.
      case readOnly
    }

    package var kind: Kind
    package var passed: Bool

    package init(_ kind: Kind, passed: Bool) {
      self.kind = kind
      self.passed = passed
    }
  }

  /// Milliseconds spent, by stage.
  package struct Timings: Hashable, Sendable {
    package var understand = 0.0
    package var query = 0.0
    package var phrase = 0.0
    package var total = 0.0

    package init() {}
  }
}

extension Answer.Reason {
  /// A failure as the reason why there is no figure.
  package init(_ failure: Failure) {
    self = .failure(
      code: failure.code,
      message: LocalizedText(french: failure.french, english: failure.english),
      hint: LocalizedText(french: failure.frenchHint, english: failure.englishHint)
    )
  }
}
