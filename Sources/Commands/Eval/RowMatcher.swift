import Values

/// Whether the rows of an answer are those of a reference query.
struct RowMatcher {
  let cells: [[AnswerCell]]

  init(rows: [[JSON]]) {
    cells = rows.map { $0.map(AnswerCell.init) }
  }

  /// How the rows are compared.
  enum Mode: Hashable {
    /// The same rows in any order.
    case set
    /// The first rows in the reference's order.
    case ordered
    /// Every value anywhere, the shape being free.
    case flat
  }

  /// Why the rows do not match; nil when they do.
  func mismatch(with gold: [[Value]], _ mode: Mode) -> String? {
    switch mode {
    case .set: setMismatch(gold)
    case .ordered: orderedMismatch(gold)
    case .flat: flatMismatch(gold)
    }
  }

  /// Whether every reference value sits in its own cell of a row.
  static func matches(_ gold: [Value], _ row: [AnswerCell]) -> Bool {
    let candidates = gold.map { value in row.indices.filter { ValueMatcher.same(value, row[$0]) } }
    return Pairing.exists(candidates)
  }

  private func flatMismatch(_ gold: [[Value]]) -> String? {
    let limit = max(12, 4 * gold.count)
    if cells.count > limit { return "\(cells.count) rows, at most \(limit) expected" }
    let flat = cells.flatMap { $0 }
    var candidates: [[Int]] = []
    for value in gold.joined() {
      let found = flat.indices.filter { ValueMatcher.same(value, flat[$0]) }
      if found.isEmpty { return "value \(JSON(value).rendered) not found" }
      candidates.append(found)
    }
    return Pairing.exists(candidates) ? nil : "values not all found"
  }

  private func orderedMismatch(_ gold: [[Value]]) -> String? {
    if cells.count < gold.count { return "\(cells.count) rows, at least \(gold.count) expected" }
    for (index, row) in gold.enumerated() where !Self.matches(row, cells[index]) {
      return "row \(index + 1) differs: expected \(Self.text(row))"
    }
    return nil
  }

  private func setMismatch(_ gold: [[Value]]) -> String? {
    if cells.count != gold.count { return "\(cells.count) rows, \(gold.count) expected" }
    let places = RowPlaces(cells)
    var candidates: [[Int]] = []
    for row in gold {
      let found = (places.rows(for: row) ?? Array(cells.indices)).filter {
        Self.matches(row, cells[$0])
      }
      if found.isEmpty { return "no row for \(Self.text(row))" }
      candidates.append(found)
    }
    return Pairing.exists(candidates) ? nil : "rows do not pair off"
  }

  private static func text(_ row: [Value]) -> String { JSON.array(row.map { JSON($0) }).rendered }
}

/// The rows in which a text or a unit of time stands, so that not every pair of rows is compared.
private struct RowPlaces {
  private var byText: [String: Set<Int>] = [:]
  private var byLabel: [TimeLabel: Set<Int>] = [:]

  init(_ cells: [[AnswerCell]]) {
    for (index, row) in cells.enumerated() {
      for cell in row {
        byText[cell.text, default: []].insert(index)
        for label in cell.labels { byLabel[label, default: []].insert(index) }
      }
    }
  }

  /// The rows that hold all text labels of a reference row; nil when it has none that narrows.
  func rows(for gold: [Value]) -> [Int]? {
    var pool: Set<Int>?
    for case .text(let text) in gold {
      let folded = AnswerCell.plain(text)
      let isNumber =
        (1...4).contains(folded.count) && folded.allSatisfy { ("0"..."9").contains($0) }
      let labels = TimeLabel.labels(of: folded)
      // Weekdays and months may be numbers in the answer.
      if isNumber || labels.contains(where: { $0.weekday != nil || $0.monthOfYear != nil }) {
        continue
      }
      var hits = byText[folded] ?? []
      for label in labels { hits.formUnion(byLabel[label] ?? []) }
      pool = pool.map { $0.intersection(hits) } ?? hits
    }
    return pool?.sorted()
  }
}

/// Pairs every left item with a right one of its own (augmenting paths, Kuhn 1955).
enum Pairing {
  /// Whether each item can have one of its candidates for itself alone.
  static func exists(_ candidates: [[Int]]) -> Bool {
    var owner: [Int: Int] = [:]
    for left in candidates.indices {
      var seen: Set<Int> = []
      guard place(left, candidates, &owner, &seen) else { return false }
    }
    return true
  }

  private static func place(
    _ left: Int,
    _ candidates: [[Int]],
    _ owner: inout [Int: Int],
    _ seen: inout Set<Int>
  ) -> Bool {
    for right in candidates[left] where seen.insert(right).inserted {
      guard let other = owner[right] else {
        owner[right] = left
        return true
      }
      if place(other, candidates, &owner, &seen) {
        owner[right] = left
        return true
      }
    }
    return false
  }
}
