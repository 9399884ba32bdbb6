import Interpretation
import Language
import Planning
import SemanticModel
import Values

/// The words of a turn as a change of the question before: decides whether they are one, and makes it.
struct FollowUp {
  private let assistant: Assistant
  private let utterance: Utterance
  private let fragments: [Fragment]
  private let edit: QueryEdit

  /// Reads the words as they stand behind a question, where a bare "march" is a time.
  init(_ assistant: Assistant, _ utterance: Utterance) {
    self.assistant = assistant
    self.utterance = Utterance(
      utterance.text,
      clock: Clock(now: utterance.clock.now, continues: true),
      tongue: utterance.tongue
    )
    fragments = assistant.interpreter.fragments(self.utterance)
    edit = QueryEdit(model: assistant.model, now: utterance.clock.now)
  }

  /// The query before with what the words change; nil when they are a question of their own.
  ///
  /// The question before that one (`earlier`) is what « les deux » means too.
  ///
  /// « ce mois-là » is the one time shown (`time`).
  func query(after before: Query, earlier: Query? = nil, showing time: Period? = nil) -> Query? {
    if let query = queryAboutOne(after: before) { return query }
    if let time, fragments.first?.pointsAtTime == true {
      return query(after: edit.pinned(before, to: time), earlier: earlier)
    }
    if let query = queryOfClauses(after: before, earlier: earlier) { return query }
    if let place = ListPlace(utterance) { return query(after: before, at: place) }
    return query(after: before, by: fragments.filter(\.unexplained.isEmpty), earlier)
  }

  /// « que lui recommander ? », "will she order again?": a computation about the one thing that the question before named.
  private func queryAboutOne(after before: Query) -> Query? {
    guard fragments.contains(where: \.pointsAtOne), var query = assistant.query(utterance),
      let analysis = query.analysis.flatMap({ assistant.model.analyses[$0.name] })
    else { return nil }
    for dimension in analysis.about
    where !query.filters.contains(where: { $0.dimension == dimension }) {
      guard let named = before.filters.first(where: { $0.namesOne(of: dimension) }) else {
        continue
      }
      query.filters.append(named)
      return query
    }
    return nil
  }

  /// "forget the months, split by subcategory": one change after the other, where each clause is one of its own.
  private func queryOfClauses(after before: Query, earlier: Query?) -> Query? {
    let clauses = Clauses(utterance).parts
    guard clauses.count > 1 else { return nil }
    let changes = clauses.map { FollowUp(assistant, $0) }
    // « trie par taux, le meilleur en haut » is one order.
    guard changes.first?.fragments.first?.sorts != true else { return nil }
    // "drop the region, segment is enough": a thing alone is what is left.
    let drops = changes.contains { $0.fragments.first?.drops == true }
    var query = before
    for change in changes {
      guard let first = change.fragments.first,
        first.changesBySelf || drops && first.isOnlyThings,
        let next = change.query(after: query, earlier: earlier)
      else { return nil }
      query = next
    }
    return query
  }

  /// A name in the words that several things bear.
  var sharedName: Reading.NameChoice? { fragments.first?.sharedNames.first }

  /// Whether the same is asked for once more.
  var repeats: Bool { fragments.first.map { $0.opens || $0.narrows } ?? false }

  /// Whether a line of the last result is spoken of.
  var namesLine: Bool { ListPlace(utterance) != nil }

  /// A name in the words that fits several things.
  var doubtfulName: Reading.NameChoice? {
    guard let first = fragments.first, isFollowUp(first) else { return nil }
    return first.ambiguousNames.first
  }

  /// The query about one line of the last result, or that line alone.
  private func query(after before: Query, at place: ListPlace) -> Query? {
    let rest = Utterance(place.rest, clock: utterance.clock, tongue: utterance.tongue)
    let fragments = assistant.interpreter.fragments(rest)
    guard let first = fragments.first, !first.isEmpty else {
      return edit.moved(before, to: place.number) ?? edit.line(place.number, of: before)
    }
    let named = place.isDemonstrative ? edit.narrowedToNamed(before) : nil
    guard let narrowed = named ?? edit.narrowed(before, to: place.number) else { return nil }
    let clear = fragments.filter(\.unexplained.isEmpty).map { fragment in
      var fragment = fragment
      if named == nil, fragment.asksAttribute, edit.tellsEntities(before),
        let line = edit.line(place.number, of: before),
        let told = edit.about(line, fragment)
      {
        // « le premier, il est de quelle ville ? »: which one it is stands beside its city.
        return told
      }
      fragment.opens = true
      fragment.refersBack = false
      if fragment.asksWhat, fragment.keys.isEmpty, fragment.things.isEmpty,
        !fragment.metrics.isEmpty
      {
        // What is bought, sold or ordered is a product.
        fragment.things = ["product"]
      }
      return edit.apply(fragment, to: narrowed)
    }
    return clear.first { assistant.canPlan($0) }
  }

  private func query(after before: Query, by fragments: [Fragment], _ earlier: Query?) -> Query? {
    guard let first = fragments.first(where: { !$0.isEmpty }), first.ambiguousNames.isEmpty,
      isFollowUp(first, of: before)
    else { return nil }
    let lacksData = assistant.lacksData(for: edit.apply(first, to: before, earlier: earlier))
    let rivals = fragments.filter { fragment in
      // What the database has no column for is no reason to tell something else, unless the same words mean it too.
      guard !lacksData || fragment.said == first.said else { return false }
      // A figure may be another one of the same words, but none comes where none was said.
      return fragment.ambiguousNames.isEmpty && fragment.rank > first.rank - Self.rivalry
        && fragment.metrics.isEmpty == first.metrics.isEmpty && isFollowUp(fragment, of: before)
    }
    // « pareil pour Lille »: of the things called so, the one that goes best with the question before.
    let ranked = rivals.enumerated().map { place, fragment in
      let query = edit.apply(fragment, to: before, earlier: earlier)
      let isPossible = assistant.canPlan(query)
      let fit = edit.kinship(of: fragment, with: before, besides: first)
      return (query: query, place: place, worth: isPossible ? fit + fragment.rank : -1)
    }
    guard let best = ranked.max(by: { ($0.worth, -$0.place) < ($1.worth, -$1.place) }) else {
      return nil
    }
    // What cannot be told of the question before, and names a figure of its own, stands by itself.
    let standsAlone = !first.metrics.isEmpty && !first.opens && !first.refersBack
    // « laquelle est la pire ? », of lines without a figure, picks none.
    let picksNone = first.asksOne && best.query == before
    // « les 5 plus lents », of one figure without groups, are five of nothing.
    let cutsNothing = (best.query.limit ?? 0) > 1 && best.query.keys.isEmpty
    guard !picksNone, !cutsNothing, assistant.model.knows(best.query) else { return nil }
    return best.worth < 0 && standsAlone ? nil : best.query
  }

  /// How much worse a reading of the words may be and still win by what was asked before.
  private static let rivalry = 0.4

  /// Whether words with these pieces go on from a question, and are none of their own.
  private func isFollowUp(_ fragment: Fragment, of before: Query? = nil) -> Bool {
    guard !fragment.isEmpty else { return false }
    if let before, edit.picksLine(fragment, of: before) { return true }
    if fragment.isBoth { return true }
    if fragment.isCorrection, fragment.metrics.count + fragment.things.count <= 2 { return true }
    if fragment.refersBack {
      return !fragment.metrics.isEmpty || !fragment.things.isEmpty || !fragment.keys.isEmpty
        || !assistant.interpreter.asksAnew(utterance) || fragment.filters.isEmpty
    }
    if fragment.opens, fragment.metrics.count == 1, fragment.things.isEmpty, fragment.keys.isEmpty,
      !fragment.namesThing
    {
      // "how much revenue is that?"
      return true
    }
    let asksAnew = assistant.interpreter.asksAnew(utterance)
    if fragment.adds, fragment.metrics.count == 1, !fragment.namesThing, fragment.keys.isEmpty {
      // "show the dollars as well"
      return true
    }
    if fragment.asksOne, fragment.isSuperlative, !fragment.namesThing { return true }
    if fragment.asksWhom { return true }
    // « le plus cher seulement »: of those told.
    if fragment.isSuperlative, fragment.narrows, !fragment.namesThing, utterance.tokens.count <= 5 {
      return true
    }
    // « quels clients ? » and nothing else: of what was told.
    if asksAnew, fragment.isOnlyThings, assistant.interpreter.asksWhich(utterance) { return true }
    if asksAnew, fragment.namesThing || !fragment.metrics.isEmpty { return false }
    if fragment.sortsBy != nil || fragment.isVagueMoney || fragment.isVagueQuantity { return true }
    if fragment.narrows, !asksAnew { return true }
    // « avec le fournisseur » adds to what was asked; « produits dormants avec leur valeur » is a question.
    let adds = fragment.adds && (fragment.metrics.isEmpty || !fragment.namesThing)
    if fragment.opens || adds, fragment.metrics.count + fragment.things.count <= 2 {
      return true
    }
    if fragment.metrics.count == 1, fragment.things.isEmpty, fragment.keys.isEmpty,
      fragment.periods.isEmpty, utterance.tokens.count <= 5
    {
      // « en quantité », "margin rate please": the same in another figure.
      return true
    }
    return fragment.metrics.isEmpty && fragment.things.isEmpty
  }
}

extension Filter {
  /// Whether it names one thing of a dimension.
  fileprivate func namesOne(of name: String) -> Bool {
    if case .values(name, let values, negated: false) = self { values.count == 1 } else { false }
  }
}

extension Fragment {
  /// Whether only properties of a thing are asked for.
  fileprivate var asksAttribute: Bool {
    metrics.isEmpty && keys.isEmpty && !things.isEmpty && filters.isEmpty && periods.isEmpty
      && !isTrend && !isShare && !counts
  }
}
