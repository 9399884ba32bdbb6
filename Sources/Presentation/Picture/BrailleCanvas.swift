/// A grid of terminal cells, each of 2 × 4 dots in braille, to draw lines on.
///
/// Each cell belongs to the line that drew on it last; marks stand over dots.
struct BrailleCanvas: Sendable {
  /// What a terminal cell shows.
  struct Cell: Hashable, Sendable {
    fileprivate var dots: UInt16 = 0
    fileprivate var mark: Character?
    /// The line it belongs to; nil when it is empty.
    fileprivate(set) var line: Int?

    /// The mark, or the dots as a braille character; nil for an empty cell.
    var character: Character? {
      if let mark { return mark }
      guard dots != 0, let braille = Unicode.Scalar(0x2800 + dots) else { return nil }
      return Character(braille)
    }
  }

  /// A dot, counted from the left and from the top.
  struct Dot: Hashable, Sendable {
    var x: Int
    var y: Int
  }

  /// Dots of a cell, across and down.
  static let cellSize = (across: 2, down: 4)

  /// The cells, row by row.
  private(set) var rows: [[Cell]]

  init(columns: Int, rows: Int) {
    self.rows = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// Draws the dots of a straight line, both ends included; of a dotted one only every other across.
  mutating func draw(from start: Dot, to end: Dot, line: Int, isDotted: Bool = false) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      let x = Double(start.x) + part * Double(end.x - start.x)
      let y = Double(start.y) + part * Double(end.y - start.y)
      let dot = Dot(x: Int(x.rounded()), y: Int(y.rounded()))
      if !isDotted || dot.x % Self.cellSize.across == 0 { set(dot, line: line) }
    }
  }

  /// Puts a character over the cell of a dot.
  mutating func mark(_ dot: Dot, _ character: Character, line: Int) {
    let (column, row) = (dot.x / Self.cellSize.across, dot.y / Self.cellSize.down)
    rows[row][column].mark = character
    rows[row][column].line = line
  }

  private mutating func set(_ dot: Dot, line: Int) {
    let (column, row) = (dot.x / Self.cellSize.across, dot.y / Self.cellSize.down)
    rows[row][column].dots |= Self.bits[dot.y % Self.cellSize.down][dot.x % Self.cellSize.across]
    // What a mark stands on keeps the colour of the mark.
    if rows[row][column].mark == nil { rows[row][column].line = line }
  }

  /// The bit of each dot in Unicode's braille patterns, row by row.
  private static let bits: [[UInt16]] = [
    [0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80],
  ]
}
