import Diagnostics
import Files
import Glibc
import Lessons
import SQLiteStore
import Values

/// The text file beside a side file that holds the user's lessons once more, a JSON line each.
///
/// What is computed can be computed again, what was taught cannot: it is written with every lesson and every
/// run, and read back into a side file that had to be begun anew.
struct LessonExport {
  /// Where it is.
  let path: String

  /// That of a side file.
  init(of sideFile: String) {
    path = sideFile + ".lessons.jsonl"
  }

  /// Most bytes that are read: some hundred thousand lessons.
  private static let longest = 1 << 26

  /// Whether there is one.
  var exists: Bool { access(path, F_OK) == 0 }

  /// Puts all lessons in place of what it holds; without any, nothing is made.
  func write(_ lessons: [Lesson]) throws(Failure) {
    guard !lessons.isEmpty else { return }
    let text = lessons.map { LessonRecord.json(of: $0).rendered + "\n" }.joined()
    do throws(FileFault) {
      try PrivateFile(path: path).replace(with: text)
    } catch {
      throw .unwritableFile(path, error: error.code)
    }
  }

  /// Takes all its lessons up into the table of a new side file, inside the caller's transaction.
  ///
  /// Where a line is no lesson, the file is kept under another name as well, as the next lesson rewrites it.
  func readBack(into table: LessonTable) throws(Failure) {
    var isWhole = true
    for line in try read() where !(try table.restore(line)) { isWhole = false }
    if !isWhole { link(path, path + ".damaged-" + LocalTime.stamp) }
  }

  private func read() throws(Failure) -> [String] {
    do throws(FileFault) {
      let bytes = try PrivateFile(path: path).read(atMost: Self.longest).bytes
      return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    } catch {
      throw .unreadableLessons(path, error: error.code)
    }
  }
}
