import Assistant
import Diagnostics
import Export
import Planning
import Presentation
import Values

/// Commands about the last answer.
extension ChatSession {
  /// « /explain »: the whole receipt of the last answer, with the SQL and the times.
  mutating func explain() -> String {
    guard let answer = lastAnswer() else { return nothingYet }
    var options = settings.rendering
    options.verbose = true
    options.quiet = false
    return Renderer.receipt(answer, model: model, options: options)
  }

  /// « /graphe barres »: the last answer as a picture.
  mutating func chart(_ rest: String) -> String {
    guard let answer = lastAnswer() else { return nothingYet }
    let word = Fold.fold(rest)
    let kinds: [TextPicture.Kind: [String]] = [
      .bars: ["barres", "barre", "bars", "bar"], .line: ["courbe", "ligne", "line", "lines"],
      .sparkline: ["etincelle", "sparkline", "spark", "mini"],
    ]
    guard !word.isEmpty else { return chart(nil, of: answer) }
    guard let kind = kinds.first(where: { $0.value.contains(word) })?.key else {
      return interface.pick(
        "Formes possibles\u{202F}: barres, courbe, sparkline.",
        "Possible forms: bars, line, sparkline."
      )
    }
    return chart(kind, of: answer)
  }

  /// The picture of an answer, or why there is none.
  func chart(_ kind: TextPicture.Kind?, of answer: Answer) -> String {
    var shown = answer
    shown.talk = nil
    return Renderer.chart(shown, model: model, kind: kind, options: settings.rendering)
      ?? interface.pick(
        "Cette réponse ne se dessine pas ainsi\u{202F}: il faut un chiffre par groupe ou par période.",
        "This answer cannot be drawn that way: it takes a figure for each group or period."
      )
  }

  /// « /tout »: every row of the last answer.
  mutating func all() -> String {
    guard let answer = lastAnswer() else { return nothingYet }
    var options = mode.options(settings.rendering)
    options.rowLimit = nil
    options.quiet = true
    return Renderer.render(answer, model: model, format: .text, options: options)
  }

  // MARK: - Files

  /// « /export ventes.xlsx --force ».
  mutating func export(_ rest: String) -> String {
    let words = rest.split(separator: " ").map(String.init)
    guard let path = words.first(where: { $0 != "--force" }) else {
      return interface.pick(
        "Indiquez un fichier, par exemple /export ventes.xlsx",
        "Name a file, for example /export sales.xlsx"
      )
    }
    return export(to: path, replacing: words.contains("--force"))
  }

  /// Writes the last answer to a file.
  mutating func export(to path: String, replacing: Bool) -> String {
    guard let answer = lastAnswer() else { return nothingYet }
    do throws(Failure) {
      let count = try ExportFile.write(
        answer,
        to: path,
        model: model,
        replacing: replacing,
        database: settings.database
      )
      let rows = NumberFormat(interface).count(Double(count))
      return interface.pick(
        "\(rows) \(count < 2 ? "ligne écrite" : "lignes écrites") dans \(path).",
        "\(rows) \(count == 1 ? "row" : "rows") written to \(path)."
      )
    } catch {
      return describe(error)
    }
  }

  // MARK: - Opinions

  /// « /feedback bon », "/feedback bad wrong year": noted for whoever improves the assistant.
  mutating func feedback(_ rest: String) -> String {
    guard let answer = lastAnswer() else { return nothingYet }
    let words = rest.split(separator: " ", maxSplits: 1).map(String.init)
    let good = ["bon", "bonne", "bien", "good", "ok", "oui", "yes", "+"]
    let bad = ["mauvais", "mauvaise", "mal", "faux", "bad", "wrong", "non", "no", "-"]
    let word = words.first.map { Fold.fold($0) } ?? ""
    guard good.contains(word) || bad.contains(word) else {
      return interface.pick(
        "Dites /feedback bon, ou /feedback mauvais et pourquoi.",
        "Say /feedback good, or /feedback bad and why."
      )
    }
    do throws(Failure) {
      let remark = words.count > 1 ? words[1] : ""
      try FeedbackLog(settings.environment)
        .note(isGood: good.contains(word), answer, remark: remark)
      return interface.pick("C'est noté, merci.", "Noted, thank you.")
    } catch {
      return describe(error)
    }
  }
}
