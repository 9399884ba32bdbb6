import ValueIndex
import Values

/// Made-up names that share words as real ones do: a thing, a make and a number, or a person's two names.
enum GeneratedNames {
  private static let things = [
    "Lampe", "Chaise", "Table", "Bureau", "Perceuse", "Écran", "Clavier", "Radiateur", "Étagère",
    "Tondeuse", "Cafetière", "Câble", "Tapis", "Miroir", "Sac", "Valise", "Casque", "Imprimante",
  ]
  private static let starts = [
    "Bar", "Cor", "Del", "Fan", "Gal", "Hel", "Jor", "Kar", "Lor", "Mar", "Nor", "Pel", "Rav",
    "Sol", "Tor", "Val", "Wil", "Zan",
  ]
  private static let middles = ["a", "e", "i", "o", "an", "en", "in", "on", "ar", "er", "il", "ol"]
  private static let ends = [
    "bert", "card", "deau", "fort", "gny", "lier", "mont", "nard", "poix", "reau", "sson", "tier",
    "val", "ville",
  ]

  /// The same names for the same seed.
  static func list(count: Int, seed: UInt64) -> [IndexedName] {
    var random = seed
    return (0..<count).map { number in
      let isProduct = draw(&random, 2) == 0
      let make = word(&random)
      let name =
        isProduct
        ? "\(things[draw(&random, things.count)]) \(make) \(draw(&random, 9_000) + 100)"
        : "\(word(&random)) \(make)"
      return IndexedName(dimension: isProduct ? 0 : 1, key: .integer(Int64(number)), name: name)
    }
  }

  /// The name with two letters of its longest word exchanged.
  static func misspelt(_ name: String) -> String {
    var words = name.split(separator: " ").map(Array.init)
    guard let longest = words.indices.max(by: { words[$0].count < words[$1].count }),
      words[longest].count > 3
    else { return name }
    words[longest].swapAt(2, 3)
    return words.map { String($0) }.joined(separator: " ")
  }

  private static func word(_ random: inout UInt64) -> String {
    starts[draw(&random, starts.count)] + middles[draw(&random, middles.count)]
      + (draw(&random, 2) == 0 ? middles[draw(&random, middles.count)] : "")
      + ends[draw(&random, ends.count)]
  }

  /// A number below a bound: the high bits of a linear congruence (Knuth, MMIX), good enough for names.
  private static func draw(_ state: inout UInt64, _ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
