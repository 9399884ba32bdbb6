package import Assistant
package import Diagnostics
import Presentation
package import SemanticModel

/// Writing an answer to a file, in the format that the file's ending says: csv, json, md or xlsx.
package enum ExportFile {
  /// Whether an answer could be written to a path, before it is asked for.
  ///
  /// - Parameters:
  ///   - path: where the file is to be.
  ///   - replacing: whether a file that is there may be replaced.
  ///   - database: the path of the database, which never may.
  /// - Throws: why it may not be written there.
  package static func check(
    _ path: String,
    replacing: Bool = false,
    database: String? = nil
  ) throws(Failure) {
    _ = try ExportTarget(path, replacing: replacing, database: database)
  }

  /// Writes an answer's table, all at once: a failure leaves what was there as it was.
  ///
  /// - Parameters:
  ///   - answer: what is written.
  ///   - path: where the file is to be.
  ///   - model: the nouns of headings and of the receipt.
  ///   - replacing: whether a file that is there may be replaced.
  ///   - database: the path of the database, which never may.
  /// - Returns: how many rows were written, the header not counted.
  /// - Throws: why nothing was written.
  @discardableResult
  package static func write(
    _ answer: Answer,
    to path: String,
    model: SemanticModel,
    replacing: Bool = false,
    database: String? = nil
  ) throws(Failure) -> Int {
    guard answer.hasTable else { throw .noTable }
    let target = try ExportTarget(path, replacing: replacing, database: database)
    try target.publish { temporary throws(Failure) in
      switch target.format {
      case .csv: try text(answer, model, .csv, target, temporary)
      case .json: try text(answer, model, .json, target, temporary)
      case .markdown: try text(answer, model, .markdown, target, temporary)
      case .xlsx: try WorkbookFile(answer, model, path: path).write(to: temporary)
      }
    }
    return target.format == .json
      ? min(answer.rows.count, AnswerJSON.rowLimit) : answer.rows.count
  }

  private static func text(
    _ answer: Answer,
    _ model: SemanticModel,
    _ format: Renderer.Format,
    _ target: ExportTarget,
    _ temporary: String
  ) throws(Failure) {
    let text = Renderer.render(answer, model: model, format: format)
    // By bytes: CR LF is one character, which does not end in a line feed.
    let end: [UInt8] = text.utf8.last == 0x0A ? [] : [0x0A]
    try TextFile.write(Array(text.utf8) + end, to: temporary, as: target.path)
  }
}
