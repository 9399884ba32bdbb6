package import Assistant
import Rewording
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

  /// One fact: what it is called, and the fact.
  package typealias Entry = (label: String, text: String)

  /// The lines; `verbose` adds the SQL, its parameters and the times of the stages.
  package func lines(verbose: Bool) -> [String] {
    guard let query = answer.query, answer.status == .answered else { return [] }
    var entries = understanding(query)
    if let until = dataUntil { entries.append(until) }
    entries += trust
    if verbose { entries += statement + stages }
    return (entries + [confidence]).map { $0.label + voice.colon + " " + $0.text }
  }

  /// What was understood and until when the data go, in one line, and what should worry in a second if anything does.
  package var brief: [String] {
    guard let query = answer.query, answer.status == .answered else { return [] }
    let phrase = QueryPhrase(query, voice)
    let until = answer.receipt.dataUntil.map {
      voice.pick("données jusqu'au ", "data until ") + voice.dates.day($0)
    }
    let computed = answer.receipt.computed.map {
      voice.pick("prévisions calculées le ", "forecasts computed on ")
        + voice.dates.moment($0.madeAt)
    }
    let basis = [phrase.text + days(phrase), until, computed].compactMap(\.self).joined(
      separator: " – "
    )
    let worries = worries(phrase)
    return worries.isEmpty ? [basis] : [basis, "⚠ " + joined(worries)]
  }

  /// What a file keeps of where its figures come from: all that lines say but the times, and the question.
  package var provenance: [Entry] {
    guard let query = answer.query, answer.status == .answered else { return [] }
    var entries = [entry("Question", "Question", answer.question)] + understanding(query)
    if let day = answer.receipt.asOf {
      entries.append(entry("À la date du", "As of", voice.dates.day(day)))
    }
    if let until = dataUntil { entries.append(until) }
    return entries + trust + statement
  }

  private func entry(_ french: String, _ english: String, _ text: String) -> Entry {
    (voice.pick(french, english), text)
  }

  /// The question as it was taken: its words, days and filters.
  private func understanding(_ query: Query) -> [Entry] {
    let phrase = QueryPhrase(query, voice)
    var entries = [entry("Compris", "Understood", phrase.text)]
    if let period = phrase.absolutePeriod { entries.append(self.period(period)) }
    if let comparison = query.comparison {
      let days = PeriodWords.absolute(comparison, voice.tongue)
      entries.append(entry("Comparaison", "Comparison", days))
    }
    if !query.filters.isEmpty { entries.append(filters(query.filters)) }
    return entries
  }

  /// The days counted, where the words do not already name them: « (du 01/01/2018 au 31/12/2018) ».
  private func days(_ phrase: QueryPhrase) -> String {
    var days = phrase.absolutePeriod.map { [PeriodWords.absolute($0, voice.tongue)] } ?? []
    days.removeAll { phrase.text.contains($0) }
    if let comparison = phrase.query.comparison {
      let label = voice.pick("comparaison", "comparison") + voice.colon + " "
      days.append(label + PeriodWords.absolute(comparison, voice.tongue))
    }
    return days.isEmpty ? "" : " (\(joined(days)))"
  }

  /// What makes the figures less than they seem: a period not over, rows left out, checks that failed.
  private func worries(_ phrase: QueryPhrase) -> [String] {
    var worries: [String] = []
    if phrase.absolutePeriod?.isPartial == true {
      worries.append(voice.pick("période incomplète", "the period is not over"))
    }
    if !answer.receipt.excludedRows.isEmpty {
      worries.append(excluded.label.lowercasedFirst + voice.colon + " " + excluded.text)
    }
    let failed = answer.receipt.checks.filter { !$0.passed }.map { name($0.kind) }
    if !failed.isEmpty {
      let names = failed.joined(separator: ", ")
      worries.append(voice.pick("contrôle en échec", "failed check") + voice.colon + " " + names)
    }
    return worries
  }

  private var dataUntil: Entry? {
    answer.receipt.dataUntil.map {
      entry("Données jusqu'au", "Data until", voice.dates.day($0))
    }
  }

  /// What was left out and what was checked.
  private var trust: [Entry] {
    var entries: [Entry] = []
    if let time = answer.receipt.computed {
      let until = voice.dates.moment(time.freshUntil)
      let stands = voice.pick(
        ", valables jusqu'au \(until) si les données ne changent pas",
        ", stand until \(until) unless the data change"
      )
      let made = voice.dates.moment(time.madeAt) + stands
      entries.append(entry("Prévisions calculées le", "Forecasts computed on", made))
    }
    if !answer.receipt.excludedRows.isEmpty { entries.append(excluded) }
    if !answer.receipt.checks.isEmpty { entries.append(checks) }
    if let rewording = answer.rewording { entries.append(worded(rewording)) }
    return entries
  }

  /// Which model worded the sentences: « qwen (consigne reword 1) ».
  private func worded(_ rewording: Rewording) -> Entry {
    let prompt = voice.pick("consigne", "prompt") + " \(rewording.prompt) \(rewording.version)"
    return entry("Formulé par", "Worded by", "\(rewording.model) (\(prompt))")
  }

  private func period(_ period: Period) -> Entry {
    let partial = period.isPartial ? voice.pick(" (incomplète)", " (partial)") : ""
    return entry("Période", "Period", PeriodWords.absolute(period, voice.tongue) + partial)
  }

  private func filters(_ filters: [Filter]) -> Entry {
    let phrase = FilterPhrase(voice: voice)
    let words = filters.map { phrase.words($0, link: .bare) }
    return entry("Filtres", "Filters", joined(words))
  }

  /// Side by side: « a ; b ».
  private func joined(_ texts: [String]) -> String {
    texts.joined(separator: voice.pick("\u{202F}; ", "; "))
  }

  private var excluded: Entry {
    let rows = answer.receipt.excludedRows.sorted { $0.key < $1.key }
    let list = rows.map { "\($0.key)\(voice.colon) \(voice.numbers.count(Double($0.value)))" }
    return entry("Lignes écartées", "Rows left out", list.joined(separator: ", "))
  }

  private var checks: Entry {
    let list = answer.receipt.checks.map { name($0.kind) + ($0.passed ? " ✓" : " ✗") }
    return entry("Contrôles", "Checks", list.joined(separator: ", "))
  }

  private func name(_ check: Answer.Check.Kind) -> String {
    switch check {
    case .groupsAddUp: voice.pick("total = somme des groupes", "total = sum of the groups")
    case .readOnly: voice.pick("lecture seule", "read-only")
    }
  }

  private var statement: [Entry] {
    guard let sql = answer.sql else { return [] }
    var entries: [Entry] = [("SQL", sql)]
    if !answer.parameters.isEmpty {
      let list = answer.parameters.map { JSON($0).rendered }
      entries.append(entry("Paramètres", "Parameters", list.joined(separator: ", ")))
    }
    return entries
  }

  /// Where the time went; nothing where no statement ran.
  private var stages: [Entry] {
    if answer.sql == nil { return [] }
    let times = answer.timings
    return [
      entry(
        "Étapes",
        "Stages",
        "\(voice.pick("compréhension", "understanding")) \(milliseconds(times.understand)), "
          + "\(voice.pick("requête", "query")) \(milliseconds(times.query)), "
          + "\(voice.pick("rédaction", "phrasing")) \(milliseconds(times.phrase))"
      )
    ]
  }

  private var confidence: Entry {
    let percent =
      voice.numbers.decimal(answer.confidence * 100, digits: 0) + voice.pick("\u{202F}%", "%")
    let time =
      voice.pick("temps", "time") + voice.colon + " " + milliseconds(answer.timings.total)
    return entry("Confiance", "Confidence", percent + " – " + time)
  }

  private func milliseconds(_ number: Double) -> String {
    voice.numbers.decimal(number, digits: 1) + "\u{202F}ms"
  }
}
