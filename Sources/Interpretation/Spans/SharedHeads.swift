import Language
import SemanticModel

/// Figures whose names share a word said once: "storage and delivery cost", « taux de retard et de retour », « marge brute et nette ».
struct SharedHeads {
  let model: SemanticModel
  let lexicon: Lexicon
  let utterance: Utterance

  private var words: [String] { utterance.words }

  /// A span for each part of a name that the shared word makes whole.
  func spans() -> [Span] {
    utterance.tokens.indices.flatMap { start in
      figures(at: start).flatMap { name in before(name) + behind(name) } + listed(under: start)
    }
  }

  /// "costs: purchase, storage, delivery", « coûts : achat, stockage »: a word, and behind a colon what it is of.
  private func listed(under head: Int) -> [Span] {
    guard words.indices.contains(head + 2), words[head + 1] == ":",
      figure(called: [words[head]]) != nil
    else { return [] }
    var found: [Span] = []
    var place = head + 2
    while place < words.count, let figure = figure(of: words[place], under: words[head]) {
      // The first takes the head along, which is no figure of its own.
      found.append(span((found.isEmpty ? head : place)..<(place + 1), figure))
      place += 1
      while isJoint(place) { place += 1 }
    }
    return found.count > 1 ? found : []
  }

  private func figure(of word: String, under head: String) -> String? {
    let linked = Self.links.sorted().lazy.compactMap { figure(called: [head, $0, word]) }.first
    guard let whole = figure(called: [word, head]) ?? linked else { return nil }
    let own = figure(called: [word])
    return isAlike(own, whole) ? own : whole
  }

  /// The names of figures that begin at a token, of two words and more.
  private func figures(at start: Int) -> [Range<Int>] {
    lexicon.hits(in: words, at: start).filter { hit in
      hit.tokens.count > 1 && hit.senses.contains { Self.figure(of: $0) != nil }
    }.map(\.tokens)
  }

  /// "purchase, storage | and delivery cost": single words before a name of two, joined to it.
  private func before(_ name: Range<Int>) -> [Span] {
    guard name.count == 2 else { return [] }
    let head = words[name.lowerBound + 1]
    var found: [Span] = []
    var place = name.lowerBound - 2
    while place >= 0, isJoint(place + 1), !isInName(place) {
      let own = figure(called: [words[place]])
      if let figure = figure(called: [words[place], head]), !isAlike(own, figure) {
        found.append(span(place..<(place + 1), figure))
      } else if own == nil {
        break
      }
      place -= 2
      while place > 0, isJoint(place) { place -= 1 }
    }
    return found
  }

  /// « coûts de stockage | et de livraison », « marge brute | et nette »: what the first word of a name begins once more.
  private func behind(_ name: Range<Int>) -> [Span] {
    let head = words[name.lowerBound]
    var found: [Span] = []
    var end = name.upperBound
    while isJoint(end) {
      let start = isJoint(end + 1) ? end + 2 : end + 1
      let link = words[min(start, words.count)...].prefix { Self.links.contains($0) }
      let place = start + link.count
      guard place < words.count, !isJoint(place), !isInName(place),
        let figure = figure(called: [head] + link + [words[place]]),
        !link.isEmpty || !isAlike(self.figure(called: [words[place]]), figure)
      else { break }
      found.append(span(start..<(place + 1), figure))
      end = place + 1
    }
    return found
  }

  /// Whether a word belongs to a longer name: the "units" of "forecast units and forecast revenue".
  private func isInName(_ place: Int) -> Bool {
    (max(0, place - 4)...place).contains { start in
      figures(at: start).contains { $0.contains(place) }
    }
  }

  /// Whether a word alone names a figure of the same kind: the "revenue" of "gross margin and revenue" is no gross revenue, while the
  /// "delivery" of "delivery and storage cost" is no number of deliveries.
  private func isAlike(_ own: String?, _ figure: String) -> Bool {
    guard let own, let unit = model.metrics[own]?.unit else { return false }
    return unit == model.metrics[figure]?.unit
  }

  private func isJoint(_ index: Int) -> Bool {
    words.indices.contains(index) && Self.joints.contains(words[index])
  }

  private static let joints: Set<String> = [",", "and", "et", "&", "or", "ou"]
  private static let links: Set<String> = ["de", "d'", "du", "of", "la", "l'"]

  /// The figure that a whole phrase is a sure name of.
  private func figure(called phrase: [String]) -> String? {
    lexicon.hits(in: phrase, at: 0).lazy.filter { $0.tokens.count == phrase.count }
      .flatMap(\.senses).compactMap(Self.figure).first
  }

  private static func figure(of sense: Sense) -> String? {
    guard sense.role == .noun, case .metric(let name) = sense.meaning else { return nil }
    return name
  }

  private func span(_ tokens: Range<Int>, _ figure: String) -> Span {
    Span(tokens: tokens, meaning: .metric(figure, .noun), score: Float(tokens.count) + 0.25)
  }
}
