import Planning
import SemanticModel
import Values

/// One figure by two keys as a grid: time or the larger key down, the other across.
///
/// ```
/// Mois         Mobilier  Technologie
/// ──────────── ───────── ───────────
/// janvier 2018  120,00 €     80,00 €
/// ```
struct CrossTable: Sendable {
  let view: ResultView

  /// Members of a dimension that are still read across.
  private static let mostAcross = 6

  /// The grid, whole and at its full width; nil where the rows say it better.
  ///
  /// Ranks, comparisons and several figures keep their rows, and so do pairs that are there twice.
  func table(_ options: Renderer.Options) -> TextTable? {
    let keys = view.keys
    guard keys.count == 2, view.columns.count == 3, let figure = view.mainColumn,
      view.query.limit == nil
    else { return nil }
    let sides = keys.map { Side($0.column, $0.key, view) }
    // Each product has its one supplier: a grid would be all but empty.
    guard
      sides.contains(where: \.isTime) || sides.allSatisfy({ $0.members.count < view.rows.count })
    else { return nil }
    let layouts = [(sides[0], sides[1]), (sides[1], sides[0])]
      .filter { $0.members.count > 1 && $1.canBeAcross(most: Self.mostAcross) }
      .sorted { $0.0.isBetterDown(than: $1.0) }
    for (down, across) in layouts {
      let rows = ShownRows(total: down.members.count, limit: options.rowLimit)
      guard rows.shown == rows.total, let cells = cells(down, across, figure) else { continue }
      let table = TextTable(table: cells, width: options.width, color: options.color)
      if table.fits { return table }
    }
    return nil
  }

  /// A key and its members: in order of time, or as the rows have them.
  private struct Side {
    let column: Int
    let key: Key
    let isTime: Bool
    let members: [Value]

    init(_ column: Int, _ key: Key, _ view: ResultView) {
      self.column = column
      self.key = key
      if case .time = key { isTime = true } else { isTime = false }
      var seen: Set<Value> = []
      let found = view.rows.map { $0[column] }.filter { seen.insert($0).inserted }
      members = isTime ? found.sorted { $0.isLess(than: $1) } : found
    }

    func canBeAcross(most: Int) -> Bool { members.count > 1 && (isTime || members.count <= most) }

    func isBetterDown(than other: Side) -> Bool {
      isTime == other.isTime ? members.count > other.members.count : isTime
    }
  }

  /// The cells of the grid; nil when a pair is there twice.
  private func cells(_ down: Side, _ across: Side, _ figure: Int) -> CellTable? {
    var rows: [Value: [Value: [Value]]] = [:]
    for row in view.rows {
      let old = rows[row[down.column], default: [:]].updateValue(row, forKey: row[across.column])
      if old != nil { return nil }
    }
    let cells = down.members.map { member -> [TableCell] in
      let pairs = rows[member] ?? [:]
      let heading = pairs.values.first.map { view.tableCell($0, down.column) }
      let figures = across.members.map { pairs[$0].map { view.tableCell($0, figure) } }
      return [heading ?? TableCell("")] + figures.map { $0 ?? TableCell("") }
    }
    return CellTable(
      headers: [view.voice.noun(of: down.key).text.capitalisedFirst]
        + across.members.map { view.voice.member($0, of: across.key) },
      cells: cells,
      isNumeric: [false] + across.members.map { _ in true }
    )
  }
}
