import Values

/// A command of several words: « /alertes critique », "/db schema".
///
/// What a question can answer is asked as one; what needs a computation that is not there yet says so.
struct CommandFamily {
  /// What one of its words does.
  enum Action {
    /// The same as this question.
    case ask(french: String, english: String)
    case tables
    /// Needs a computation that is still to come.
    case later
  }

  let names: [String]
  /// The word behind the name, in both languages, and what it does; the first is meant when none is said.
  let parts: [(words: [String], action: Action)]

  static let all: [CommandFamily] = [
    CommandFamily(
      names: ["alertes", "alerts"],
      parts: [
        (
          ["status", "statut"],
          .ask(
            french: "nombre d'alertes actives par gravité",
            english: "number of active alerts by severity"
          )
        ),
        (
          ["critique", "critical"],
          .ask(
            french: "liste des alertes critiques actives",
            english: "list the active critical alerts"
          )
        ),
        (
          ["attention", "warning"],
          .ask(
            french: "alertes actives de gravité warning",
            english: "active alerts of severity warning"
          )
        ),
        (["events", "evenements"], .ask(french: "événements à venir", english: "upcoming events")),
        (["calcul", "compute"], .later),
      ]
    ),
    CommandFamily(
      names: ["dashboard", "tableau"],
      parts: [
        (["kpis"], .later), (["sante", "health"], .later), (["tendances", "trends"], .later),
        (
          ["urgents", "urgent"],
          .ask(french: "produits en rupture", english: "products out of stock")
        ),
        (
          ["dormant"],
          .ask(
            french: "produits dormants avec leur valeur de stock",
            english: "dormant products with their stock value"
          )
        ),
        (["savings", "economies"], .later),
      ]
    ),
    CommandFamily(
      names: ["predictions", "previsions"],
      parts: [
        (
          ["accuracy", "precision"],
          .ask(french: "précision des prévisions par mois", english: "forecast accuracy by month")
        ),
        (["generate"], .later), (["compare"], .later), (["events"], .later), (["learn"], .later),
        (["confidence"], .later), (["batch"], .later),
      ]
    ),
    CommandFamily(
      names: ["ml"],
      parts: [(["batch"], .later), (["validate"], .later), (["performance"], .later)]
    ),
    CommandFamily(
      names: ["db", "base"],
      parts: [
        (["schema", "stats"], .tables), (["check"], .later), (["backup"], .later),
        (["query"], .later),
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

  /// « /alertes status|critique|… »: how it is called.
  var usage: String { "/\(names[0]) " + parts.map { $0.words[0] }.joined(separator: "|") }
}
