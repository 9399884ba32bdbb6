/// Finds the longest runs of question words that names of one dimension hold.
///
/// From every word it goes right as long as a set of names holds all the words so far. A word is
/// taken as written where that leaves any name, and only otherwise joined, cut, corrected or
/// completed.
struct SpanSearch {
  /// Function words that may follow one another inside a mention ("de la").
  private static let stopRun = 3

  private let range: Range<UInt32>
  private var question: QuestionWords
  private var clean: [[Branch]]
  private var fuzzyCache: [[Branch]?]

  /// A search among the entries of one dimension.
  init(_ question: QuestionWords, entries range: Range<UInt32>) {
    self.question = question
    self.range = range
    clean = []
    fuzzyCache = Array(repeating: nil, count: question.words.count)
    clean = question.words.map { branches($0.clean) }
  }

  /// The question, with what was computed for it and what is left of its effort.
  var usedQuestion: QuestionWords { question }

  /// Spans of this dimension, by their first word.
  mutating func spans() -> [Span] {
    var found: [Span] = []
    var covered = 0
    for start in question.words.indices where !question.words[start].isStop {
      guard let span = longest(from: start) else { continue }
      if !span.isCorrected, span.words.upperBound <= covered { continue }
      found.append(span)
      if let trimmed = trimmed(span) { found.append(trimmed) }
      if !span.isCorrected { covered = max(covered, span.words.upperBound) }
    }
    return found
  }

  private mutating func longest(from start: Int) -> Span? {
    var best =
      clean[start].isEmpty ? nil : extended(Step(kind: .clean, word: start, branches: clean[start]))
    guard (best?.steps.count ?? 0) < 2 else { return best }
    for step in otherSteps(at: start) {
      let isBetter = { (span: Span) in span.words.count > (best?.words.count ?? 0) }
      if let span = extended(step), isBetter(span) { best = span }
    }
    if best?.steps.count == 1, !hasNeighbour(start) { return best }
    let corrected = Step(kind: .fuzzy, word: start, branches: fuzzy(start))
    if let span = extended(corrected), span.words.count > (best?.words.count ?? 0),
      span.steps.count > 1 || question.words[start].isCorrectableAlone
    {
      return span.steps.count > 1 ? span : nearestOnly(span)
    }
    return best
  }

  /// Whether the next word that counts is written as in some name here.
  private func hasNeighbour(_ start: Int) -> Bool {
    let next = question.words[(start + 1)...].prefix(Self.stopRun + 1).firstIndex { !$0.isStop }
    return next.map { !clean[$0].isEmpty } ?? false
  }

  /// A correction alone keeps only the nearest words, so that one edit is not buried under two.
  private func nearestOnly(_ span: Span) -> Span {
    guard let step = span.steps.first else { return span }
    let typos = step.branches.filter { $0.near.kind == .typo }
    guard let least = typos.map(\.near.distance).min() else { return span }
    let kept = step.branches.filter { $0.near.kind != .typo || $0.near.distance == least }
    return Span(
      steps: [Step(kind: .fuzzy, word: step.word, branches: kept)],
      selection: .lists(kept.map(\.postings))
    )
  }

  /// The span that begins with a step and goes as far right as it can.
  private mutating func extended(_ first: Step) -> Span? {
    guard let selection = selection(first) else { return nil }
    var span = Span(steps: [first], selection: selection)
    var next = first.end
    var stops = 0
    while next < question.words.count, question.budget > 0, span.steps.count < NameTokens.limit {
      let word = question.words[next]
      if word.isStop {
        stops += 1
        if stops > Self.stopRun { break }
        next += 1
        continue
      }
      guard !repeats(next, in: span), let step = advance(&span.selection, at: next) else { break }
      span.steps.append(step)
      next = step.end
      stops = 0
    }
    return span
  }

  /// Whether a word already stands in a span: a name seldom holds it twice, and a question that
  /// does nothing but repeat a word must not cost its square.
  private func repeats(_ index: Int, in span: Span) -> Bool {
    let bytes = question.words[index].bytes
    return span.steps.contains { question.words[$0.word].bytes == bytes }
  }

  private func selection(_ step: Step) -> Selection? {
    if step.branches.isEmpty { return nil }
    guard step.kind == .split else { return .lists(step.branches.map(\.postings)) }
    var shared: [UInt32] = []
    PostingSets.intersect(step.branches[0].postings, step.branches[1].postings, into: &shared)
    return shared.isEmpty ? nil : .entries(shared)
  }

  /// Narrows a selection by the word at an index, read in the first way that leaves a name.
  private mutating func advance(_ selection: inout Selection, at index: Int) -> Step? {
    let written = Step(kind: .clean, word: index, branches: clean[index])
    if let narrowed = narrow(selection, by: written) {
      selection = narrowed
      return written
    }
    for step in otherSteps(at: index) {
      if let narrowed = narrow(selection, by: step) {
        selection = narrowed
        return step
      }
    }
    let corrected = Step(kind: .fuzzy, word: index, branches: fuzzy(index))
    guard let narrowed = narrow(selection, by: corrected) else { return nil }
    selection = narrowed
    return corrected
  }

  /// The ways to read a word together with the next, or cut in two.
  private func otherSteps(at index: Int) -> [Step] {
    var steps: [Step] = []
    let word = question.words[index]
    if let joined = word.joined {
      steps.append(Step(kind: .joined, word: index, branches: branches([joined])))
    }
    if !word.split.isEmpty {
      let both = branches(word.split)
      if both.count == 2 { steps.append(Step(kind: .split, word: index, branches: both)) }
    }
    return steps
  }

  private mutating func narrow(_ selection: Selection, by step: Step) -> Selection? {
    guard !step.branches.isEmpty else { return nil }
    var current = selection
    if step.kind == .split {
      for branch in step.branches {
        guard let narrowed = narrow(current, by: [branch.postings]) else { return nil }
        current = narrowed
      }
      return current
    }
    return narrow(current, by: step.branches.map(\.postings))
  }

  private mutating func narrow(_ selection: Selection, by lists: [Postings]) -> Selection? {
    var shared: [UInt32] = []
    var hits = 0
    func meet(_ left: Postings) {
      for right in lists {
        let before = shared.count
        question.budget -= PostingSets.intersect(left, right, into: &shared)
        if shared.count > before { hits += 1 }
      }
    }
    switch selection {
    case .lists(let current): for list in current { meet(list) }
    case .entries(let entries): entries.withUnsafeBufferPointer { meet(Postings(list: $0)) }
    }
    if shared.isEmpty { return nil }
    return .entries(hits > 1 ? PostingSets.sortedUnique(shared) : shared)
  }

  /// A span without the ordinary words and short numbers at its ends; nil when there are none.
  private mutating func trimmed(_ span: Span) -> Span? {
    let isWeak = { (step: Step, words: [QuestionWord]) in
      words[step.word].isKnown || words[step.word].isShortNumber
    }
    let words = question.words
    var steps = span.steps
    while let last = steps.last, isWeak(last, words) { steps.removeLast() }
    while let first = steps.first, isWeak(first, words) { steps.removeFirst() }
    guard let first = steps.first, steps.count < span.steps.count,
      var selection = selection(first)
    else { return nil }
    for step in steps.dropFirst() {
      guard let narrowed = narrow(selection, by: step) else { return nil }
      selection = narrowed
    }
    return Span(steps: steps, selection: selection, isTrimmed: true)
  }

  private func branches(_ near: [NearWord]) -> [Branch] {
    near.compactMap { near in
      let part = question.columns.postings(ofToken: near.token, in: range)
      return part.count == 0 ? nil : Branch(near: near, postings: part)
    }
  }

  private mutating func fuzzy(_ index: Int) -> [Branch] {
    if let cached = fuzzyCache[index] { return cached }
    let found = branches(question.fuzzy(index))
    fuzzyCache[index] = found
    return found
  }
}
