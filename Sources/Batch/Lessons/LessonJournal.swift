package import Diagnostics
package import Lessons
package import SQLiteStore
import Values

/// What the user taught about a database: kept in its side file, and in a text file beside it.
package struct LessonJournal: Sendable {
  /// The user's database, which is only read.
  package let database: Connection
  /// The side file; its folder must exist where something is written.
  package let path: String
  /// How long to wait for a run that writes the side file.
  package let patience: Duration

  package init(database: Connection, path: String, patience: Duration = .seconds(60)) {
    self.database = database
    self.path = path
    self.patience = patience
  }

  /// All lessons, the oldest first, undone ones too.
  ///
  /// A side file that is missing or damaged is begun anew where lessons were exported beside it.
  ///
  /// - Throws: "batch.busy" and what `ComputedFile.open` throws.
  package func lessons() throws(Failure) -> [Lesson] {
    if let lessons = try? LessonTable(Connection.readOnly(path: path)).lessons() { return lessons }
    guard LessonExport(of: path).exists else { return [] }
    return try writing { (table) throws(Failure) in try table.lessons() }
  }

  /// Notes a lesson.
  ///
  /// - Parameters:
  ///   - content: what was taught.
  ///   - author: the login name of who did.
  /// - Returns: the lesson with its number.
  /// - Throws: "batch.busy", "batch.not-writable", and what `ComputedFile.open` throws; then nothing is noted.
  package func note(_ content: LessonContent, author: String) throws(Failure) -> Lesson {
    try writing { (table) throws(Failure) in
      let lesson = try table.add(content, author: author, at: LocalTime.now)
      // Before the transaction ends: what was told to be noted is in both.
      try LessonExport(of: path).write(try table.lessons())
      return lesson
    }
  }

  /// Marks a lesson as undone.
  ///
  /// - Parameter id: its number; nil for the last one that holds.
  /// - Returns: the lesson.
  /// - Throws: "lesson.unknown" where there is none such that holds, and what `note` throws.
  package func undo(_ id: Int?) throws(Failure) -> Lesson {
    try writing { (table) throws(Failure) in
      let time = LocalTime.now
      let holding = try table.lessons().filter(\.isInForce)
      guard let lesson = id == nil ? holding.last : holding.first(where: { $0.id == id }) else {
        throw .unknownLesson(id)
      }
      try table.undo(lesson, at: time)
      try LessonExport(of: path).write(try table.lessons())
      return Lesson(
        id: lesson.id,
        content: lesson.content,
        author: lesson.author,
        madeAt: lesson.madeAt,
        undoneAt: time
      )
    }
  }

  /// Changes the journal in one transaction, while nobody else writes the side file.
  private func writing<Result>(
    _ body: (LessonTable) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try ComputedFile.refuse(path, ifSameAs: database.path)
    let lock = try ComputedLock.take(for: path, patience: patience)
    defer { withExtendedLifetime(lock) {} }
    let file = try ComputedFile.open(path, for: database).connection
    return try file.transaction { () throws(Failure) in try body(LessonTable(file)) }
  }
}
