package import Assistant
import Analyses
import Glibc
import Planning
package import Rewording
package import SemanticModel
import Values

/// What the template sentences of an answer take from the data and from the question: values with their kind, what they
/// are called, and their text.
///
/// A model that rewords gets these as slots, see `Rewording`. Whatever is in no fact stays out of the slots, but for
/// numerals, which `Masking` finds by itself.
package struct AnswerFacts: Sendable {
  private let answer: Answer
  private let query: Query
  private let wording: Wording

  /// The facts; nil for what is no answer with figures, as refusals, small talk and results without rows, and for what is told in
  /// lines: a list of facts stands as it is.
  ///
  /// - Parameters:
  ///   - answer: what was answered.
  ///   - model: the nouns, and which dimensions are of persons.
  package init?(_ answer: Answer, model: SemanticModel) {
    guard answer.status == .answered, answer.talk == nil, let query = answer.query,
      !answer.rows.isEmpty || !answer.findings.isEmpty
    else { return nil }
    self.answer = answer
    self.query = query
    wording = Wording(answer, model: model)
    if wording.isToldInLines { return nil }
  }

  private var voice: Voice { wording.voice }
  private var phrase: QueryPhrase { QueryPhrase(query, voice) }
  private var view: ResultView { ResultView(answer, query: query, voice: voice) }

  /// The sentences without the facts: what may be reworded.
  package func draft(words: WordList) -> Draft {
    let text = wording.templates.joined(separator: " ")
    let bytes = text.utf8CString
    let fragments = (scope + groups + cells + sums + found).filter { fragment in
      !fragment.text.isEmpty && Self.holds(bytes, fragment.text)
    }
    return Masking(fragments, voice.tongue, words: words)
      .draft(of: text, terms: terms, isPast: phrase.isPast)
  }

  /// Whether a text may stand in another one: all but its first letter, whose case depends on its place.
  private static func holds(_ text: ContiguousArray<CChar>, _ fragment: String) -> Bool {
    let rest = fragment.dropFirst()
    return text.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress else { return false }
      return String(rest).withCString { strstr(start, $0) != nil }
    }
  }

  // MARK: - Words that stay

  /// The names of the figures, as sentences write them.
  private var terms: [String] {
    var terms = query.measures.indices.map { voice.metricNoun(query.measures[$0].metric).text }
    for measure in query.measures {
      if let metric = voice.model.metrics[measure.metric] {
        terms += [metric.noun.singular[voice.tongue], metric.noun.plural[voice.tongue]]
        if let things = voice.things(metric) { terms.append(things.many) }
      }
    }
    terms += ColumnLabels(voice).labels(answer.columns, query).map(\.lowercasedFirst)
    return terms
  }

  // MARK: - What the question was about

  private var scope: [Fragment] {
    var fragments = [
      Fragment(phrase.period, .period, isScope: true),
      Fragment(
        phrase.restrictions,
        .restriction,
        leading: phrase.restrictions(link: .forThe),
        isPersonal: isPersonal(query.filters),
        isScope: true
      ),
      Fragment(
        phrase.restrictions(link: .forThe),
        .restriction,
        isPersonal: isPersonal(query.filters),
        isScope: true
      ),
      Fragment(phrase.keysWords, .grouping, isScope: true),
      Fragment(phrase.conditions, .restriction),
    ]
    fragments += query.filters.flatMap { self.fragments(of: $0) }
    fragments += query.measures.flatMap { measure in
      measure.filters.flatMap { self.fragments(of: $0) }
        + [measure.period].compactMap(\.self).flatMap { periods($0) }
    }
    fragments += [voice.dataUntil, voice.dataFrom, voice.asOf].compactMap(\.self)
      .map { Fragment(voice.dates.day($0), .date) }
    for period in [query.period, query.comparison].compactMap(\.self) {
      fragments += periods(period)
    }
    return fragments
  }

  private func periods(_ period: Period) -> [Fragment] {
    let words = PeriodWords(period, voice.tongue)
    return [
      Fragment(words.phrase, .period, isScope: period == query.period),
      Fragment(words.label, .period),
      Fragment(PeriodWords.absolute(period, voice.tongue), .period),
    ]
  }

  private func fragments(of filter: Filter) -> [Fragment] {
    let isPersonal = isPersonal([filter])
    var fragments = [FilterPhrase.Link.of, .forThe, .share, .bare].map { link in
      Fragment(
        phrase.filterPhrase.words(filter, link: link),
        .restriction,
        isPersonal: isPersonal,
        isScope: true
      )
    }
    if case .values(let name, let values, _) = filter {
      fragments += values.map { value in
        Fragment(
          phrase.filterPhrase.name(of: value, in: name),
          .name,
          meaning: voice.noun(of: .dimension(name)).text,
          isPersonal: isPersonal
        )
      }
    }
    return fragments
  }

  private func isPersonal(_ filters: [Filter]) -> Bool {
    filters.contains { filter in
      if case .membership(let name, let inner, _) = filter {
        return isPersonal(name) || isPersonal(inner.filters)
      }
      return filter.dimension.map(isPersonal) ?? false
    }
  }

  /// The members spoken of, with all that restricts them: « produits en rupture de la région West ».
  private var groups: [Fragment] {
    var texts: [String] = []
    let keys = query.keys + [query.rollup?.over].compactMap(\.self)
    let isRestricted = !query.filters.isEmpty || !query.conditions.isEmpty || query.rollup != nil
    for key in keys where isRestricted {
      texts += [true, false].map { phrase.group(key, isPlural: $0).text }
    }
    if let rollup = query.rollup {
      let statistic = StatisticPhrase(query, voice)
      texts += [true, false].map { statistic.members(rollup, isPlural: $0).text }
    }
    return texts.map { Fragment($0, .restriction, isPersonal: isPersonal(query.filters)) }
  }

  // MARK: - Rows

  private var cells: [Fragment] {
    let view = view
    return view.rows.flatMap { row in
      cells(row, view)
    }
  }

  private func cells(_ row: [Value], _ view: ResultView) -> [Fragment] {
    var fragments = view.columns.indices.map { cell(row, $0, view) }
    let isPersonal = view.keys.contains { self.isPersonal($0.key) }
    let direction = direction(row, view)
    let members = view.members(row)
    if !view.keys.isEmpty { fragments.append(Fragment(members, .name, isPersonal: isPersonal)) }
    if !view.keys.isEmpty {
      fragments += pairs(row, members, view).map { text in
        Fragment(text, .point, meaning: meaning(view), direction: direction, isPersonal: isPersonal)
      }
    }
    for index in view.query.measures.indices {
      fragments += [view.interval(row, ofMeasure: index)].compactMap(\.self)
        .map { Fragment($0, .interval) }
      fragments += movements(row, index, view)
    }
    return fragments
  }

  private func cell(_ row: [Value], _ column: Int, _ view: ResultView) -> Fragment {
    let planned = view.columns[column]
    if let key = planned.role.shownKey {
      return Fragment(
        view.text(row, column),
        .name,
        meaning: voice.noun(of: key).text,
        isPersonal: isPersonal(key)
      )
    }
    let isSigned =
      switch planned.role {
      case .difference, .change: true
      default: false
      }
    return Fragment(
      view.text(row, column),
      Self.kind(planned.unit),
      meaning: label(planned, view),
      direction: isSigned ? row[column].number.flatMap(Slot.Direction.init) : nil
    )
  }

  /// A member with its figure, in the ways that sentences put them together.
  private func pairs(_ row: [Value], _ members: String, _ view: ResultView) -> [String] {
    var figures = view.columns.indices.filter { index in
      view.columns[index].role.shownKey == nil
    }.map { view.text(row, $0) }
    let measure = view.mainMeasure
    if let difference = view.column(.difference(measure)),
      let change = view.column(.change(measure))
    {
      figures.append(view.text(row, difference) + ", " + view.text(row, change))
    }
    return figures.flatMap { ["\(members) (\($0))", "\($0) (\(members))"] }
  }

  /// Changes without their sign, as they stand after « en hausse de ».
  private func movements(_ row: [Value], _ measure: Int, _ view: ResultView) -> [Fragment] {
    guard let column = view.column(.difference(measure)), let difference = row[column].number,
      let direction = Slot.Direction(difference)
    else { return [] }
    let change = view.column(.change(measure)).flatMap { row[$0].number }
    let texts = [
      change.map { voice.numbers.percent(abs($0)) }, voice.numbers.points(abs(difference)),
    ]
    return texts.compactMap(\.self).map { Fragment($0, .percent, direction: direction) }
  }

  private func direction(_ row: [Value], _ view: ResultView) -> Slot.Direction? {
    view.column(.difference(view.mainMeasure)).flatMap { row[$0].number }
      .flatMap(Slot.Direction.init)
  }

  private func meaning(_ view: ResultView) -> String {
    view.mainColumn.map { label(view.columns[$0], view) } ?? ""
  }

  /// What a column is called, without the names of the data that a measure of its own is restricted to.
  private func label(_ column: PlannedColumn, _ view: ResultView) -> String {
    var query = view.query
    for index in query.measures.indices {
      query.measures[index].filters = []
      query.measures[index].period = nil
    }
    return ColumnLabels(voice).labels([column], query).first?.lowercasedFirst ?? ""
  }

  private func isPersonal(_ key: Key) -> Bool {
    key.dimension.map(isPersonal) ?? false
  }

  private func isPersonal(_ dimension: String) -> Bool {
    voice.model.dimensions[dimension]?.isPersonal ?? false
  }

  private static func kind(_ unit: Metric.Unit) -> Slot.Kind {
    switch unit {
    case .currency: .amount
    case .percent: .percent
    case .days: .days
    case .date: .date
    case .count: .count
    case .number: .number
    case .text: .text
    }
  }

  // MARK: - Beside the rows

  /// The sum of the rows, the steps to the figure, the whole of a forecast.
  private var sums: [Fragment] {
    var fragments: [Fragment] = []
    let view = view
    for column in view.columns.indices {
      if view.columns[column].role.shownKey != nil { continue }
      let sum = view.rows.reduce(0) { $0 + ($1[column].number ?? 0) }
      let unit = view.columns[column].unit
      fragments.append(
        Fragment(
          voice.figure(.real(sum), unit),
          Self.kind(unit),
          meaning: label(view.columns[column], view)
        )
      )
    }
    fragments += changes(view)
    for series in [answer.whole].compactMap(\.self) {
      let whole = ResultView(series, voice: voice)
      fragments += whole.rows.flatMap { cells($0, whole) }
      fragments.append(Fragment(QueryPhrase(series.query, voice).period, .period, isScope: true))
    }
    fragments += answer.steps.compactMap { step in
      voice.model.metrics[step.metric].map { metric in
        Fragment(
          voice.figure(step.value, metric.unit),
          Self.kind(metric.unit),
          meaning: metric.noun.singular[voice.tongue]
        )
      }
    }
    return fragments
  }

  /// Relative changes between the ends of a series, and of totals against another period.
  private func changes(_ view: ResultView) -> [Fragment] {
    func sum(_ column: Int) -> Double { view.rows.reduce(0) { $0 + ($1[column].number ?? 0) } }
    return view.query.measures.indices.flatMap { index -> [Fragment] in
      guard let column = view.shownColumn(ofMeasure: index) else { return [] }
      let known = view.known(column)
      let ends = (known.first?[column].number, known.last?[column].number)
      let totals = view.column(.previous(index)).map { (sum($0), sum(column)) }
      return [(ends.0 ?? 0, ends.1 ?? 0), totals ?? (0, 0)].flatMap { from, to -> [Fragment] in
        guard from > 0, let direction = Slot.Direction(to - from) else { return [] }
        let change = (to - from) / from
        return [voice.change(change), voice.numbers.percent(abs(change))]
          .map { Fragment($0, .percent, direction: direction) }
      }
    }
  }

  /// What an analysis found.
  private var found: [Fragment] {
    let sentences = FindingSentences(answer.findings, query, voice)
    return answer.findings.flatMap { finding in
      finding.places.values.flatMap { fragments(of: $0, sentences) }
    }
  }

  private func fragments(of content: Finding.Content, _ sentences: FindingSentences) -> [Fragment] {
    let text = sentences.words(content)
    switch content {
    case .figure(_, let unit): return [Fragment(text, Self.kind(unit))]
    case .difference(let number, let unit):
      return [Fragment(text, Self.kind(unit), direction: Slot.Direction(number))]
    case .change(let fraction):
      return [Fragment(text, .percent, direction: Slot.Direction(fraction))]
    case .member(_, let key):
      return [Fragment(text, .name, meaning: voice.noun(of: key).text, isPersonal: isPersonal(key))]
    case .named(let key, let content):
      return [Fragment(text, .name, isPersonal: isPersonal(key))]
        + fragments(of: content, sentences)
    case .period, .within: return [Fragment(text, .period)]
    case .key, .text, .subject, .things, .metric, .analysis, .title, .word: return []
    case .against(let content): return fragments(of: content, sentences)
    case .list(let contents): return contents.flatMap { fragments(of: $0, sentences) }
    case .detailed(let content, _):
      // One piece, so that no figure comes to another name.
      let isPersonal = fragments(of: content, sentences).contains(where: \.slot.isPersonal)
      return [Fragment(text, .point, isPersonal: isPersonal)]
    }
  }
}
