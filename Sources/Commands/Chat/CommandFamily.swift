import SemanticModel
import Values

/// A command of several words: « /alertes critique », "/db schema".
///
/// What a question can answer is asked as one; what needs a computation that is not there yet says so.
struct CommandFamily {
  /// What one of its words does.
  enum Action {
    /// The same as this question.
    case ask(french: String, english: String)
    /// The same as this question, with what stands behind the command in place of `{1}`, `{2}` and `{3}`.
    ///
    /// The first takes as many words as the others leave it: names have several.
    case askOf(french: String, english: String, count: Int)
    /// The same as several questions, one answer after the other.
    case askAll([LocalizedText])
    case schema, statistics, check, backup, preview
    /// The nightly run, now.
    case batch
    /// A lesson, told and noted once agreed to.
    case teach(LessonForm)
  }

  /// One of its words, in both languages, and what it does.
  struct Part {
    /// The French one shown first, the English one last.
    let words: [String]
    /// What stands behind the word, as it is shown.
    var argument = ""
    let action: Action
  }

  let names: [String]
  /// The first is meant when none is said.
  let parts: [Part]

  static let all: [CommandFamily] = [
    CommandFamily(
      names: ["alertes", "alerts"],
      parts: [
        Part(
          words: ["status", "statut", "status"],
          action: .ask(
            french: "nombre de produits par statut de stock",
            english: "number of products by stock status"
          )
        ),
        Part(
          words: ["critique", "critical"],
          action: .ask(french: "produits critiques", english: "critical products")
        ),
        Part(
          words: ["attention", "warning"],
          action: .ask(french: "produits en attention", english: "products to watch")
        ),
        Part(
          words: ["events", "evenements", "events"],
          action: .ask(french: "événements à venir", english: "upcoming events")
        ),
        Part(
          words: ["calcul", "compute"],
          argument: " ARTICLE DATE MARGE",
          action: .askOf(
            french: "combien de {1} faut-il commander jusqu'au {2} avec {3} % de marge ?",
            english: "how many {1} should we order until {2} with a {3}% margin?",
            count: 3
          )
        ),
        Part(words: ["traitee", "handled"], argument: " ARTICLE", action: .teach(.handled)),
      ]
    ),
    CommandFamily(
      names: ["dashboard", "tableau"],
      parts: [
        Part(words: ["kpis"], action: .ask(french: "tableau de bord", english: "dashboard")),
        Part(
          words: ["strategique", "strategic"],
          action: .ask(french: "vue stratégique", english: "strategic view")
        ),
        Part(
          words: ["tactique", "tactical"],
          action: .ask(french: "vue tactique", english: "tactical view")
        ),
        Part(
          words: ["operationnel", "operational"],
          action: .ask(french: "vue opérationnelle", english: "operational view")
        ),
        Part(
          words: ["sante", "health"],
          action: .askAll([
            LocalizedText(
              french: "nombre de produits en rupture",
              english: "number of products out of stock"
            ),
            LocalizedText(
              french: "nombre de produits sous le stock minimum",
              english: "number of products below their minimum stock"
            ),
            LocalizedText(french: "jours de couverture", english: "days of cover"),
          ])
        ),
        Part(
          words: ["tendances", "trends"],
          action: .ask(
            french: "chiffre d'affaires par mois sur les 12 derniers mois",
            english: "revenue by month over the last 12 months"
          )
        ),
        Part(
          words: ["urgents", "urgent"],
          action: .askAll([
            LocalizedText(french: "produits en rupture", english: "products out of stock"),
            LocalizedText(french: "les 3 urgences", english: "top 3 urgent items"),
          ])
        ),
        Part(
          words: ["dormant"],
          action: .ask(
            french: "produits dormants avec leur valeur de stock",
            english: "dormant products with their stock value"
          )
        ),
        Part(
          words: ["savings", "economies", "savings"],
          action: .ask(
            french: "perte estimée des produits critiques",
            english: "expected loss of critical products"
          )
        ),
      ]
    ),
    CommandFamily(
      names: ["predictions", "previsions"],
      parts: [
        Part(
          words: ["accuracy", "precision"],
          action: .ask(
            french: "précision des prévisions par mois",
            english: "forecast accuracy by month"
          )
        ),
        Part(
          words: ["generate"],
          argument: " ARTICLE JOURS",
          action: .askOf(
            french: "prévision de ventes de {1} par jour sur les {2} prochains jours",
            english: "sales forecast of {1} by day for the next {2} days",
            count: 2
          )
        ),
        Part(
          words: ["compare"],
          argument: " ARTICLE DEBUT FIN",
          action: .askOf(
            french:
              "prévision enregistrée, quantité vendue, écart à la prévision enregistrée et qualité de la prévision enregistrée de {1} par jour du {2} au {3}",
            english:
              "stored forecast, units sold, gap of the stored forecast and quality of the stored forecast of {1} by day from {2} to {3}",
            count: 3
          )
        ),
        Part(
          words: ["evenements", "events"],
          argument: " add NOM JOUR x1,5",
          action: .teach(.event)
        ),
        Part(words: ["apprends", "learn"], argument: " JOUR", action: .teach(.day)),
        Part(
          words: ["confidence", "confiance"],
          action: .ask(
            french:
              "ventes prévues, borne basse et borne haute des 30 prochains jours par catégorie",
            english: "forecast units, lower bound and upper bound of the next 30 days by category"
          )
        ),
        Part(words: ["batch"], action: .batch),
      ]
    ),
    CommandFamily(
      names: ["ml"],
      parts: [
        Part(words: ["batch"], action: .batch),
        Part(words: ["valide", "validate"], argument: " JOUR", action: .teach(.validated)),
        Part(words: ["ignore"], argument: " JOUR", action: .teach(.ignored)),
        Part(
          words: ["performance"],
          action: .ask(
            french: "erreur des modèles par modèle de prévision",
            english: "error of the models by forecasting model"
          )
        ),
      ]
    ),
    CommandFamily(
      names: ["lecons", "lessons"],
      parts: [
        Part(
          words: ["liste", "list"],
          action: .ask(french: "qu'as-tu appris ?", english: "what have I taught you?")
        ),
        Part(words: ["annule", "undo"], action: .teach(.undo)),
      ]
    ),
    CommandFamily(
      names: ["db", "base"],
      parts: [
        Part(words: ["schema"], action: .schema),
        Part(words: ["stats"], action: .statistics),
        Part(words: ["check", "controle", "check"], action: .check),
        Part(words: ["backup", "sauvegarde", "backup"], argument: " FILE", action: .backup),
        Part(words: ["query", "apercu", "query"], argument: " TABLE", action: .preview),
      ]
    ),
  ]

  /// The family of a name.
  static func named(_ name: String) -> CommandFamily? { all.first { $0.names.contains(name) } }

  /// What the words behind the name ask for; nil when no part is called so.
  func action(_ rest: String) -> Action? {
    guard let word = rest.split(separator: " ").first.map({ Fold.fold(String($0)) }) else {
      return parts[0].action
    }
    return parts.first { $0.words.contains(word) }?.action
  }

  /// What stands behind the first word: « products » of « query products ».
  func arguments(_ rest: String) -> String {
    let parts = rest.split(separator: " ", maxSplits: 1)
    return parts.count > 1 ? String(parts[1]) : ""
  }

  /// « /alertes status|critique|… »: how it is called, with the words of a language.
  func usage(_ tongue: Tongue) -> String {
    let name = tongue == .french ? names[0] : names.last ?? names[0]
    let words = parts.map { part in
      (tongue == .french ? part.words[0] : part.words.last ?? part.words[0]) + part.argument
    }
    return "/\(name) " + words.joined(separator: "|")
  }
}
