import Batch
import Assistant
import Corpus
import Diagnostics
import Glibc
import Planning
import SQLiteStore
import SemanticModel
import Synchronization
import Values

@testable import Commands

/// A shop written to a temporary file and opened as the program opens it, with the real corpus.
final class ShopDatabase: Sendable {
  let tables: ShopTables
  let planner: QueryPlanner
  let context: DatabaseFacts
  private let connection: Connection
  private let path: String

  /// What the corpus says, read once.
  static let knowledge = Result { try Knowledge.load(Home(path: projectRoot)) }

  /// The project's top folder, where Package.swift is.
  private static var projectRoot: String {
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  }

  /// Shops that several tests read, by seed.
  static let shared = (1...3).map { seed in
    Result { try ShopDatabase(ShopGenerator.shop(seed: UInt64(seed))) }
  }

  static func shop(_ number: Int) throws -> ShopDatabase { try shared[number - 1].get() }

  /// Writes the tables that there are rows for: all the columns of the layout but those left out, written
  /// "table.column"; without types SQLite keeps what it is given.
  init(
    _ tables: ShopTables,
    without missing: Set<String> = [],
    untyped: Bool = false,
    now: CalendarDay = ShopGenerator.now
  ) throws {
    self.tables = tables
    path = Self.temporaryPath()
    let writer = try Connection.create(path: path)
    for (table, all) in ShopTables.layout {
      guard let rows = tables.rows[table] else { continue }
      let columns = all.filter { !missing.contains("\(table).\($0.name)") }
      let list = columns.map { untyped ? $0.name : "\($0.name) \($0.type)" }.joined(separator: ", ")
      try writer.execute("CREATE TABLE \(table) (\(list))")
      let insertion = try writer.prepareInsert(into: table, columns: columns.map(\.name))
      try writer.transaction { () throws(Failure) in
        for row in rows { try insertion.insert(values: columns.map { row[$0.name] ?? .null }) }
      }
    }
    try writer.finish()
    let opened = try Database.open(path, knowledge: Self.knowledge.get(), folder: .none, asOf: now)
    connection = opened.connection
    // The tables of the nightly run are there, and empty.
    let computed = try ComputedFile.open(path + ".computed", for: connection)
    try connection.attach(sideFile: computed.path)
    context = opened.context.facts
    planner = QueryPlanner(model: try Self.knowledge.get().corpus.model, facts: context)
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    for ending in ["", ".computed", ".computed-wal", ".computed-shm"] { unlink(path + ending) }
  }

  /// Files made by this process, which removes at its end those that no test gave back.
  private static let made = Mutex(0)
  private static let isSwept: Void = {
    atexit { for number in 1...made.withLock({ $0 + 1 }) { remove(name(number)) } }
  }()

  private static func name(_ number: Int) -> String {
    "/tmp/optiflow-planning-\(getpid())-\(number).db"
  }

  private static func temporaryPath() -> String {
    isSwept
    return name(
      made.withLock {
        $0 += 1
        return $0
      }
    )
  }

  /// The rows a query gives; whole numbers as integers, whatever SQLite's type of them.
  func rows(_ query: Query) throws -> [[Value]] {
    let plan = try planner.plan(query)
    return try connection.query(plan.sql, parameters: plan.parameters).rows.map {
      $0.map(Self.plain)
    }
  }

  private static func plain(_ value: Value) -> Value {
    guard case .real(let number) = value, number == number.rounded(), abs(number) < 1e15 else {
      return value
    }
    return .integer(Int64(number))
  }

  /// One column of a query's rows, as numbers; nil where unknown.
  func numbers(_ query: Query, column: Int) throws -> [Double?] {
    let details = try planner.plan(query).columns.count {
      if case .detail = $0.role { true } else { false }
    }
    return try rows(query).map { $0[column + details].number }
  }

  /// The figure of a query without keys.
  func figure(_ query: Query) throws -> Double? {
    try rows(query).first?.first?.number
  }

  /// Rows of SQL written by hand: the independent word on what is right.
  func check(_ sql: String, _ parameters: [Value] = []) throws -> [[Value]] {
    try connection.query(sql, parameters: parameters).rows
  }
}

extension Query {
  /// A query written in one line.
  init(
    _ metrics: String...,
    by keys: [Key] = [],
    where filters: [Filter] = [],
    in period: Period? = nil
  ) {
    self.init()
    measures = metrics.map { Measure($0) }
    self.keys = keys
    self.filters = filters
    self.period = period
  }
}

extension CalendarDay {
  /// A day written in a test; a day that does not exist is a fault of the test.
  static func on(_ iso: String) -> CalendarDay {
    guard let day = CalendarDay(iso: iso) else { preconditionFailure("no day \(iso)") }
    return day
  }
}

extension Period {
  /// From a day to the day before another one.
  static func from(_ start: String, to end: String) -> Period {
    Period(start: .on(start), end: .on(end))
  }
}

extension Filter {
  /// Names as values of a dimension whose key is its name.
  static func named(_ dimension: String, _ names: String..., negated: Bool = false) -> Filter {
    .values(
      dimension: dimension,
      values: names.map { NamedValue(key: .text($0), name: $0) },
      negated: negated
    )
  }
}
