import Batch
import Assistant
import Diagnostics
import Glibc
import Planning
import Presentation
import SQLiteStore
import Values

/// Commands about the database itself: « /db stats », check, backup, query.
extension ChatSession {
  /// The file, its size, its days, and the rows of each table.
  var statistics: String {
    let numbers = NumberFormat(interface)
    let context = session.database.context
    var lines = [session.database.connection.path]
    if let size = try? session.database.connection.fingerprint().size {
      lines.append(
        interface.pick("Taille\u{202F}: ", "Size: ") + numbers.count(Double(size / 1024))
          + interface.pick(" Kio", " KiB")
      )
    }
    if let sales = context.facts.ranges[.init("sales_history", "order_date")] {
      let days = (
        DateFormat(interface).day(sales.lowerBound), DateFormat(interface).day(sales.upperBound)
      )
      lines.append(
        interface.pick("Ventes\u{202F}: du \(days.0) au \(days.1)", "Sales: \(days.0) to \(days.1)")
      )
    }
    return (lines + [tables]).joined(separator: "\n")
  }

  /// Whether the file is sound, and which cells cannot be read.
  var check: String {
    do throws(Failure) {
      let faults = try Interruption.whileQuerying { () throws(Failure) in
        try session.database.connection.check(cancellation: Interruption.cancellation)
      }
      let unreadable = session.database.context.unreadable.sorted {
        ($0.key.table, $0.key.name) < ($1.key.table, $1.key.name)
      }
      let dirty = unreadable.map { column, count in
        "  \(column.table).\(column.name)\(interface == .french ? "\u{202F}" : ""): "
          + interface.pick(
            "\(count) valeurs illisibles, écartées des calculs",
            "\(count) values that cannot be read, left out of the figures"
          )
      }
      let head =
        faults.isEmpty
        ? interface.pick("La base est saine.", "The database is sound.")
        : interface.pick("La base a des défauts\u{202F}:", "The database has faults:")
      return ([head] + faults.map { "  " + $0 } + dirty).joined(separator: "\n")
    } catch {
      return describe(error)
    }
  }

  /// « /db backup copie.db »: a consistent copy while the database is in use.
  func backup(_ rest: String) -> String {
    let words = rest.split(separator: " ").map(String.init)
    guard let path = words.first(where: { $0 != "--force" }) else {
      return interface.pick(
        "Indiquez un fichier, par exemple /db backup copie.db",
        "Name a file, for example /db backup copy.db"
      )
    }
    do throws(Failure) {
      let size = try Interruption.whileQuerying { () throws(Failure) in
        try session.database.connection.backup(
          to: path,
          replacing: words.contains("--force"),
          cancellation: Interruption.cancellation
        )
      }
      let kilobytes = NumberFormat(interface).count(Double(size / 1024))
      return interface.pick(
        "Copie vérifiée\u{202F}: \(path) (\(kilobytes) Kio).",
        "Copy checked: \(path) (\(kilobytes) KiB)."
      )
    } catch {
      return describe(error)
    }
  }

  /// « /predictions batch »: the nightly run now, and its report.
  var batch: String {
    do throws(Failure) {
      let database = session.database
      let run = NightlyBatch(
        database: database.connection,
        facts: database.context.facts,
        path: try SideFile.path(settings, of: database, making: true),
        rules: database.rules
      )
      let report = try Interruption.whileQuerying { () throws(Failure) in
        try run.run(cancellation: Interruption.cancellation)
      }
      return BatchText(report: report, tongue: interface).rendered
    } catch {
      return describe(error)
    }
  }

  /// « /db query products »: the first rows of a table.
  func preview(_ rest: String) -> String {
    let names = session.database.context.facts.rowCounts.keys
    guard let table = names.first(where: { Fold.fold($0) == Fold.fold(rest) }) else {
      return rest.isEmpty
        ? interface.pick(
          "Indiquez une table, par exemple /db query products",
          "Name a table, for example /db query products"
        ) : unknownTable(rest)
    }
    do throws(Failure) {
      let result = try session.database.connection.preview(of: table, limit: Self.previewRows)
      return Renderer.grid(result.columns, result.rows, options: settings.rendering)
    } catch {
      return describe(error)
    }
  }

  private static let previewRows = 10
}
