import Diagnostics

/// What a file is written as; its ending says it.
enum ExportFormat: Hashable, Sendable {
  case csv, json, markdown, xlsx

  /// The format of a path's ending, in capitals or not.
  init(path: String) throws(Failure) {
    switch FilePath(path).ending?.lowercased() {
    case "csv": self = .csv
    case "json": self = .json
    case "md", "markdown": self = .markdown
    case "xlsx": self = .xlsx
    default: throw .unknownEnding(of: path)
    }
  }
}
