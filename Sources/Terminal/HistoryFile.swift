import Diagnostics
import Files

/// The file of a history: one entry a line.
struct HistoryFile {
  private let file: PrivateFile

  /// Most bytes that are read: the newest.
  private static let longestFile = 1 << 23

  init(path: String) {
    file = PrivateFile(path: path)
  }

  /// The entries, oldest first; none when there is no file yet.
  func entries() throws(Failure) -> [String] {
    do throws(FileFault) {
      let (bytes, isCut) = try file.read(atMost: Self.longestFile)
      // The first line of a cut file may have lost its beginning.
      return bytes.split(separator: 0x0A).dropFirst(isCut ? 1 : 0)
        .map { Self.unescaped(String(decoding: $0, as: UTF8.self)) }
    } catch {
      throw .unreadableHistory(file.path, error: error.code)
    }
  }

  /// Adds an entry at the end.
  func append(_ entry: String) throws(Failure) {
    do throws(FileFault) {
      try file.append(Self.escaped(entry) + "\n")
    } catch {
      throw .unwritableHistory(file.path, error: error.code)
    }
  }

  /// Puts entries in place of all.
  func replace(with entries: [String]) throws(Failure) {
    do throws(FileFault) {
      try file.replace(with: entries.map { Self.escaped($0) + "\n" }.joined())
    } catch {
      throw .unwritableHistory(file.path, error: error.code)
    }
  }

  private static func escaped(_ entry: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\".unicodeScalars
      case "\n": result += "\\n".unicodeScalars
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func unescaped(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        result.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
