import Presentation
import Values

/// A diagnosis for people.
struct DiagnosisText {
  let diagnosis: Diagnosis
  let tongue: Tongue

  private var numbers: NumberFormat { NumberFormat(tongue) }
  private var dates: DateFormat { DateFormat(tongue) }

  /// The blocks, without a final newline.
  var rendered: String {
    [head, tables, lacks, dirt, gaps].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private func pick(_ french: String, _ english: String) -> String { tongue.pick(french, english) }

  private func count(_ number: Int) -> String { numbers.count(Double(number)) }

  private var head: [String] {
    Columns.lines([
      [pick("Base", "Database"), "\(diagnosis.path) (\(size))"],
      [pick("Aujourd'hui", "Today is"), dates.day(diagnosis.now)],
      [pick("Monnaie", "Currency"), diagnosis.currency],
      [
        pick("Questions", "Questions"),
        pick(
          "\(diagnosis.offered) indicateurs, axes et groupes utilisables sur \(diagnosis.known)",
          "\(diagnosis.offered) figures, dimensions and groups usable of \(diagnosis.known)"
        ),
      ],
    ])
  }

  private var size: String {
    let megabytes = Double(diagnosis.size) / 1_000_000
    let text = numbers.decimal(megabytes, digits: megabytes < 10 ? 1 : 0)
    return text + pick("\u{202F}Mo", " MB")
  }

  private var tables: [String] {
    let heading = [pick("Table", "Table"), pick("Lignes", "Rows"), pick("Dates", "Dates")]
    let rows = diagnosis.tables.map { table in
      let ranges = table.ranges.map { "\($0.column) \($0.first.iso) → \($0.last.iso)" }
      return [table.name, count(table.rowCount), ranges.joined(separator: ", ")]
    }
    return Columns.lines([heading] + rows, right: [1])
  }

  private var lacks: [String] {
    var lines: [String] = []
    if !diagnosis.missingTables.isEmpty {
      lines.append(
        pick("Tables absentes : ", "Missing tables: ")
          + diagnosis.missingTables.joined(separator: ", ")
      )
    }
    for table in diagnosis.tables where !table.missing.isEmpty {
      lines.append(
        pick("Colonnes absentes ou vides de ", "Columns missing or empty in ")
          + table.name + pick(" : ", ": ") + table.missing.joined(separator: ", ")
      )
    }
    if !diagnosis.otherTables.isEmpty {
      lines.append(
        pick("Tables non lues : ", "Tables not read: ")
          + diagnosis.otherTables.joined(separator: ", ")
      )
    }
    return lines
  }

  private var dirt: [String] {
    guard !diagnosis.dirt.isEmpty else {
      return [pick("Aucune valeur illisible.", "No unreadable value.")]
    }
    let title = pick(
      "Valeurs illisibles, laissées de côté (dates qui n'en sont pas, nombres qui n'en sont pas) :",
      "Unreadable values, left out (dates that are none, numbers that are none):"
    )
    let rows = diagnosis.dirt.map {
      [$0.column, count($0.count), pick("sur ", "of ") + count($0.rowCount)]
    }
    return [title] + Columns.lines(rows, right: [1], indent: 2)
  }

  /// What is switched off, gathered by what would switch it on.
  private var gaps: [String] {
    guard !diagnosis.gaps.isEmpty else {
      return [pick("Rien n'est désactivé.", "Nothing is switched off.")]
    }
    var causes: [String] = []
    for gap in diagnosis.gaps where !causes.contains(gap.cause) { causes.append(gap.cause) }
    let rows = causes.map { cause in
      let labels = diagnosis.gaps.filter { $0.cause == cause }.map { $0.label[tongue] }
      return [pick("sans ", "without ") + cause, labels.joined(separator: ", ")]
    }
    return [pick("Désactivé :", "Switched off:")] + Columns.lines(rows, indent: 2)
  }
}
