import Foundation
import Language
import Testing
import Values

/// One phrase of a corpus file, with the value it must have.
struct CorpusCase {
  let phrase: String
  let expected: String
  let now: CalendarDay
  let line: Int
}

/// A file of phrases: values at the margin, phrasings indented below them.
struct CorpusFile: CustomTestStringConvertible {
  let path: String
  let name: String

  var testDescription: String { name }

  /// Every corpus file beside this source file.
  static let all: [CorpusFile] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "Corpora"
    )
    return ["fr", "en"].flatMap { tongue in
      let folder = root.appending(path: tongue)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
        CorpusFile(path: folder.appending(path: name).path, name: "\(tongue)/\(name)")
      }
    }
  }()

  /// The cases of the file, in order.
  func cases() throws -> [CorpusCase] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var now: CalendarDay?
    var expected = ""
    var cases: [CorpusCase] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.isEmpty { continue }
      if line.hasPrefix("now ") {
        now = CalendarDay(iso: line.dropFirst(4))
      } else if line.hasPrefix("  ") {
        let day = try #require(now, "no clock before line \(index + 1) of \(name)")
        let phrase = String(line.dropFirst(2))
        cases.append(CorpusCase(phrase: phrase, expected: expected, now: day, line: index + 1))
      } else {
        expected = String(line)
      }
    }
    return cases
  }
}

extension TimeSpan.Meaning {
  /// The form corpus files use.
  var corpusForm: String {
    switch self {
    case .period(let period):
      var words = [period.start?.iso ?? "…", period.end?.iso ?? "…"]
      if let grain = period.grain { words.append(grain.rawValue) }
      if period.isPartial { words.append("partial") }
      return words.joined(separator: " ")
    case .comparison(.yearBefore): return "year before"
    case .comparison(.unitBefore(let grain)):
      return grain.map { "unit before \($0.rawValue)" } ?? "unit before"
    case .grain(let grain, let each): return (each ? "each " : "asked ") + grain.rawValue
    }
  }
}
