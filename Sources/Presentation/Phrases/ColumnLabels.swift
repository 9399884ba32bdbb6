import Planning
import SemanticModel
import Values

/// The headings of a result, in the language of the answer.
struct ColumnLabels: Sendable {
  let voice: Voice

  init(_ voice: Voice) {
    self.voice = voice
  }

  /// One label a column, each different from the others.
  func labels(_ columns: [PlannedColumn], _ query: Query?) -> [String] {
    var used: [String: Int] = [:]
    return columns.map { column in
      let label = self.label(column.role, query, name: column.name)
      used[label, default: 0] += 1
      let times = used[label] ?? 1
      return times == 1 ? label : "\(label) (\(times))"
    }
  }

  private func label(_ role: PlannedColumn.Role, _ query: Query?, name: String) -> String {
    switch role {
    case .key(let key), .detail(let key): return voice.noun(of: key).text.capitalisedFirst
    case .measure(let index): return measure(index, query) ?? name
    case .lower(let index): return qualified(voice.pick("Borne basse", "Lower bound"), index, query)
    case .upper(let index): return qualified(voice.pick("Borne haute", "Upper bound"), index, query)
    case .share(let index): return qualified(voice.pick("Part", "Share"), index, query)
    case .previous(let index):
      return qualified(voice.pick("Période précédente", "Previous period"), index, query)
    case .difference(let index): return qualified(voice.pick("Écart", "Difference"), index, query)
    case .change(let index): return qualified(voice.pick("Évolution", "Change"), index, query)
    case .rollup(let function, let measure):
      let noun = StatisticPhrase.noun(function, voice.tongue).text.capitalisedFirst
      return measure.map { qualified(noun, $0, query) } ?? noun
    case .computed(let column):
      return voice.column(column, of: query)?.label[voice.tongue] ?? name
    }
  }

  /// A derived figure's label, with its measure where there are several: « Écart (marge brute) ».
  private func qualified(_ label: String, _ index: Int, _ query: Query?) -> String {
    guard let query, query.measures.count > 1, let measure = measure(index, query) else {
      return label
    }
    return "\(label) (\(measure.lowercasedFirst))"
  }

  /// « Chiffre d'affaires », « Commandes », with the measure's own filters and period in parentheses.
  private func measure(_ index: Int, _ query: Query?) -> String? {
    guard let query, query.measures.indices.contains(index) else { return nil }
    let measure = query.measures[index]
    guard let metric = voice.model.metrics[measure.metric] else { return nil }
    let own = [
      FilterPhrase(voice: voice).words(measure.filters, link: .forThe),
      measure.period.map { PeriodWords($0, voice.tongue).label } ?? "",
    ].filter { !$0.isEmpty }
    let label = voice.name(metric).capitalisedFirst
    return own.isEmpty ? label : "\(label) (\(own.joined(separator: ", ")))"
  }
}
