import Diagnostics
import Glibc

extension Failure {
  /// No lesson of that number holds, or none at all.
  static func unknownLesson(_ id: Int?) -> Failure {
    Failure(
      .usage,
      code: "lesson.unknown",
      french: id.map { "Il n’y a pas de leçon \($0) à annuler." }
        ?? "Il n’y a pas de leçon à annuler.",
      english: id.map { "There is no lesson \($0) to undo." } ?? "There is no lesson to undo.",
      frenchHint: "« optiflow learn list » les liste.",
      englishHint: "\"optiflow learn list\" lists them."
    )
  }

  /// The exported lessons are there and cannot be read.
  static func unreadableLessons(_ path: String, error: Int32) -> Failure {
    let reason = String(cString: strerror(error))
    return Failure(
      .environment,
      code: "lesson.not-readable",
      french: "Impossible de relire ce qui a été appris dans \(path) (\(reason)).",
      english: "What was taught cannot be read back from \(path) (\(reason)).",
      frenchHint: "Vérifiez le droit de lire ce fichier, ou mettez-le ailleurs.",
      englishHint: "Check that you may read the file, or put it elsewhere."
    )
  }
}
