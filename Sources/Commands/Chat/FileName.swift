import Assistant
import Glibc
import Glibc
import Presentation
import SemanticModel
import Values

/// A name for a file that was wanted without one: « chiffre-d-affaires-par-region.xlsx ».
enum FileName {
  /// Most characters before the ending.
  private static let longest = 60

  /// The name of an answer's file, one that is not there yet.
  static func of(_ answer: Answer, ending: String, _ model: SemanticModel) -> String {
    let words = Fold.fold(Renderer.title(answer, model: model))
      .split { !($0.isLetter || $0.isNumber) || !$0.isASCII }
    var name = ""
    for word in words where name.count + word.count < longest {
      name += name.isEmpty ? String(word) : "-" + word
    }
    return free(name.isEmpty ? "optiflow" : name, ending)
  }

  private static func free(_ name: String, _ ending: String) -> String {
    let first = "\(name).\(ending)"
    guard isTaken(first) else { return first }
    return (2...999).lazy.map { "\(name)-\($0).\(ending)" }.first { !isTaken($0) } ?? first
  }

  private static func isTaken(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
