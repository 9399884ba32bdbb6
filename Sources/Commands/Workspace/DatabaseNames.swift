import Diagnostics
import Planning
import SQLiteStore
import SemanticModel
import ValueIndex
import Values

/// The names of a database, indexed once for each state of it and kept in the side folder.
struct DatabaseNames {
  let index: ValueIndex
  let dimensions: [String]

  /// Version of the stored form: of the index, and of the dimensions put in it (FNV-1a over their names).
  private static func version(of dimensions: [Dimension]) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in dimensions.map(\.name).joined(separator: ",").utf8 {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    return 3 << 32 | Int(hash)
  }

  private static let kind = "names"
  /// Most names read of one dimension.
  private static let limit = 3_000_000

  /// The index kept for this state of the database and this corpus, else a new one.
  static func load(
    _ connection: Connection,
    planner: QueryPlanner,
    folder: SideFolder,
    fingerprint: DatabaseFingerprint
  ) throws(Failure) -> DatabaseNames {
    let dimensions = planner.model.dimensions.values
      .filter {
        $0.policy != .none && !($0.isEntity && $0.key == $0.label) && planner.hasValues($0)
      }
      .sorted { $0.name < $1.name }
    let version = Self.version(of: dimensions)
    let kept = folder.withFile(kind, version: version, of: fingerprint) { descriptor, offset in
      try? ValueIndex(mapping: descriptor, from: offset)
    }
    if let index = kept ?? nil {
      return DatabaseNames(index: index, dimensions: dimensions.map(\.name))
    }
    var names: [IndexedName] = []
    for (number, dimension) in dimensions.enumerated() {
      try read(dimension, number, connection, planner, into: &names)
    }
    let index = ValueIndex(names: names)
    _ = folder.write(index.bytes, as: kind, version: version, of: fingerprint)
    return DatabaseNames(index: index, dimensions: dimensions.map(\.name))
  }

  private static func read(
    _ dimension: Dimension,
    _ number: Int,
    _ connection: Connection,
    _ planner: QueryPlanner,
    into names: inout [IndexedName]
  ) throws(Failure) {
    var seen: Set<Value> = []
    for statement in planner.valueStatements(of: dimension) {
      let rows = try connection.query(statement, deadline: .seconds(120), limit: limit).rows
      for row in rows where !row[0].isNull && seen.insert(row[0]).inserted {
        let name: String? =
          switch row[1] {
          case .text(let text): text
          case .integer(let value): String(value)
          case .real, .null: nil
          }
        guard let name, !name.isEmpty else { continue }
        names.append(IndexedName(dimension: number, key: row[0], name: name))
      }
    }
  }
}
