import Assistant
import Batch
import Diagnostics
import Glibc
import Lessons
import Planning
import SQLiteStore
import Values

/// The journal of lessons about an open database.
struct TaughtLessons: LessonBook {
  /// The tables of the same side file.
  let tables: NightlyTables

  init(tables: NightlyTables) {
    self.tables = tables
  }

  /// That of a database.
  init(_ database: Database) {
    self.init(
      tables: NightlyTables(
        connection: database.connection,
        facts: database.context.facts,
        folder: database.folder,
        rules: database.rules,
        cancellation: nil
      )
    )
  }

  func lessons() throws(Failure) -> [Lesson] {
    // Without a folder there is nothing to read.
    guard let path = try? SideFile.path(in: tables.folder, of: tables.connection, making: false)
    else { return [] }
    return try LessonJournal(database: tables.connection, path: path).lessons()
  }

  func note(_ content: LessonContent) throws(Failure) -> Lesson {
    try journal.note(content, author: Self.loginName)
  }

  func undo(_ id: Int?) throws(Failure) -> Lesson { try journal.undo(id) }

  func nextDays(ofEvent name: String) throws(Failure) -> ClosedRange<CalendarDay>? {
    try KnownEvents.nextDays(of: name, in: tables.connection, tables.facts)
  }

  /// The computed status, where there is stock to compare with, and the open rows of the database's own alerts.
  func alerts(on products: [Value]) throws(Failure) -> [Value: AlertState] {
    guard !products.isEmpty else { return [:] }
    let marks = products.map { _ in "?" }.joined(separator: ", ")
    var statuses: [Value: String] = [:]
    if tables.facts.has("optiflow_outlook") {
      _ = try tables.makeReady()
      let rows = try tables.connection.query(
        "SELECT product_id, status FROM optiflow_outlook WHERE status <> 'OK' AND product_id IN (\(marks))",
        parameters: products
      ).rows
      for row in rows { statuses[row[0]] = row[1].text }
    }
    let recorded = try recordedAlerts(products, marks)
    return products.reduce(into: [:]) { states, product in
      guard statuses[product] != nil || recorded.contains(product) else { return }
      states[product] = AlertState(
        status: statuses[product],
        isRecorded: recorded.contains(product)
      )
    }
  }

  private func recordedAlerts(_ products: [Value], _ marks: String) throws(Failure) -> Set<Value> {
    guard tables.facts.has("alerts", "product_id") else { return [] }
    let isOpen =
      tables.facts.has("alerts", "status") ? "COALESCE(status, 'active') = 'active'" : "1"
    let rows = try tables.connection.query(
      "SELECT DISTINCT product_id FROM alerts WHERE \(isOpen) AND product_id IN (\(marks))",
      parameters: products
    ).rows
    return Set(rows.map { $0[0] })
  }

  private var journal: LessonJournal {
    get throws(Failure) {
      LessonJournal(
        database: tables.connection,
        path: try SideFile.path(in: tables.folder, of: tables.connection, making: true)
      )
    }
  }

  /// Who runs the program, as the system knows them; their number where it knows no name.
  private static var loginName: String {
    let number = geteuid()
    return getpwuid(number).map { String(cString: $0.pointee.pw_name) } ?? "uid \(number)"
  }
}
