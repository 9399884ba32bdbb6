import Interpretation
import Language
import Planning
import SemanticModel
import Values

/// An explanation for people: one block for each stage.
struct ExplanationText {
  let explanation: Explanation
  let tongue: Tongue
  /// Readings shown with their SQL; the others with their score only.
  let detailed: Int

  private var utterance: Utterance { explanation.utterance }

  /// The blocks, without a final newline.
  var rendered: String {
    var lines: [[String]] = [
      [tongue.pick("Texte", "Text"), utterance.text],
      [tongue.pick("Langue", "Language"), utterance.tongue.rawValue],
      [tongue.pick("Mots", "Tokens"), utterance.tokens.map(\.text).joined(separator: " · ")],
    ]
    lines += labelled(tongue.pick("Dates", "Times"), explanation.times.map(time))
    lines += labelled(tongue.pick("Nombres", "Numbers"), explanation.numbers.map(number))
    lines += labelled(tongue.pick("Noms", "Values"), explanation.values.map(value))
    let reading =
      explanation.candidates.isEmpty ? [[tongue.pick("Lecture", "Reading"), outcome]] : []
    let head = Columns.lines(lines + reading)
    let blocks = explanation.candidates.enumerated().map { block($0.offset, $0.element) }
    return ([head.joined(separator: "\n")] + blocks).joined(separator: "\n\n")
  }

  /// A label before the first line only.
  private func labelled(_ label: String, _ lines: [String]) -> [[String]] {
    lines.enumerated().map { [$0.offset == 0 ? label : "", $0.element] }
  }

  // MARK: - Lines

  private func time(_ time: Explanation.Time) -> String {
    "\(time.text) → \(time.period)"
      + (time.period.isPartial ? " " + tongue.pick("(en cours)", "(not over)") : "")
  }

  private func number(_ number: Explanation.Number) -> String {
    "\(number.text) → \(JSON.number(number.value).rendered)" + (number.unit.map { " \($0)" } ?? "")
  }

  private func value(_ mention: MentionedName) -> String {
    let names = mention.names.prefix(4).map(\.name).joined(separator: " | ")
    let rest = mention.names.count > 4 ? " …" : ""
    return "\(mention.text) → \(mention.dimension) = \(names)\(rest) (\(mention.quality.name))"
  }

  /// What the text is, when it is no question about figures.
  private var outcome: String {
    switch explanation.understanding {
    case .empty: tongue.pick("rien", "nothing")
    case .talk(let marker): tongue.pick("conversation : ", "small talk: ") + marker.rawValue
    case .write: tongue.pick("ordre de modifier les données", "an order to change data")
    case .coverage: tongue.pick("étendue des données", "extent of the data")
    case .currency: tongue.pick("monnaie de la base", "currency of the database")
    case .tables: tongue.pick("tables de la base", "tables of the database")
    case .followUp: tongue.pick("suite d'une question", "a follow-up")
    case .readings: ""
    case .nothing(let words):
      tongue.pick("pas de figure reconnue", "no figure recognised")
        + (words.isEmpty
          ? "" : tongue.pick(" ; inexpliqué : ", "; unexplained: ") + words.joined(separator: ", "))
    }
  }

  // MARK: - Readings

  private func block(_ index: Int, _ candidate: Explanation.Candidate) -> String {
    let reading = candidate.reading
    let score = String((reading.score * 1000).rounded() / 1000)
    var lines = ["\(index + 1). \(reading.outcome.text)  [\(score)]"]
    guard index < detailed else { return lines[0] }
    lines += Columns.lines(reading.spans.map { [$0.text, "→ " + $0.meaning] }, indent: 3)
    if !reading.unexplained.isEmpty {
      lines.append(
        "   " + tongue.pick("inexpliqué : ", "unexplained: ")
          + reading.unexplained.joined(separator: ", ")
      )
    }
    for name in reading.ambiguousNames {
      lines.append(
        "   " + tongue.pick("ambigu : ", "ambiguous: ") + "\(name.words) (\(name.total))"
      )
    }
    if let problem = candidate.problem {
      lines.append("   " + tongue.pick("impossible ici : ", "not possible here: ") + problem.text)
    }
    if let plan = candidate.plan {
      lines += plan.sql.split(separator: "\n", omittingEmptySubsequences: false).map { "   " + $0 }
      if !plan.parameters.isEmpty {
        lines.append("   ← " + JSON.array(plan.parameters.map { JSON($0) }).rendered)
      }
    }
    return lines.joined(separator: "\n")
  }
}
