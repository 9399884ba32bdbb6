import SemanticModel
import Values

/// Sentences with a place for a phrase: what people ask about a figure, a thing, a group, a computation.
enum SentenceFrames {
  /// A sentence; "…" is the place.
  struct Frame: Hashable {
    let text: String

    /// « évolution de … » and "CA" → « évolution de CA ».
    func filled(with phrase: String) -> String {
      guard let place = text.firstIndex(of: "…") else { return text }
      return text[..<place] + phrase + text[text.index(after: place)...]
    }
  }

  /// The sentences a phrase fits into; none for verbs and superlatives, which are sentences in themselves.
  static func frames(for entry: LexicalEntry) -> [Frame] {
    guard entry.role == .noun || entry.role == .weak else { return [] }
    let isFrench = entry.tongue == .french
    switch entry.meaning {
    case .metric: return isFrench ? frenchFigures : englishFigures
    case .dimension: return isFrench ? frenchThings : englishThings
    case .segment: return isFrench ? frenchGroups : englishGroups
    case .analysis: return isFrench ? frenchComputations : englishComputations
    case .value, .marker, .shorthand: return []
    }
  }

  private static func frames(_ texts: String...) -> [Frame] { texts.map { Frame(text: $0) } }

  private static let frenchFigures = frames(
    "… par catégorie",
    "quel est le … en 2024 ?",
    "… du mois dernier",
    "évolution de … par mois",
    "top 5 produits par …",
    "donne moi … par région stp",
    "… moyen par client",
    "… 2024 vs 2023",
    "peux tu me dire … cette année",
    "… des 10 premiers clients",
    "quel fournisseur a le plus de …",
    "répartition de … par magasin",
    "… depuis janvier",
    "bonjour, je voudrais … par trimestre"
  )

  private static let englishFigures = frames(
    "… by category",
    "what is the … in 2024?",
    "… last month",
    "… trend by month",
    "top 5 products by …",
    "show me … by region please",
    "average … per customer",
    "… 2024 vs 2023",
    "can you tell me … this year",
    "… of the 10 best customers",
    "which supplier has the highest …",
    "breakdown of … by store",
    "… since January",
    "hello, I would like … by quarter"
  )

  private static let frenchThings = frames(
    "liste des …",
    "combien de … ?",
    "quels … ?",
    "par …",
    "pour chaque …",
    "montre les …",
    "tous les … actifs",
    "détail par … s'il te plaît",
    "répartition par …",
    "donne moi les …"
  )

  private static let englishThings = frames(
    "list of …",
    "how many … are there?",
    "which … ?",
    "by …",
    "for each …",
    "show the …",
    "all active …",
    "details by … please",
    "breakdown by …",
    "give me the …"
  )

  private static let frenchGroups = frames(
    "quels … ?",
    "liste des …",
    "combien de … ?",
    "valeur des …",
    "produits …",
    "clients …",
    "part des …",
    "montre moi les … en mars",
    "y a t il des … ?",
    "… par entrepôt"
  )

  private static let englishGroups = frames(
    "which … ?",
    "list of …",
    "how many … ?",
    "value of …",
    "… products",
    "… customers",
    "share of …",
    "show me the … in March",
    "are there any … ?",
    "… by warehouse"
  )

  private static let frenchComputations = frames(
    "…",
    "fais une …",
    "montre la … pour la semaine prochaine",
    "… par produit",
    "… des 30 prochains jours",
    "peux tu calculer … ?",
    "quelle est la … ?",
    "j'ai besoin de …"
  )

  private static let englishComputations = frames(
    "…",
    "run a …",
    "show the … for next week",
    "… by product",
    "… for the next 30 days",
    "can you compute … ?",
    "what is the … ?",
    "I need the …"
  )
}
