import Assistant
import Planning
import Presentation
import SemanticModel
import Values

/// The first screen: whose data, until when, and questions worth asking on this very database.
struct Welcome {
  let assistant: Assistant
  let path: String
  let tongue: Tongue

  /// A few lines.
  var text: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let day = assistant.context.facts.now.iso
    let head = tongue.pick(
      "Optiflow — \(name), au \(day). /aide pour l'aide, Ctrl-D pour quitter.",
      "Optiflow — \(name), as of \(day). /help for help, Ctrl-D to leave."
    )
    let ask = tongue.pick("Par exemple\u{202F}:", "For example:")
    return ([head, ask] + questions.map { "  " + $0 }).joined(separator: "\n")
  }

  /// The first three of a short list that this database has an answer to.
  private var questions: [String] {
    let candidates =
      tongue == .french
      ? [
        "quels produits sont en rupture ?", "CA du mois dernier par catégorie",
        "top 10 clients par marge brute cette année",
        "commandes fournisseurs en retard", "taux de retour par catégorie",
      ]
      : [
        "which products are out of stock?", "revenue last month by category",
        "top 10 customers by gross margin this year",
        "overdue purchase orders", "return rate by category",
      ]
    return Array(
      candidates.lazy.filter { question in
        let answer = assistant.ask(question, tongue: tongue)
        return answer.status == .answered && !answer.rows.isEmpty
      }.prefix(3)
    )
  }
}
