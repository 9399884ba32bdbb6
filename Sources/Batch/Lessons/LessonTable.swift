import Diagnostics
import Lessons
import SQLiteStore
import Values

/// The journal of lessons in an open side file.
struct LessonTable {
  let file: Connection

  init(_ file: Connection) {
    self.file = file
  }

  /// The name of the change that made the table.
  static let migration = "lessons"

  /// SQL of a number that grows with each lesson, and each undoing, that forecasts depend on.
  static let revision =
    "SELECT COUNT(*) + COUNT(undone_at) FROM optiflow_lessons WHERE kind <> '\(LessonRecord.Kind.alertHandled.rawValue)'"

  private static let names = LessonRecord.columns.joined(separator: ", ")

  /// All of them, the oldest first; a row this program cannot read is left out.
  func lessons() throws(Failure) -> [Lesson] {
    try file.query("SELECT \(Self.names) FROM optiflow_lessons ORDER BY id", limit: .max).rows
      .compactMap { Lesson($0) }
  }

  /// Adds one behind the others, inside the caller's transaction.
  func add(_ content: LessonContent, author: String, at time: String) throws(Failure) -> Lesson {
    let last = try file.query("SELECT COALESCE(MAX(id), 0) FROM optiflow_lessons").rows
    let id = Int(last.first?.first?.number ?? 0) + 1
    let lesson = Lesson(id: id, content: content, author: author, madeAt: time)
    try file.prepareInsert(into: "optiflow_lessons", columns: LessonRecord.columns)
      .insert(values: LessonRecord.values(of: lesson))
    return lesson
  }

  /// Marks one as undone, inside the caller's transaction.
  func undo(_ lesson: Lesson, at time: String) throws(Failure) {
    try file.execute(
      "UPDATE optiflow_lessons SET undone_at = ? WHERE id = ? AND undone_at IS NULL",
      parameters: [.text(time), .integer(Int64(lesson.id))]
    )
  }

  /// Takes up a line of the exported file; one whose number is there already, or that is no lesson, is left out.
  ///
  /// - Returns: whether it is a lesson.
  func restore(_ line: String) throws(Failure) -> Bool {
    let isJSON = try file.query("SELECT json_valid(?)", parameters: [.text(line)]).rows
    guard isJSON.first?.first?.number == 1 else { return false }
    let members = LessonRecord.columns.map { "json_extract(?1, '$.\($0)')" }
      .joined(separator: ", ")
    let row = try file.query("SELECT \(members)", parameters: [.text(line)]).rows.first
    guard let lesson = row.flatMap({ Lesson($0) }) else { return false }
    let marks = LessonRecord.columns.map { _ in "?" }.joined(separator: ", ")
    try file.execute(
      "INSERT OR IGNORE INTO optiflow_lessons(\(Self.names)) VALUES (\(marks))",
      parameters: LessonRecord.values(of: lesson)
    )
    return true
  }
}
