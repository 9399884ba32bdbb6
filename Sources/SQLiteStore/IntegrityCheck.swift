package import Diagnostics
import Values

/// SQLite's own checks of a database, run through its guard.
struct IntegrityCheck {
  /// The database.
  let handle: Handle
  /// When to give up; nil for never.
  var deadline: ContinuousClock.Instant?
  /// A switch that stops it.
  var cancellation: Cancellation?

  /// Faults that are told at most: those after the first ones say nothing new.
  private static let faultLimit = 20

  /// What is wrong with pages, indexes and rows, in SQLite's words; empty when they are sound.
  ///
  /// CHECK constraints are not looked at: SQLite does not read them where it may not write.
  func faults() throws(Failure) -> [String] {
    var texts: [String] = []
    try run(.quick, "\(Self.faultLimit)") { row in texts += row.compactMap(\.text) }
    // Faults of pages come as one text of many lines under "*** in database main ***".
    let lines = texts.flatMap { $0.split(separator: "\n") }.filter {
      $0 != "ok" && !$0.hasPrefix("*** in database ")
    }
    return lines.prefix(Self.faultLimit).map { String($0) }
  }

  /// The tables that refer to missing rows, and how often: `sales: references to missing rows: 12`.
  func brokenReferences() throws(Failure) -> [String] {
    let names = try handle.select(
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
      deadline: deadline,
      cancellation: cancellation
    )
    var sentences: [String] = []
    for name in names.rows.compactMap({ $0.first?.text }) {
      if let sentence = try brokenReferences(of: name) { sentences.append(sentence) }
    }
    return sentences
  }

  private func brokenReferences(of table: String) throws(Failure) -> String? {
    do throws(Failure) {
      var count = 0
      try run(.foreignKeys, quoted(identifier: table)) { _ in count += 1 }
      return count == 0 ? nil : "\(table): references to missing rows: \(count)"
    } catch {
      // A foreign key that cannot work at all ("foreign key mismatch") is a finding, too.
      guard error.code == "db.query-failed" else { throw error }
      return "\(table): \(handle.message)"
    }
  }

  private func run(
    _ check: Authorizer.Check,
    _ argument: String,
    _ body: ([Value]) -> Void
  ) throws(Failure) {
    do throws(Failure) {
      try handle.run(check, argument, deadline: deadline, cancellation: cancellation, body)
    } catch {
      throw error.code == "db.too-slow" ? .checkTooSlow(of: handle.path) : error
    }
  }
}

extension Connection {
  /// What SQLite finds wrong with the database; empty when it is sound.
  ///
  /// `["NULL value in products.name", "sales: references to missing rows: 12"]`
  ///
  /// - Parameters:
  ///   - deadline: how long all of it may take.
  ///   - cancellation: a switch to stop it from elsewhere.
  /// - Returns: at most twenty faults in SQLite's words, then one sentence for each table with
  ///   broken references.
  /// - Throws: "db.check-too-slow", "db.interrupted", "db.corrupt" when the damage forbids even looking,
  ///   and what can befall the file.
  package func check(
    deadline: Duration = .seconds(120),
    cancellation: Cancellation? = nil
  ) throws(Failure) -> [String] {
    let end = ContinuousClock.now + deadline
    return try withHandle { (handle) throws(Failure) in
      let check = IntegrityCheck(handle: handle, deadline: end, cancellation: cancellation)
      return try check.faults() + check.brokenReferences()
    }
  }
}
