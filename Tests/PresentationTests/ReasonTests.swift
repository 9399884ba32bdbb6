import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct ReasonTests {
  static let forecast = Shop.noun(("prévision", "prévisions", true), ("forecast", "forecasts"))
  static let product = Shop.noun(("produit", "produits", false), ("product", "products"))
  static let margin = LocalizedText(french: "marge", english: "margin")
  static let customer = LocalizedText(french: "client", english: "customer")

  static let reasons: [(Answer.Reason, String, String)] = [
    (.empty, "La question est vide.", "The question is empty."),
    (
      .unknownWords(["loyer"]),
      "Je ne comprends pas «_loyer_»_: ni vos données ni mon vocabulaire ne l'expliquent.",
      "I do not understand “loyer”: neither your data nor my vocabulary explains it."
    ),
    (
      .unknownWords(["a", "b"]),
      "Je ne comprends pas «_a_» et «_b_»_: ni vos données ni mon vocabulaire ne les expliquent.",
      "I do not understand “a” and “b”: neither your data nor my vocabulary explains them."
    ),
    (
      .missingData(table: "returns", column: nil, subject: margin),
      "Je ne peux pas donner «_marge_»_: la base n'a pas de table «_returns_».",
      "I cannot give “margin”: the database has no table “returns”."
    ),
    (
      .missingData(table: "sales", column: "unit_cost", subject: margin),
      "Je ne peux pas donner «_marge_»_: la colonne «_unit_cost_» de la table «_sales_» manque ou est vide.",
      "I cannot give “margin”: the column “unit_cost” of the table “sales” is missing or empty."
    ),
    (
      .unreachable(subject: margin, dimension: customer),
      "«_marge_» ne peut être ni réparti ni filtré par «_client_»_: rien dans les données ne relie l'un à l'autre.",
      "“margin” cannot be split or filtered by “customer”: nothing in the data links the two."
    ),
    (
      .untimed(subject: margin),
      "Les dates de la base n'ont pas d'heure pour «_marge_»_: rien ne peut en être dit selon l'heure.",
      "The dates of “margin” have no times of day in this database: nothing of it can be told by the hour."
    ),
    (
      .analysisUnavailable(forecast),
      "Je reconnais la demande («_prévision_»), mais ce calcul n'est pas encore disponible.",
      "I recognise the request (“forecast”), but this computation is not available yet."
    ),
    (
      .writeRequest,
      "Je ne fais que lire la base_: je ne peux ni ajouter, ni modifier, ni supprimer de données.",
      "I only read the database: I cannot add, change or delete data."
    ),
    (
      .unknownName("Zorg"), "Aucun nom de vos données ne correspond à «_Zorg_».",
      "No name in your data matches “Zorg”."
    ),
    (
      .nothingBefore,
      "Cette question en complète une autre, mais aucune n'a été posée avant.",
      "This question completes another one, but none was asked before."
    ),
  ]

  @Test(arguments: reasons, Tongue.allCases)
  func `a refusal says why and what can be asked instead`(
    _ row: (Answer.Reason, String, String),
    _ tongue: Tongue
  ) {
    let sentences = Wording(refused(row.0, tongue), model: Shop.model).sentences
    #expect(visible(sentences[0]) == (tongue == .french ? row.1 : row.2))
    #expect(
      visible(sentences[1])
        == (tongue == .french
          ? "Vous pouvez demander, par exemple_: «_Quelle est la marge brute en 2018_?_»."
          : "You can ask, for example: “What is the gross margin in 2018?”.")
    )
  }

  @Test(arguments: [
    (
      Answer.Reason.ambiguousName("chaise", dimension: product),
      "Plusieurs produits correspondent à «_chaise_». Lequel voulez-vous_?"
    ),
    (
      .missingTerms(
        .init(orderCost: false, holdingCost: true),
        subject: LocalizedText(french: "quantité économique", english: "economic quantity")
      ),
      "Pour «_quantité économique_», il me faut le coût de possession d'une unité par an, que la base ne contient pas. Dites-le dans la question_: «_… avec un coût de commande de 50 et un coût de possession de 5_»."
    ),
    (.tooLong(limit: 2000), "La question est trop longue_: 2_000 caractères au plus."),
    (
      .failure(
        code: "db.locked",
        message: LocalizedText(french: "La base est occupée.", english: "Busy."),
        hint: LocalizedText(french: "Réessayez.", english: "Retry.")
      ),
      "La base est occupée. Réessayez."
    ),
  ])
  func `reasons with a way on of their own get no example`(_ reason: Answer.Reason, _ text: String)
  {
    #expect(visible(Wording(refused(reason, .french), model: Shop.model).text) == text)
  }

  @Test func `near names are offered in place of an example`() {
    var answer = refused(.unknownName("Furnitur"), .english)
    answer.choices = [.init(label: "Furniture", question: "Revenue of Furniture?")]
    #expect(
      Wording(answer, model: Shop.model).text
        == "No name in your data matches “Furnitur”. Did you mean:\n1. Furniture"
    )
  }

  @Test func `a definition is the noun and its sentence`() {
    var answer = answer(.french, nil, [])
    answer.talk = .definition(
      noun: Self.forecast,
      text: LocalizedText(french: "Ventes attendues", english: "Expected sales")
    )
    #expect(visible(Wording(answer, model: Shop.model).text) == "Prévision_: ventes attendues.")
  }

  @Test(arguments: [Answer.Talk.greeting, .thanks, .farewell, .help, .identity], Tongue.allCases)
  func `small talk speaks one language and names no figure the model lacks`(
    _ talk: Answer.Talk,
    _ tongue: Tongue
  ) {
    var answer = answer(tongue, nil, [])
    answer.talk = talk
    let text = Wording(answer, model: Shop.model).text
    let foreign = tongue == .french ? ["You", " the ", "figure"] : ["Vous", " le ", "chiffre"]
    #expect(!text.isEmpty && !foreign.contains { text.contains($0) })
  }

  static let assumptions: [(Answer.Assumption, String, String)] = [
    (
      .allHistory, "Période_: tout l'historique, du 03/01/2015 au 30/12/2018.",
      "Period: the whole history, from 3 January 2015 to 30 December 2018."
    ),
    (.levelNow, "État au 30/12/2018.", "State as of 30 December 2018."),
    (
      .defaultPeriod(days: 30), "Période_: les 30 derniers jours, du 01/12/2018 au 30/12/2018.",
      "Period: the last 30 days, from 1 December 2018 to 30 December 2018."
    ),
    (
      .caveat(LocalizedText(french: "au coût d'achat", english: "at cost")), "Au coût d'achat.",
      "At cost."
    ),
    (
      .readAs(word: "profit", margin), "«_profit_» est compris comme «_marge_».",
      "“profit” is read as “margin”."
    ),
    (
      .group(word: "chaises", count: 12), "«_chaises_» désigne un groupe de 12 éléments.",
      "“chaises” is taken as a group of 12 items."
    ),
    (
      .corrected(word: "Furnture", name: "Furniture"),
      "«_Furnture_» est compris comme «_Furniture_».", "“Furnture” is read as “Furniture”."
    ),
  ]

  @Test(arguments: assumptions, Tongue.allCases)
  func `assumptions are sentences`(_ row: (Answer.Assumption, String, String), _ tongue: Tongue) {
    var answer = answer(tongue, nil, [])
    answer.assumptions = [row.0]
    let texts = Wording(answer, model: Shop.model).assumptions.map(visible)
    #expect(texts == [tongue == .french ? row.1 : row.2])
  }

  private func refused(_ reason: Answer.Reason, _ tongue: Tongue) -> Answer {
    var answer = answer(tongue, nil, [])
    answer.status = .refused
    answer.reason = reason
    return answer
  }
}
