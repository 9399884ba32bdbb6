import Assistant
import Planning
import SemanticModel
import Values

/// The rows of an answer by what their columns mean.
struct ResultView: Sendable {
  let query: Query
  let columns: [PlannedColumn]
  let rows: [[Value]]
  let voice: Voice
  /// What was before a forecast along time.
  let history: Answer.Series?
  /// The forecast of all rows together.
  let whole: Answer.Series?

  init(_ answer: Answer, query: Query, voice: Voice) {
    self.query = query
    columns = answer.columns
    rows = answer.rows
    history = answer.history
    whole = answer.whole
    self.voice = voice
  }

  /// The rows told beside an answer.
  init(_ series: Answer.Series, voice: Voice) {
    query = series.query
    columns = series.columns
    rows = series.rows
    history = nil
    whole = nil
    self.voice = voice
  }

  /// The column with this role.
  func column(_ role: PlannedColumn.Role) -> Int? {
    columns.firstIndex { $0.role == role }
  }

  /// The keys shown, with their columns, left to right.
  var keys: [(column: Int, key: Key)] {
    columns.indices.compactMap { index in
      guard case .key(let key) = columns[index].role else { return nil }
      return (index, key)
    }
  }

  /// The columns of second aggregations.
  var rollupColumns: [Int] {
    columns.indices.filter { if case .rollup = columns[$0].role { true } else { false } }
  }

  /// The measure that sentences speak of: the one that orders the rows, else the first.
  var mainMeasure: Int {
    switch query.order?.subject {
    case .measure(let index), .change(let index), .difference(let index): index
    case .key, nil: 0
    }
  }

  /// The column that shows a measure: its share where a share was asked.
  func shownColumn(ofMeasure index: Int) -> Int? {
    if query.measures.indices.contains(index), query.measures[index].display == .share,
      let share = column(.share(index))
    {
      return share
    }
    return column(.measure(index))
  }

  /// The column that sentences speak of.
  var mainColumn: Int? {
    rollupColumns.first ?? shownColumn(ofMeasure: mainMeasure) ?? countedColumn
  }

  /// The figure of rows that an analysis names itself: the column behind the names, where it is of one unit.
  private var countedColumn: Int? {
    guard keys.isEmpty, let next = nameColumns.last.map({ $0 + 1 }), next < columns.count,
      columns[next].unit != .text, computedColumn(next)?.followsFigure == false
    else { return nil }
    return next
  }

  /// The same column for pictures; nil where it holds days or words.
  var drawnColumn: Int? {
    mainColumn.flatMap { [.date, .text].contains(columns[$0].unit) ? nil : $0 }
  }

  /// A cell as it stands in a sentence.
  func text(_ row: [Value], _ column: Int) -> String {
    let planned = columns[column]
    switch planned.role {
    case .key(let key), .detail(let key): return voice.member(row[column], of: key)
    case .difference:
      return row[column].number.map { voice.difference($0, planned.unit) } ?? "—"
    case .change: return row[column].number.map { voice.change($0) } ?? "—"
    case .share: return voice.figure(row[column], .percent)
    case .measure(let index) where planned.unit == .text:
      return voice.word(row[column], of: query.measures[index].metric)
    case .measure, .lower, .upper, .previous, .rollup:
      return voice.figure(row[column], planned.unit)
    case .computed(let name):
      return computed(row, column, voice.column(name, of: query))
    }
  }

  /// A cell of a column that an analysis adds.
  private func computed(_ row: [Value], _ place: Int, _ column: Analysis.Column?) -> String {
    let value = row[place]
    guard let column else { return voice.figure(value, columns[place].unit) }
    if let words = column.words[voice.storedText(value)] { return words[voice.tongue] }
    if column.namesFigures, let metric = value.text.flatMap({ voice.model.metrics[$0] }) {
      return voice.name(metric).capitalisedFirst
    }
    let unit = column.followsFigure ? rowUnit(row) : columns[place].unit
    if column.isChange { return value.number.map { voice.change($0) } ?? "—" }
    if column.isSigned, let number = value.number { return voice.difference(number, unit) }
    return voice.figure(value, unit)
  }

  /// What the corpus says of a column that an analysis adds; nil for other columns.
  private func computedColumn(_ place: Int) -> Analysis.Column? {
    guard case .computed(let name) = columns[place].role else { return nil }
    return voice.column(name, of: query)
  }

  /// The columns that say what a row is of: keys, else those of the analysis that do.
  var nameColumns: [Int] {
    keys.isEmpty
      ? columns.indices.filter { computedColumn($0)?.namesRow == true } : keys.map(\.column)
  }

  /// The unit of the figure that a row names.
  private func rowUnit(_ row: [Value]) -> Metric.Unit {
    let name = columns.indices.first { computedColumn($0)?.namesFigures == true }
      .flatMap { row[$0].text }
    return name.flatMap { voice.model.metrics[$0]?.unit } ?? .number
  }

  /// « entre 60 et 90 quatre fois sur cinq », "between 60 and 90 four times out of five"; nil without an interval.
  func interval(_ row: [Value], ofMeasure index: Int) -> String? {
    guard let low = column(.lower(index)), let high = column(.upper(index)),
      !row[low].isNull, !row[high].isNull
    else { return nil }
    let (from, to) = (text(row, low), text(row, high))
    return voice.pick(
      "entre \(from) et \(to) quatre fois sur cinq",
      "between \(from) and \(to) four times out of five"
    )
  }

  /// What a row is about: « Technology », « Technology, janvier 2018 ».
  func members(_ row: [Value]) -> String {
    nameColumns.map { name(row, $0) }.joined(separator: keys.isEmpty ? " – " : ", ")
  }

  /// A name as it stands in a sentence: « n° 4282 » for what is only numbered.
  func name(_ row: [Value], _ column: Int) -> String {
    let text = text(row, column)
    guard let key = columns[column].role.shownKey, voice.isNumbered(key),
      row[column].number != nil
    else { return text }
    return voice.pick("n° ", "no. ") + text
  }

  /// « Technology (271 730,81 $US) ».
  func membersWithFigure(_ row: [Value]) -> String {
    guard let column = mainColumn else { return members(row) }
    return "\(members(row)) (\(text(row, column)))"
  }

  /// The rows with a known figure in a column.
  func known(_ column: Int) -> [[Value]] {
    rows.filter { !$0[column].isNull }
  }
}
