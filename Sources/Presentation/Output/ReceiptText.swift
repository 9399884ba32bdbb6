package import Assistant
package import SemanticModel
import Values

/// What stands behind an answer, a line each: how it was understood, dates, filters, checks, SQL, time.
package struct ReceiptText: Sendable {
  let answer: Answer
  let voice: Voice

  package init(_ answer: Answer, model: SemanticModel) {
    self.answer = answer
    voice = Voice(answer, model: model)
  }

  /// The lines; `verbose` adds the SQL, its parameters and the times of the stages.
  package func lines(verbose: Bool) -> [String] {
    guard let query = answer.query, answer.status == .answered else { return [] }
    let phrase = QueryPhrase(query, voice)
    var lines = [line("Compris", "Understood", phrase.text)]
    if let period = phrase.absolutePeriod { lines.append(self.period(period)) }
    if let comparison = query.comparison {
      let days = PeriodWords.absolute(comparison, voice.tongue)
      lines.append(line("Comparaison", "Comparison", days))
    }
    if !query.filters.isEmpty { lines.append(filters(query.filters)) }
    if let until = answer.receipt.dataUntil {
      lines.append(line("Données jusqu'au", "Data until", voice.dates.day(until)))
    }
    if !answer.receipt.excludedRows.isEmpty { lines.append(excluded) }
    if !answer.receipt.checks.isEmpty { lines.append(checks) }
    if verbose { lines += statement }
    lines.append(confidence)
    return lines
  }

  private func line(_ french: String, _ english: String, _ text: String) -> String {
    "\(voice.pick(french, english))\(voice.colon) \(text)"
  }

  private func period(_ period: Period) -> String {
    let partial = period.isPartial ? voice.pick(" (incomplète)", " (partial)") : ""
    return line("Période", "Period", PeriodWords.absolute(period, voice.tongue) + partial)
  }

  private func filters(_ filters: [Filter]) -> String {
    let phrase = FilterPhrase(voice: voice)
    let words = filters.map { phrase.words($0, link: .bare) }
    return line("Filtres", "Filters", words.joined(separator: voice.pick("\u{202F}; ", "; ")))
  }

  private var excluded: String {
    let rows = answer.receipt.excludedRows.sorted { $0.key < $1.key }
    let list = rows.map { "\($0.key)\(voice.colon) \(voice.numbers.count(Double($0.value)))" }
    return line("Lignes écartées", "Rows left out", list.joined(separator: ", "))
  }

  private var checks: String {
    let list = answer.receipt.checks.map { check -> String in
      let name =
        switch check.kind {
        case .groupsAddUp: voice.pick("total = somme des groupes", "total = sum of the groups")
        case .readOnly: voice.pick("lecture seule", "read-only")
        }
      return name + (check.passed ? " ✓" : " ✗")
    }
    return line("Contrôles", "Checks", list.joined(separator: ", "))
  }

  private var statement: [String] {
    guard let sql = answer.sql else { return [] }
    var lines = ["SQL\(voice.colon) \(sql)"]
    if !answer.parameters.isEmpty {
      let list = answer.parameters.map { JSON($0).rendered }
      lines.append(line("Paramètres", "Parameters", list.joined(separator: ", ")))
    }
    let times = answer.timings
    lines.append(
      line(
        "Étapes",
        "Stages",
        "\(voice.pick("compréhension", "understanding")) \(milliseconds(times.understand)), "
          + "\(voice.pick("requête", "query")) \(milliseconds(times.query)), "
          + "\(voice.pick("rédaction", "phrasing")) \(milliseconds(times.phrase))"
      )
    )
    return lines
  }

  private var confidence: String {
    let percent =
      voice.numbers.decimal(answer.confidence * 100, digits: 0) + voice.pick("\u{202F}%", "%")
    let time = line("temps", "time", milliseconds(answer.timings.total))
    return line("Confiance", "Confidence", percent) + " – " + time
  }

  private func milliseconds(_ number: Double) -> String {
    voice.numbers.decimal(number, digits: 1) + "\u{202F}ms"
  }
}
