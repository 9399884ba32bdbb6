/// Which figures two opposite kinds of words belong to: up and down, highest and lowest.
///
/// Where a text has but one of the two, any place will do. Where it has both, each word is paired with the figure beside
/// it, and the pairs must be the draft's: « le maximum est de {{v3}}, le minimum de {{v4}} ».
struct Bonds {
  let up: Set<String>
  let down: Set<String>
  /// Figures of which the way is known from their values.
  let known: [String: Bool]
  /// Whether a reply may say more often than the draft what there is but one way to say.
  var mayRepeat = true

  private enum Item: Equatable {
    case marker(Bool)
    case slot(String)
    /// The end of a sentence, across which nothing is paired.
    case stop
  }

  private struct Pair: Hashable {
    let isUp: Bool
    let slot: String
  }

  /// Whether what a reply says of its figures is what the draft, and their values, say.
  func hold(from draft: [Piece], in reply: [Piece]) -> Bool {
    let before = items(draft)
    let after = items(reply)
    let (drafted, said) = (markers(before), markers(after))
    let values = Set(known.values)
    if said.isEmpty { return drafted.isEmpty }
    if drafted.isEmpty {
      // A way that only the values tell: « progresse de {{v1}} à {{v2}} ».
      return values.count == 1 && Set(said) == values
    }
    let polarities = Set(drafted).union(values)
    if polarities.count == 1 {
      return Set(said) == polarities && (mayRepeat || said.count <= drafted.count)
    }
    return hold(pairs(before), after)
  }

  private func hold(_ drafted: [Pair], _ reply: [Item]) -> Bool {
    let bound = Set(drafted.map(\.slot))
    let places = Self.merged(
      reply.filter { item in
        if case .slot(let name) = item { bound.contains(name) } else { true }
      }
    )
    let said = pairs(places)
    // A word beyond the pairs would belong to nothing.
    return Set(said) == Set(drafted) && said.count == markers(places).count
      && said.allSatisfy { known[$0.slot] == nil || known[$0.slot] == $0.isUp }
  }

  private func items(_ pieces: [Piece]) -> [Item] {
    let items = pieces.compactMap { piece -> Item? in
      switch piece {
      case .slot(let name): .slot(name)
      case .word(let word) where up.contains(word): .marker(true)
      case .word(let word) where down.contains(word): .marker(false)
      case .mark("."): .stop
      case .word, .mark, .term: nil
      }
    }
    return Self.merged(items)
  }

  /// Words beside each other that say the same are one.
  private static func merged(_ items: [Item]) -> [Item] {
    var result: [Item] = []
    for item in items {
      if case .marker = item, item == result.last { continue }
      result.append(item)
    }
    return result
  }

  private func markers(_ items: [Item]) -> [Bool] {
    items.compactMap { if case .marker(let isUp) = $0 { isUp } else { nil } }
  }

  /// Each word with the figure after it, or before it where that one is not taken.
  private func pairs(_ items: [Item]) -> [Pair] {
    var pairs: [Pair] = []
    var index = 0
    while index < items.count {
      let next = index + 1 < items.count ? items[index + 1] : nil
      switch (items[index], next) {
      case (.marker(let isUp), .slot(let name)?), (.slot(let name), .marker(let isUp)?):
        pairs.append(Pair(isUp: isUp, slot: name))
        index += 2
      default: index += 1
      }
    }
    return pairs
  }
}
