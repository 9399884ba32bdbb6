import Interpretation
import Language
import Planning
import SemanticModel
import ValueIndex
import Values
import VectorIndex

/// Decides between answering, asking and refusing, by what the readings explain and what the database can give.
struct Judge {
  let assistant: Assistant
  let utterance: Utterance

  private struct Compiled {
    let reading: Reading
    let query: Query
    let plan: Plan
  }

  /// Readings nearer than this to the best one are rivals: the words do not tell them apart.
  private static let rivalry = 0.12
  /// The same for customer and supplier orders, whose words are the same.
  private static let kinship = 0.4
  /// A reading the database cannot give must lead by this much over one it can.
  private static let lead = 0.45
  /// How much better a reading with unexplained words must fit than one without.
  private static let explained = 0.55
  /// Below this score per token nothing is answered.
  private static let floor = 0.3

  var model: SemanticModel { assistant.model }

  func verdict() -> Verdict {
    // An order about the program's own work would write nothing of the user's.
    if let upkeep = assistant.interpreter.upkeep(utterance) {
      return Verdict(.talk(.upkeep(upkeep)))
    }
    return verdictBehindSetting()
  }

  /// What to do with all that is said.
  func plainVerdict() -> Verdict {
    switch assistant.interpreter.understand(utterance) {
    case .empty: return Verdict(.refuse(.empty))
    case .talk(let marker): return Verdict(.talk(Self.talk(marker)))
    case .write: return Verdict(.refuse(.writeRequest))
    case .tables: return Verdict(.tables)
    case .currency: return Verdict(.currency)
    case .coverage: return coverage()
    case .followUp: return Verdict(.ask(.nothingBefore))
    case .nothing(let unexplained): return nothing(unexplained)
    case .readings(let readings): return judge(readings)
    }
  }

  private static func talk(_ marker: Marker) -> Answer.Talk {
    switch marker {
    case .thanks: .thanks
    case .farewell: .farewell
    case .help: .help
    case .identity: .identity
    default: .greeting
    }
  }

  // MARK: - Readings

  private func judge(_ readings: [Reading]) -> Verdict {
    guard let first = readings.first else { return nothing([]) }
    if let asked = askVagueWord(first) { return asked }
    if case .analysis(let name) = first.outcome, let rival = rivalOfAnalysis(first, readings) ?? nil
    {
      let asked = askMeaning(name, rival, readings)
      if asked.choices.count > 1 { return asked }
    }
    if case .analysis = first.outcome, !first.unexplained.isEmpty {
      return unknown(first.unexplained)
    }
    if case .analysis(let name) = first.outcome, let analysis = model.analyses[name] {
      return Verdict(.refuse(.analysisUnavailable(analysis.noun)))
    }
    if case .definition(let object) = first.outcome { return definition(object) }
    var compiled: [Compiled] = []
    var problems: [(Reading, Query, PlanningProblem)] = []
    for reading in readings {
      guard case .query(let query) = reading.outcome else { continue }
      do throws(PlanningProblem) {
        let (told, plan) = try assistant.planner.planTold(query)
        if !compiled.contains(where: {
          $0.plan.sql == plan.sql && $0.plan.parameters == plan.parameters
            && $0.query.analysis == query.analysis
        }) {
          compiled.append(Compiled(reading: reading, query: told, plan: plan))
        }
      } catch {
        if let (other, plan) = beyond(query, error) {
          compiled.append(Compiled(reading: reading, query: other, plan: plan))
        } else {
          problems.append((reading, query, error))
        }
      }
    }
    guard let best = compiled.first else { return unavailable(problems, first) }
    if let (reading, query, problem) = problems.first,
      reading.weight > best.reading.weight + Self.lead
    {
      return unavailable(problem, query, reading)
    }
    // A reading that explains every word goes before one that fits hardly better and leaves some unexplained.
    if !best.reading.unexplained.isEmpty, !best.reading.unexplained.contains(utterance.text),
      let whole = compiled.first(where: { $0.reading.unexplained.isEmpty }),
      whole.reading.weight > best.reading.weight - Self.explained
    {
      return decide(whole, among: compiled.filter { $0.reading.weight <= whole.reading.weight })
    }
    return decide(best, among: compiled)
  }

  private func decide(_ best: Compiled, among compiled: [Compiled]) -> Verdict {
    if !best.reading.unexplained.isEmpty { return unknown(best.reading.unexplained) }
    if let name = best.reading.ambiguousNames.first(where: { $0.names.count > 1 }) {
      return askName(name)
    }
    if let name = best.reading.sharedNames.first, let asked = askWhich(name, best.query) {
      return asked
    }
    if best.reading.score < Self.floor { return nothing([]) }
    if let refused = missingTerms(of: best.query) { return refused }
    if let last = horizonPassed(by: best.query) { return Verdict(.refuse(.beyondHorizon(last))) }
    if let margin = marginPassed(by: best.query) { return Verdict(.refuse(.marginOutside(margin))) }
    let rivals = compiled.dropFirst().filter {
      $0.reading.weight > best.reading.weight - margin(best.reading, $0.reading)
        && $0.reading.unexplained.isEmpty
        && $0.reading.ambiguousNames.isEmpty && differInSense(best.reading, $0.reading)
        && !(speakOfOtherOrders(best.reading, $0.reading) && settlesOrders(best.query))
    }
    if !rivals.isEmpty {
      let asked = askMeaning([best] + rivals.prefix(3))
      if asked.choices.count > 1 { return asked }
    }
    var verdict = Verdict(.answer(best.query, best.plan))
    verdict.assumptions = assumptions(best)
    verdict.namesSubject = best.reading.namesSubject
    verdict.confidence = min(1, max(0, best.reading.score))
    return verdict
  }

  /// How near a rival must be: « commande » without more is always asked about where both kinds exist.
  private func margin(_ left: Reading, _ right: Reading) -> Double {
    speakOfOtherOrders(left, right) ? Self.kinship : Self.rivalry
  }

  /// Whether « commandes » is of customers in one reading and to suppliers in the other.
  private func speakOfOtherOrders(_ left: Reading, _ right: Reading) -> Bool {
    zip(left.spans, right.spans).contains {
      Set([topic($0.meaning), topic($1.meaning)]) == Self.orders
    }
  }

  /// « délai d'expédition des commandes », « livré en retard 30 % de leurs commandes »: the figure is of one kind of order only.
  private func settlesOrders(_ query: Query) -> Bool {
    let counts: Set<String> = ["orders", "purchase_order_count"]
    return query.measures.contains { measure in
      !counts.contains(measure.metric)
        && model.metrics[measure.metric]?.dataset.map(Self.orders.contains) == true
    }
  }

  private static let orders: Set<String> = ["customer_orders", "purchase_orders"]

  /// Whether two readings split the question alike but give some word a meaning about other things.
  private func differInSense(_ left: Reading, _ right: Reading) -> Bool {
    guard left.spans.count == right.spans.count else { return false }
    let pairs = zip(left.spans, right.spans)
    return pairs.allSatisfy { $0.text == $1.text }
      && pairs.contains {
        topic($0.meaning) != topic($1.meaning) && !isReason($0.meaning, $1.meaning)
      }
  }

  /// "breakage": the loss, and the reason of it, are one.
  private func isReason(_ left: String, _ right: String) -> Bool {
    func parts(_ meaning: String) -> (kind: Substring, name: Substring)? {
      let parts = meaning.split(separator: " ", maxSplits: 1)
      return parts.count == 2 ? (parts[0], parts[1].prefix { $0 != "=" }) : nil
    }
    guard let left = parts(left), let right = parts(right),
      Set([left.kind, right.kind]) == ["metric", "value"]
    else { return false }
    let (metric, value) = left.kind == "metric" ? (left.name, right.name) : (right.name, left.name)
    return ["movement_reason", "return_reason"].contains(value)
      && model.metrics[String(metric)]?.dataset == model.dimensions[String(value)]?.dataset
  }

  /// What a meaning is about: an order as a thing and the number of orders are one topic.
  private func topic(_ meaning: String) -> String {
    let parts = meaning.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return meaning }
    switch parts[0] {
    case "metric" where parts[1] == "orders": return "customer_orders"
    case "metric" where parts[1] == "purchase_order_count": return "purchase_orders"
    case "metric":
      let metric = model.metrics[parts[1]]
      return metric?.expression == .call("count", []) ? metric?.dataset ?? meaning : meaning
    case "dimension":
      let dimension = model.dimensions[parts[1]]
      return dimension?.isEntity == true ? dimension?.dataset ?? meaning : meaning
    case "value":
      // A word for a group takes the group: a place and a thing called after it are one topic.
      let dimension = model.dimensions[String(parts[1].prefix { $0 != "=" })]
      return dimension.map { "names of " + $0.dataset } ?? meaning
    default: return meaning
    }
  }

  /// A computation and a query that fit the words equally well: « à risque ».
  private func rivalOfAnalysis(_ first: Reading, _ readings: [Reading]) -> [Reading]? {
    let rivals = readings.dropFirst().filter {
      $0.weight > first.weight - Self.rivalry && differInSense(first, $0) && $0.unexplained.isEmpty
    }
    return rivals.isEmpty ? nil : Array(rivals)
  }

  // MARK: - Asking

  private func askMeaning(_ compiled: [Compiled]) -> Verdict {
    ask(compiled.map(\.reading))
  }

  /// "what's at risk?": a phrase said of several things alike, with nothing beside it that tells of which.
  private func askVagueWord(_ reading: Reading) -> Verdict? {
    let kinds: Set<Substring> = ["metric", "dimension", "segment", "analysis", "value"]
    let things = reading.spans.filter { kinds.contains($0.meaning.prefix { $0 != " " }) }
    guard things.count == 1, let thing = things.first else { return nil }
    let meanings = assistant.interpreter.looseMeanings(of: thing.text)
    guard meanings.count > 2 else { return nil }
    var verdict = Verdict(.ask(.ambiguousMeaning(thing.text)))
    for noun in meanings.compactMap({ noun(of: $0) }) {
      let label = noun.plural[utterance.tongue]
      verdict.choices.append(Answer.Choice(label: label, question: label))
    }
    verdict.confidence = 0.5
    return verdict
  }

  private func askMeaning(_ name: String, _ rivals: [Reading], _ readings: [Reading]) -> Verdict {
    ask([readings[0]] + rivals.prefix(3))
  }

  /// One question with a choice for each reading, each a full question with the word made plain.
  private func ask(_ readings: [Reading]) -> Verdict {
    guard let first = readings.first, let other = readings.dropFirst().first else {
      return nothing([])
    }
    let place =
      zip(first.spans, other.spans).enumerated().first {
        $0.element.0.meaning != $0.element.1.meaning
      }?.offset ?? 0
    let word = first.spans.indices.contains(place) ? first.spans[place].text : utterance.text
    var verdict = Verdict(.ask(.ambiguousMeaning(word)))
    for reading in readings where reading.spans.indices.contains(place) {
      let meaning = reading.spans[place].meaning
      guard let noun = noun(of: meaning) else { continue }
      let label =
        thing(behind: meaning)?.plural[utterance.tongue] ?? noun.singular[utterance.tongue]
      let choice = Answer.Choice(label: label, question: replacing(word, by: label))
      if !verdict.choices.contains(choice) { verdict.choices.append(choice) }
    }
    verdict.confidence = 0.5
    return verdict
  }

  /// « commandes clients » or « commandes fournisseurs »: what a number of orders is a number of.
  private func thing(behind meaning: String) -> Noun? {
    let topic = topic(meaning)
    guard ["customer_orders", "purchase_orders"].contains(topic) else { return nil }
    return model.dimensions.values.filter { $0.isEntity && $0.dataset == topic }.map {
      ($0.name, $0.noun)
    }
    .min { $0.0 < $1.0 }?.1
  }

  private func noun(of meaning: String) -> Noun? {
    let parts = meaning.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    if parts[0] == "value", let name = parts[1].split(separator: "=").last.map(String.init) {
      let dimension = String(parts[1].prefix { $0 != "=" })
      let of = model.dimensions[dimension]?.noun.singular
      let text = LocalizedText(
        french: "\(of?.french ?? dimension) \(name)",
        english: "\(name) \(of?.english ?? dimension)"
      )
      return Noun(singular: text, plural: text, isFeminine: false)
    }
    return Intuition.noun(of: meaning, in: model)
  }

  func replacing(_ word: String, by label: String) -> String {
    guard let range = utterance.text.firstRange(of: word) else { return label }
    return utterance.text.replacingCharacters(in: range, with: label)
  }

  func askName(_ name: Reading.NameChoice) -> Verdict {
    askName(name.words, of: name.dimension, among: name.names)
  }

  /// Which of some names of a dimension words mean.
  func askName(_ words: String, of name: String, among names: [NamedValue]) -> Verdict {
    guard let dimension = model.dimensions[name] else { return nothing([]) }
    var verdict = Verdict(.ask(.ambiguousName(words, dimension: dimension.noun)))
    verdict.choices = names.prefix(4).map {
      Answer.Choice(label: $0.name, question: replacing(words, by: $0.name))
    }
    verdict.confidence = 0.5
    return verdict
  }

  // MARK: - Refusing

  private func nothing(_ unexplained: [String]) -> Verdict {
    var verdict = unexplained.isEmpty ? Verdict(.refuse(.notUnderstood)) : unknown(unexplained)
    if verdict.choices.isEmpty { verdict.choices = suggestions() }
    verdict.confidence = 0
    return verdict
  }

  /// Words nothing explains are named; near names of the data are offered.
  private func unknown(_ words: [String]) -> Verdict {
    var verdict = Verdict(.refuse(.unknownWords(words)))
    verdict.unexplained = words
    verdict.confidence = 0.2
    for word in words where verdict.choices.isEmpty {
      let near = assistant.interpreter.catalog.index.suggestions(
        for: [Fold.fold(word)],
        dimension: nil,
        count: 3
      )
      verdict.choices = near.filter { $0.likeness > 0.55 }.map {
        Answer.Choice(label: $0.name, question: replacing(word, by: $0.name))
      }
    }
    if verdict.choices.isEmpty { verdict.choices = suggestions() }
    return verdict
  }

  /// What the question resembles, from the index of known questions.
  private func suggestions() -> [Answer.Choice] {
    guard let intuition = assistant.intuition.content else { return [] }
    return intuition.nearest(to: utterance, count: 3).filter { $0.score > 0.55 }.compactMap {
      match in
      guard let noun = Intuition.noun(of: match.label, in: model) else { return nil }
      let text = noun.singular[utterance.tongue]
      return Answer.Choice(label: text, question: text)
    }
  }

  private func unavailable(_ problems: [(Reading, Query, PlanningProblem)], _ first: Reading)
    -> Verdict
  {
    // Where only the times of day are missing, that is what is to be known.
    let untimed = problems.first { if case .untimed = $0.2 { true } else { false } }
    guard let (reading, query, problem) = untimed ?? problems.first else {
      return first.unexplained.isEmpty ? nothing([]) : unknown(first.unexplained)
    }
    return unavailable(problem, query, reading)
  }

  func unavailable(_ problem: PlanningProblem, _ query: Query, _ reading: Reading)
    -> Verdict
  {
    if !reading.unexplained.isEmpty { return unknown(reading.unexplained) }
    let subject =
      query.measures.first.flatMap { model.metrics[$0.metric]?.noun.singular }
      ?? LocalizedText(french: "cette question", english: "this question")
    switch problem {
    case .missingTable(let table):
      return Verdict(.refuse(.missingData(table: table, column: nil, subject: subject)))
    case .missingColumn(let table, let column):
      return Verdict(.refuse(.missingData(table: table, column: column, subject: subject)))
    case .unreachable(_, let name), .ambiguous(_, let name):
      let noun =
        model.dimensions[name]?.noun.singular ?? model.segments[name]?.noun.singular
        ?? LocalizedText(french: name, english: name)
      return Verdict(.refuse(.unreachable(subject: subject, dimension: noun)))
    case .untimed: return Verdict(.refuse(.untimed(subject: subject)))
    case .undated:
      return Verdict(
        .refuse(
          .unreachable(subject: subject, dimension: LocalizedText(french: "date", english: "date"))
        )
      )
    }
  }

  // MARK: - Definitions and extent

  private func definition(_ object: Reading.Object) -> Verdict {
    let found: (Noun, LocalizedText)? =
      switch object {
      case .metric(let name): model.metrics[name].map { ($0.noun, $0.description) }
      case .dimension(let name): model.dimensions[name].map { ($0.noun, $0.description) }
      case .segment(let name): model.segments[name].map { ($0.noun, $0.description) }
      case .analysis(let name): model.analyses[name].map { ($0.noun, $0.description) }
      }
    guard let (noun, text) = found else { return nothing([]) }
    return Verdict(.talk(.definition(noun: noun, text: text)))
  }

  /// From when to when the sales go.
  private func coverage() -> Verdict {
    var query = Query()
    query.measures = [Measure("first_sale_date"), Measure("last_sale_date")]
    do throws(PlanningProblem) {
      return Verdict(.answer(query, try assistant.planner.plan(query)))
    } catch {
      return unavailable(error, query, Reading(outcome: .query(query), score: 1))
    }
  }

  // MARK: - Assumptions

  private func assumptions(_ compiled: Compiled) -> [Answer.Assumption] {
    var list: [Answer.Assumption] = []
    if compiled.query.period == nil, !compiled.query.measures.isEmpty {
      let kinds = compiled.plan.datasets.compactMap { model.datasets[$0]?.kind }
      let isLevel = kinds.contains { if case .snapshot = $0 { true } else { false } }
      if isLevel {
        list.append(.levelNow)
      } else if kinds.contains(.flow) {
        list.append(.allHistory)
      }
    }
    for note in compiled.reading.notes {
      switch note {
      case .recently(let days): list.append(.defaultPeriod(days: days))
      case .group(let word, _): list.append(.group(word: word, count: 0))
      case .corrected(let word, let name): list.append(.corrected(word: word, name: name))
      case .comparedWithYearBefore: break
      }
    }
    return list + caveats(of: compiled.query)
  }

  /// The remarks of the figures told, each once.
  func caveats(of query: Query) -> [Answer.Assumption] {
    var list: [Answer.Assumption] = []
    for measure in query.measures {
      guard let caveat = model.metrics[measure.metric]?.caveat, !list.contains(.caveat(caveat))
      else { continue }
      list.append(.caveat(caveat))
    }
    return list + lateBeginnings(query)
  }
}
