import Language
import Values

/// Small words that tie a text to the question before: « seulement », "instead", « ces », « le mois d'avant ».
struct FollowUpWords {
  private let words: [String]
  private let text: String

  init(_ utterance: Utterance) {
    words = utterance.tokens.filter { $0.kind != .symbol }.map(\.folded)
    text = " " + words.joined(separator: " ") + " "
  }

  /// Sets what the words say of how the rest is meant.
  func mark(_ fragment: inout Fragment) {
    fragment.adds = has(Self.adding)
    fragment.opens = has(Self.replacing)
    fragment.refersBack = has(Self.references) && !ownsItsOwners(fragment)
    fragment.unitBefore = unit(Self.before, leading: ["previous", "prior", "preceding"])
    fragment.unitAfter = unit(Self.after, leading: ["next", "following"])
    fragment.dropsFilter = has(Self.dropping)
    if has(["plutot que par", "au lieu de par", "rather than by", "instead of by"]) {
      fragment.keys = Array(fragment.keys.prefix(1))
    }
    fragment.isSingular = has(Self.singular)
    if fragment.metrics.isEmpty, fragment.counts, has(["ca fait", "ca represente", "cela fait"]) {
      fragment.isTotal = true
    }
    if has(Self.comparing) { fragment.compares = true }
    fragment.isLastYear = has([
      "l an dernier", "l annee derniere", "l an passe", "l annee passee", "last year",
      "l' an dernier", "l' annee derniere", "l' an passe", "l' annee passee",
    ])
    fragment.namesYear = words.contains {
      $0.utf8.count == 4 && Int($0).map { (1900...2100).contains($0) } == true
    }
    if has([
      "toute l annee", "toute l' annee", "l annee entiere", "l' annee entiere", "whole year",
      "full year", "all year",
    ]) {
      fragment.widens = .year
    } else if has([
      "tout l historique", "tout l' historique", "all time", "whole history", "depuis toujours",
      "toutes les annees", "all years", "toutes periodes", "any period", "sans la periode",
    ]) {
      fragment.widens = .everything
    }
  }

  /// « produits dormants avec leur valeur »: of the things this very text names.
  private func ownsItsOwners(_ fragment: Fragment) -> Bool {
    let owning: Set<String> = ["leur", "leurs", "their", "its", "son", "sa"]
    guard fragment.namesThing, let place = words.firstIndex(where: { owning.contains($0) }),
      !words.contains(where: {
        ["ces", "those", "these", "them", "they", "ils", "elles"].contains($0)
      })
    else { return false }
    let asking: Set<String> = [
      "et", "and", "quel", "quels", "quelle", "quelles", "what", "which", "who", "avec", "with",
    ]
    return place >= 2 && !asking.contains(words[0])
  }

  /// Whether a leftover word is one of these.
  func explains(_ word: String) -> Bool {
    let folded = Fold.fold(word)
    return Self.known.contains(folded)
      || folded.split(separator: " ").allSatisfy {
        Self.known.contains(String($0))
      }
  }

  private func has(_ phrases: [String]) -> Bool {
    phrases.contains { text.contains(" " + $0 + " ") }
  }

  /// « le mois d'avant », "the previous quarter", « le trimestre suivant ».
  private func unit(_ behind: [String], leading: Set<String>) -> Grain? {
    for (place, word) in words.enumerated() {
      guard let grain = Self.units[word] else { continue }
      let after = words[(place + 1)...].prefix(2).joined(separator: " ")
      let before = place > 0 ? words[place - 1] : ""
      if behind.contains(where: { after.hasPrefix($0) }) || leading.contains(before) {
        return grain
      }
    }
    return nil
  }

  private static let units: [String: Grain] = [
    "jour": .day, "day": .day, "semaine": .week, "week": .week, "mois": .month, "month": .month,
    "trimestre": .quarter, "quarter": .quarter, "an": .year, "annee": .year, "year": .year,
  ]
  private static let before = ["d' avant", "d avant", "avant", "precedent", "before", "earlier"]
  private static let after = ["suivant", "d' apres", "d apres", "apres", "after", "later"]
  private static let dropping = [
    "enleve ce filtre", "enleve le filtre", "retire ce filtre", "retire le filtre",
    "sans ce filtre", "sans filtre",
    "drop that filter", "drop the filter", "remove that filter", "remove the filter",
    "without that filter",
    "without the filter", "no filter",
  ]
  private static let narrowing = [
    "seulement", "uniquement", "juste", "que pour", "rien que", "only", "just", "limite a",
    "restreins a", "filtre sur",
    "filtre", "garde", "narrow", "restrict", "keep only", "pour la", "pour le", "pour les", "dans",
  ]
  private static let adding = [
    "aussi", "egalement", "en plus", "ajoute", "rajoute", "avec", "also", "too", "add", "as well",
    "with",
  ]
  private static let replacing = [
    "plutot", "a la place", "au lieu", "instead", "rather", "maintenant", "now", "reviens",
    "back to", "again",
    "pareil", "idem", "same", "meme chose", "refais", "redo", "remets", "remet", "remettre",
    "ca represente",
    "ca fait", "cela represente", "does that represent", "is that", "put back", "lequel",
    "laquelle", "which one",
  ]
  private static let singular = [
    "le plus", "la plus", "le moins", "la moins", "the most", "the least", "the best", "the worst",
    "le meilleur",
    "la meilleure", "le pire", "la pire", "the biggest", "the smallest", "the fastest",
    "the cheapest", "lequel",
    "laquelle", "which one",
  ]
  private static let comparing = [
    "compare", "compares", "compared", "compare a", "par rapport", "versus", "vs", "contre", "than",
    "face a",
  ]
  private static let references = [
    "ils", "elles", "ces", "ceux", "celles", "ceux la", "celles la", "those", "these", "them",
    "they", "leur", "leurs", "their",
    "eux", "en reste", "en a", "en avons", "en restait", "the same ones", "les memes", "chacun",
    "chacune", "each of them",
    "ce produit", "ce client", "ce fournisseur", "this product", "this customer", "this supplier",
    "it", "its", "son", "sa",
  ]
  private static let known: Set<String> = {
    let phrases =
      narrowing + adding + replacing + references + before + after + dropping + Array(units.keys)
    return Set(phrases.flatMap { $0.split(separator: " ").map(String.init) }).union([
      "il", "y", "d'", "d", "make", "it", "next", "following", "how", "does", "that", "compare",
      "compares", "with", "comment", "ca",
      "se",
      "together", "please", "stp", "svp", "nouveau", "encore", "once", "more", "des", "sont",
      "dans", "viennent", "come", "from", "en",
      "overall", "globalement", "quels", "quel", "quelle", "quelles", "what", "which", "one", "are",
      "do", "does", "previous", "prior", "preceding", "toute", "tout", "l'", "whole", "full",
      "time",
    ])
  }()
}
