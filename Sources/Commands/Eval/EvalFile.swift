import Diagnostics
import Values
import VectorIndex

/// A file of test cases, one JSON object a line: questions, or date phrases.
enum EvalFile {
  case questions([EvalQuestion])
  case phrases([DatePhrase])

  /// Reads a file; what its first line is decides for all of them.
  static func read(_ path: String) throws(Failure) -> EvalFile {
    let bytes: [UInt8]
    do throws(VectorIndexError) {
      bytes = try VectorFile.read(path)
    } catch {
      throw missing(path)
    }
    var objects: [(line: Int, json: JSON)] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let json = try? JSONReader.read(String(line)) else { throw bad(path, index + 1) }
      objects.append((index + 1, json))
    }
    guard let first = objects.first else { throw empty(path) }
    guard first.json["question"] != nil else {
      return .phrases(
        try objects.map { line, json throws(Failure) in
          guard let phrase = DatePhrase(json) else { throw bad(path, line) }
          return phrase
        }
      )
    }
    return .questions(
      try objects.map { line, json throws(Failure) in
        guard let question = EvalQuestion(json) else { throw bad(path, line) }
        return question
      }
    )
  }

  private static func missing(_ path: String) -> Failure {
    Failure(
      .usage,
      code: "eval.missing",
      french: "Le fichier \(path) est introuvable ou illisible.",
      english: "The file \(path) is not there or cannot be read.",
      frenchHint: "Exemple : optiflow eval questions.jsonl --db-dir bases",
      englishHint: "Example: optiflow eval questions.jsonl --db-dir databases"
    )
  }

  private static func empty(_ path: String) -> Failure {
    Failure(
      .usage,
      code: "eval.empty",
      french: "Le fichier \(path) ne contient aucune ligne.",
      english: "The file \(path) has no line."
    )
  }

  private static func bad(_ path: String, _ line: Int) -> Failure {
    Failure(
      .usage,
      code: "eval.bad-line",
      french: "\(path):\(line) n'est pas un cas complet.",
      english: "\(path):\(line) is not a complete case.",
      frenchHint:
        "Une question a id, db, as_of, lang, question, kind ; une date a text, as_of, start, end.",
      englishHint:
        "A question has id, db, as_of, lang, question, kind; a date has text, as_of, start, end."
    )
  }
}
