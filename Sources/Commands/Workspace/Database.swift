import Assistant
import Batch
import Corpus
import Diagnostics
import Interpretation
import Planning
import SQLiteStore
import SemanticModel
import ValueIndex
import Values

/// An open database with what was found out about it.
struct Database: Sendable {
  let connection: Connection
  let schema: DatabaseSchema
  let profile: DatabaseProfile
  let context: Assistant.Context
  let catalog: ValueCatalog
  /// Phrases for this database's own values, from the plain words of both languages.
  let phrases: Lexicon
  /// Where what is found out and computed is kept.
  let folder: SideFolder
  /// The rules of data quality that the nightly run checks it by.
  let rules: [QualityRule]

  /// Opens a file read-only and reads its profile and names, from the side folder when nothing changed.
  static func open(
    _ path: String,
    knowledge: Knowledge,
    folder: SideFolder,
    asOf: CalendarDay?
  ) throws(Failure) -> Database {
    let connection = try Connection.readOnly(path: path)
    // Taken before reading: a write in between makes the next start read again, not believe.
    let fingerprint = try connection.fingerprint()
    let schema = try SchemaReader.read(connection)
    let profile = try ProfileReader.read(
      connection,
      schema: schema,
      expecting: expectations,
      keptIn: folder
    )
    let sidePath = try? SideFile.path(in: folder, of: connection, making: false)
    let context = try context(
      connection,
      profile,
      asOf: asOf,
      since: sidePath.map(DayHistory.firstDays) ?? [:]
    )
    let planner = QueryPlanner(model: knowledge.corpus.model, facts: context.facts)
    let names = try DatabaseNames.load(
      connection,
      planner: planner,
      folder: folder,
      fingerprint: fingerprint
    )
    let catalog = ValueCatalog(
      index: names.index,
      dimensions: names.dimensions,
      translations: knowledge.translations
    )
    let phrases = ValuePhrases(model: knowledge.corpus.model, facts: context.facts, names: names)
    return Database(
      connection: connection,
      schema: schema,
      profile: profile,
      context: context,
      catalog: catalog,
      phrases: phrases.load(knowledge.corpus, folder: folder, fingerprint: fingerprint),
      folder: folder,
      rules: knowledge.corpus.model.quality
    )
  }

  /// The same database, read over a connection of its own: for a thread of its own.
  func reading(over connection: Connection) -> Database {
    Database(
      connection: connection,
      schema: schema,
      profile: profile,
      context: context,
      catalog: catalog,
      phrases: phrases,
      folder: folder,
      rules: rules
    )
  }

  /// What reads questions about this database; several assistants may share it.
  func interpreter(_ knowledge: Knowledge) -> Interpreter {
    Interpreter(
      model: knowledge.corpus.model,
      lexicon: knowledge.lexicon.adding(phrases),
      catalog: catalog
    )
  }

  /// The assistant on this database, with a limit to what one statement may take.
  func assistant(
    _ knowledge: Knowledge,
    interpreter: Interpreter? = nil,
    cancellation: Cancellation? = nil,
    deadline: Duration = .seconds(30),
    waiting: Waiting? = nil,
    help: (any UnderstandingHelp)? = nil
  ) -> Assistant {
    let tables = NightlyTables(
      connection: connection,
      facts: context.facts,
      folder: folder,
      rules: rules,
      cancellation: cancellation,
      waiting: waiting
    )
    return Assistant(
      interpreter: interpreter ?? self.interpreter(knowledge),
      context: context,
      executor: ConnectionExecutor(
        connection: connection,
        cancellation: cancellation,
        deadline: deadline
      ),
      computed: tables,
      book: TaughtLessons(tables: tables),
      intuition: knowledge.intuition,
      help: help
    )
  }

  /// Whose data these are, as the database has it; nil where it does not say.
  var owner: String? {
    let metadata = Metadata(connection, context.facts)
    let names = ["company", "company_name", "organisation", "organization", "name"]
    return names.lazy.compactMap { try? metadata.text($0) }.first { !$0.isEmpty }
  }

  /// What each column of the contract ought to hold.
  private static var expectations: [ColumnExpectation] {
    ContractSchema.tables.flatMap { table in
      table.columns.map { column, kind in
        let expected: ColumnExpectation.Kind =
          switch kind {
          case .key: .key
          case .number: .number
          case .date: .date
          case .text: .text
          }
        return ColumnExpectation(table: table.name, column: column, kind: expected)
      }
    }
  }

  private static func context(
    _ connection: Connection,
    _ profile: DatabaseProfile,
    asOf: CalendarDay?,
    since: [DayHistory: CalendarDay]
  ) throws(Failure) -> Assistant.Context {
    var facts = DatabaseFacts(columns: [:], now: asOf ?? .today)
    var unreadable: [DatabaseFacts.Column: Int] = [:]
    for table in profile.tables {
      facts.rowCounts[table.name] = table.rowCount
      facts.columns[table.name] = []
      for column in table.columns where column.presentCount > 0 || table.rowCount == 0 {
        let name = DatabaseFacts.Column(table.name, column.name)
        facts.columns[table.name]?.insert(column.name)
        if column.unfitCount > 0 {
          unreadable[name] = column.unfitCount
          if column.kind == .number { facts.dirtyNumbers.insert(name) }
          if column.kind == .date { facts.dirtyDates.insert(name) }
        }
        if column.timedCount > 0 { facts.timed.insert(name) }
        if let first = column.firstDay, let last = column.lastDay {
          facts.ranges[name] = first...last
        }
      }
    }
    if asOf == nil { facts.now = now(facts) }
    facts.addComputed(since: since)
    return Assistant.Context(
      facts: facts,
      currency: try Metadata(connection, facts).text("currency") ?? "EUR",
      unreadable: unreadable
    )
  }

  /// Today, unless the newest sale is more than 7 days older: then the day of that sale.
  private static func now(_ facts: DatabaseFacts) -> CalendarDay {
    guard let sales = facts.ranges[.init("sales_history", "order_date")] else { return .today }
    return sales.upperBound < CalendarDay.today.adding(days: -7) ? sales.upperBound : .today
  }
}
