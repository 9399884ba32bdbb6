import Assistant
import Diagnostics
import Planning
import Presentation
import SemanticModel
import Values

/// Commands that tell what there is: tables, columns, figures.
extension ChatSession {
  /// The tables and their rows.
  var tables: String {
    let rows = session.database.context.facts.rowCounts.sorted { $0.key < $1.key }
    let numbers = NumberFormat(interface)
    let width = rows.map(\.key.count).max() ?? 0
    let counts = rows.map { numbers.count(Double($0.value)) }
    let room = counts.map(\.count).max() ?? 0
    return zip(rows, counts).map { row, count in
      "  " + row.key + String(repeating: " ", count: width - row.key.count + 2 + room - count.count)
        + count
    }.joined(separator: "\n")
  }

  /// « /schema products »: the columns of a table, or of all.
  func schema(_ rest: String) -> String {
    let facts = session.database.context.facts
    let names = facts.rowCounts.keys.sorted()
    guard !rest.isEmpty else {
      return names.map { line($0, facts.columns[$0] ?? []) }.joined(separator: "\n")
    }
    guard let name = names.first(where: { Fold.fold($0) == Fold.fold(rest) }) else {
      return unknownTable(rest)
    }
    return line(name, facts.columns[name] ?? [])
  }

  private func line(_ table: String, _ columns: Set<String>) -> String {
    "  \(table): " + columns.sorted().joined(separator: ", ")
  }

  /// There is no such table; the nearest one.
  func unknownTable(_ name: String) -> String {
    let near = nearest(to: name, among: session.database.context.facts.rowCounts.keys.sorted())
    return interface.pick(
      "La base n'a pas de table « \(name) »."
        + (near.map { " Vouliez-vous dire « \($0) »\u{202F}?" } ?? " /tables les liste."),
      "The database has no table “\(name)”."
        + (near.map { " Did you mean “\($0)”?" } ?? " /tables lists them.")
    )
  }

  /// « /indicateurs marge »: the figures that can be asked for, those with a word where one is given.
  func figures(_ rest: String) -> String {
    let word = Fold.fold(rest)
    let found = model.metrics.values.filter { metric in
      word.isEmpty
        || Tongue.allCases.contains { Fold.fold(metric.noun.singular[$0]).contains(word) }
    }
    if found.isEmpty {
      return interface.pick(
        "Aucun chiffre ne s'appelle ainsi. /indicateurs les liste tous.",
        "No figure is called that. /metrics lists them all."
      )
    }
    let lines = found.map { metric -> String in
      let name = metric.noun.singular[interface]
      return word.isEmpty ? "  \(name)" : "  \(name) — \(metric.description[interface])"
    }
    return lines.sorted().joined(separator: "\n")
  }
}
