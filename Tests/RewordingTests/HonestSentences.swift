import Values

@testable import Rewording

/// A template's sentence, and other ways to say it as models write them: politely, shortly, in one sentence or two.
struct HonestCase {
  let tongue: Tongue
  let text: String
  /// A letter a slot: r restriction, p period, q period beside the first figure, P period of another figure, g grouping, a amount,
  /// c count, n number, u and d per cent up and down, U and D differences, o name with figure, N name, i interval.
  let slots: String
  let terms: [String]
  let isPast: Bool
  let said: [String]

  init(
    _ tongue: Tongue,
    _ text: String,
    _ slots: String,
    _ terms: [String],
    isPast: Bool = false,
    _ said: [String]
  ) {
    self.tongue = tongue
    self.text = text
    self.slots = slots
    self.terms = terms
    self.isPast = isPast
    self.said = said
  }

  /// The draft with invented contents.
  var draft: Draft {
    let slots = slots.enumerated().map { index, letter in
      var slot = slot(letter)
      slot.name = "v\(index + 1)"
      return slot
    }
    return Draft(tongue, text: text, slots: slots, terms: terms, isPast: isPast)
  }

  private func slot(_ letter: Character) -> Slot {
    let isFrench = tongue == .french
    switch letter {
    case "r":
      return Slot(
        "",
        .restriction,
        text: isFrench ? "de la catégorie Jardin" : "for category Jardin",
        leading: isFrench ? "pour la catégorie Jardin" : nil,
        freedom: .free
      )
    case "p": return Slot("", .period, text: isFrench ? "en 2025" : "in 2025", freedom: .free)
    case "q": return Slot("", .period, text: isFrench ? "en 2025" : "in 2025", freedom: .near)
    case "P": return Slot("", .period, text: isFrench ? "en 2024" : "in 2024")
    case "g":
      return Slot("", .grouping, text: isFrench ? "par mois" : "by month", freedom: .free)
    case "u": return Slot("", .percent, text: "12,0 %", direction: .up)
    case "d": return Slot("", .percent, text: "12,0 %", direction: .down)
    case "U": return Slot("", .amount, text: "+120,00 €", direction: .up)
    case "D": return Slot("", .amount, text: "-120,00 €", direction: .down)
    case "c": return Slot("", .count, text: "1 204")
    case "n": return Slot("", .number, text: "7")
    case "o": return Slot("", .point, text: "Lampe bleue (12,00 €)")
    case "N": return Slot("", .name, text: "Lampe bleue")
    case "i":
      return Slot("", .interval, text: isFrench ? "entre 5 et 9" : "between 5 and 9")
    default: return Slot("", .amount, text: "1 204,50 €")
    }
  }
}

/// Two hundred sentences, half of them in each language.
enum HonestSentences {
  static let french: [HonestCase] = [
    HonestCase(
      .french,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}.",
      "rpa",
      ["chiffre d'affaires"],
      [
        "{{v2}}, le chiffre d'affaires {{v1}} s'élève à {{v3}}.",
        "Le chiffre d'affaires {{v1}} a atteint {{v3}} {{v2}}.",
        "Le chiffre d'affaires {{v1}} {{v2}} s'établit à {{v3}}.",
        "Au total, le chiffre d'affaires {{v1}} {{v2}} représente {{v3}}.",
        "{{v2}}, nous avons réalisé un chiffre d'affaires {{v1}} de {{v3}}.",
        "Voici le chiffre d'affaires {{v1}} {{v2}} : {{v3}}.",
        "Le chiffre d'affaires {{v1}} réalisé {{v2}} est de {{v3}}.",
        "Vous avez réalisé un chiffre d'affaires {{v1}} de {{v3}} {{v2}}.",
        "On enregistre {{v2}} un chiffre d'affaires {{v1}} de {{v3}}.",
        "{{v1}}, le chiffre d'affaires {{v2}} se monte à {{v3}}.",
        "Le chiffre d'affaires {{v1}}, {{v2}}, est égal à {{v3}}.",
        "Notre chiffre d'affaires {{v1}} {{v2}} est de {{v3}}.",
      ]
    ),
    HonestCase(
      .french,
      "Le chiffre d'affaires {{v1}} est de {{v2}}, contre {{v3}} {{v4}}, en hausse de {{v5}} ({{v6}}).",
      "qaaPuU",
      ["chiffre d'affaires"],
      isPast: true,
      [
        "{{v1}}, le chiffre d'affaires atteint {{v2}}, contre {{v3}} {{v4}}, soit une hausse de {{v5}} ({{v6}}).",
        "Le chiffre d'affaires s'élève à {{v2}} {{v1}}, contre {{v3}} {{v4}}. Cela représente une hausse de {{v5}} ({{v6}}).",
        "Le chiffre d'affaires {{v1}} est passé à {{v2}}, contre {{v3}} {{v4}}, une progression de {{v5}} ({{v6}}).",
        "{{v1}}, le chiffre d'affaires était de {{v2}}, en comparaison de {{v3}} {{v4}}, ce qui correspond à une augmentation de {{v5}} ({{v6}}).",
        "Avec {{v2}} {{v1}}, contre {{v3}} {{v4}}, le chiffre d'affaires progresse de {{v5}} ({{v6}}).",
        "Le chiffre d'affaires {{v1}} s'est établi à {{v2}}, alors qu'il était de {{v3}} {{v4}}, soit une croissance de {{v5}} ({{v6}}).",
        "Le chiffre d'affaires {{v1}} affiche {{v2}}, par rapport à {{v3}} {{v4}} : il est en hausse de {{v5}}, soit {{v6}}.",
        "{{v1}}, le chiffre d'affaires a augmenté : {{v2}}, contre {{v3}} {{v4}}, soit {{v5}} de plus ({{v6}}).",
        "Le chiffre d'affaires {{v1}} se situe à {{v2}}, contre {{v3}} {{v4}}, et enregistre ainsi une hausse de {{v5}} ({{v6}}).",
      ]
    ),
    HonestCase(
      .french,
      "Le panier moyen {{v1}} est de {{v2}}, contre {{v3}} {{v4}}, en baisse de {{v5}} ({{v6}}).",
      "qaaPdD",
      ["panier moyen"],
      isPast: true,
      [
        "{{v1}}, le panier moyen recule à {{v2}}, contre {{v3}} {{v4}}, soit une baisse de {{v5}} ({{v6}}).",
        "Le panier moyen a baissé {{v1}} : {{v2}}, contre {{v3}} {{v4}}, en baisse de {{v5}} ({{v6}}).",
        "Le panier moyen {{v1}} s'établit à {{v2}}, en recul par rapport à {{v3}} {{v4}}, une diminution de {{v5}} ({{v6}}).",
        "Le panier moyen {{v1}} était de {{v2}}, contre {{v3}} {{v4}}. Il diminue donc de {{v5}} ({{v6}}).",
        "{{v1}}, le panier moyen atteint {{v2}}, contre {{v3}} {{v4}}, ce qui représente un recul de {{v5}} ({{v6}}).",
        "Avec {{v2}} {{v1}} contre {{v3}} {{v4}}, le panier moyen est en baisse de {{v5}} ({{v6}}).",
        "Le panier moyen {{v1}} ressort à {{v2}}, contre {{v3}} {{v4}}, soit une chute de {{v5}} ({{v6}}).",
      ]
    ),
    HonestCase(
      .french,
      "Le chiffre d'affaires {{v1}} {{v2}} passe de {{v3}} à {{v4}}, soit {{v5}}. Le maximum est de {{v6}}, le minimum de {{v7}}.",
      "gpoouoo",
      ["chiffre d'affaires"],
      [
        "{{v2}}, le chiffre d'affaires {{v1}} est passé de {{v3}} à {{v4}}, soit {{v5}}. Le maximum est de {{v6}} et le minimum de {{v7}}.",
        "Le chiffre d'affaires {{v1}} {{v2}} évolue de {{v3}} à {{v4}} ({{v5}}), avec un maximum de {{v6}} et un minimum de {{v7}}.",
        "Le chiffre d'affaires {{v1}} a évolué {{v2}} de {{v3}} à {{v4}}, soit {{v5}}. Il atteint son maximum à {{v6}} et son minimum à {{v7}}.",
        "{{v2}}, le chiffre d'affaires {{v1}} passe de {{v3}} à {{v4}}, soit {{v5}} ; son plus haut est {{v6}}, son plus bas {{v7}}.",
        "Le chiffre d'affaires {{v1}} va de {{v3}} à {{v4}} {{v2}}, soit {{v5}}. Le pic est de {{v6}} et le creux de {{v7}}.",
        "Le chiffre d'affaires {{v1}} {{v2}} passe de {{v3}} à {{v4}}, ce qui représente {{v5}}, avec un pic à {{v6}} et un creux à {{v7}}.",
        "Le chiffre d'affaires {{v1}} progresse {{v2}} de {{v3}} à {{v4}}, soit {{v5}}. Le point le plus haut est {{v6}}, le point le plus bas {{v7}}.",
      ]
    ),
    HonestCase(
      .french,
      "Les {{v1}} produits avec le chiffre d'affaires le plus élevé {{v2}} sont {{v3}}, {{v4}}, {{v5}} et {{v6}} autres.",
      "npooon",
      ["chiffre d'affaires"],
      [
        "{{v2}}, les {{v1}} produits avec le plus haut chiffre d'affaires sont {{v3}}, {{v4}}, {{v5}} et {{v6}} autres.",
        "Les {{v1}} produits ayant le chiffre d'affaires le plus élevé {{v2}} sont {{v3}}, {{v4}}, {{v5}}, ainsi que {{v6}} autres.",
        "Voici les {{v1}} produits au chiffre d'affaires le plus élevé {{v2}} : {{v3}}, {{v4}}, {{v5}} et {{v6}} autres.",
        "Les {{v1}} produits qui ont le chiffre d'affaires le plus élevé {{v2}} sont {{v3}}, suivi de {{v4}}, {{v5}} et {{v6}} autres.",
        "{{v2}}, les {{v1}} produits présentant le chiffre d'affaires le plus fort sont {{v3}}, {{v4}}, {{v5}}, puis {{v6}} autres.",
        "Parmi les produits, les {{v1}} avec le chiffre d'affaires le plus élevé {{v2}} sont {{v3}}, {{v4}}, {{v5}} et {{v6}} autres.",
        "Les {{v1}} produits affichant le chiffre d'affaires le plus élevé {{v2}} sont : {{v3}}, {{v4}}, {{v5}} et {{v6}} autres.",
      ]
    ),
    HonestCase(
      .french,
      "Le taux de retour {{v1}} {{v2}} va de {{v3}} à {{v4}}, sur {{v5}} catégories.",
      "gpoon",
      ["taux de retour"],
      [
        "{{v2}}, le taux de retour {{v1}} varie de {{v3}} à {{v4}}, sur {{v5}} catégories.",
        "Le taux de retour {{v1}} se situe {{v2}} entre {{v3}} et {{v4}}, sur {{v5}} catégories.",
        "Le taux de retour {{v1}} s'étend de {{v3}} à {{v4}} {{v2}}, sur un total de {{v5}} catégories.",
        "Sur les {{v5}} catégories, le taux de retour {{v1}} {{v2}} va de {{v3}} à {{v4}}.",
        "Le taux de retour {{v1}} {{v2}} s'échelonne de {{v3}} à {{v4}}, sur {{v5}} catégories.",
        "{{v2}}, le taux de retour {{v1}} est compris entre {{v3}} et {{v4}} sur {{v5}} catégories.",
      ]
    ),
    HonestCase(
      .french,
      "La marge brute {{v1}} {{v2}} est de {{v3}} pour {{v4}}, de {{v5}} pour {{v6}} et de {{v7}} pour {{v8}}. Le total est de {{v9}}.",
      "gpaNaNaNa",
      ["marge brute"],
      [
        "{{v2}}, la marge brute {{v1}} s'élève à {{v3}} pour {{v4}}, {{v5}} pour {{v6}} et {{v7}} pour {{v8}}. Le total est de {{v9}}.",
        "La marge brute {{v1}} {{v2}} se répartit ainsi : {{v3}} pour {{v4}}, {{v5}} pour {{v6}} et {{v7}} pour {{v8}}, pour un total de {{v9}}.",
        "La marge brute {{v1}} atteint {{v3}} pour {{v4}}, {{v5}} pour {{v6}} et {{v7}} pour {{v8}} {{v2}}, soit un total de {{v9}}.",
        "{{v2}}, la marge brute {{v1}} est de {{v3}} pour {{v4}}, suivie de {{v5}} pour {{v6}} et de {{v7}} pour {{v8}}. Au total, elle est de {{v9}}.",
        "La marge brute {{v1}} {{v2}} est répartie comme suit : {{v3}} pour {{v4}}, {{v5}} pour {{v6}}, {{v7}} pour {{v8}}. Total : {{v9}}.",
      ]
    ),
    HonestCase(
      .french,
      "On compte {{v1}} produits en rupture {{v2}} : {{v3}}, {{v4}}, {{v5}} et {{v6}} autres.",
      "npooon",
      [],
      [
        "Il y a {{v1}} produits en rupture {{v2}} : {{v3}}, {{v4}}, {{v5}} et {{v6}} autres.",
        "{{v2}}, {{v1}} produits sont en rupture : {{v3}}, {{v4}}, {{v5}} et {{v6}} autres.",
        "{{v1}} produits sont actuellement en rupture {{v2}}, dont {{v3}}, {{v4}}, {{v5}} et {{v6}} autres.",
        "Nous comptons {{v1}} produits en rupture {{v2}}, à savoir {{v3}}, {{v4}}, {{v5}} et {{v6}} autres.",
        "On dénombre {{v1}} produits en rupture {{v2}} : {{v3}}, {{v4}}, {{v5}}, ainsi que {{v6}} autres.",
        "Vous avez {{v1}} produits en rupture {{v2}} : {{v3}}, {{v4}}, {{v5}} et {{v6}} autres.",
      ]
    ),
    HonestCase(
      .french,
      "Le produit avec le chiffre d'affaires le plus élevé {{v1}} est {{v2}}, avec {{v3}}.",
      "pNa",
      ["chiffre d'affaires"],
      [
        "{{v1}}, le produit avec le chiffre d'affaires le plus élevé est {{v2}}, avec {{v3}}.",
        "{{v1}}, c'est {{v2}} qui est le produit avec le chiffre d'affaires le plus élevé, avec {{v3}}.",
        "Le produit qui a le chiffre d'affaires le plus élevé {{v1}} est {{v2}} avec {{v3}}.",
        "Le produit affichant le plus fort chiffre d'affaires {{v1}} est {{v2}}, à {{v3}}.",
        "Le produit au chiffre d'affaires le plus élevé {{v1}} est {{v2}} ({{v3}}).",
        "Le produit ayant généré le chiffre d'affaires le plus élevé {{v1}} est {{v2}}, avec un montant de {{v3}}.",
      ]
    ),
    HonestCase(
      .french,
      "La part {{v1}} dans le chiffre d'affaires {{v2}} est de {{v3}} ({{v4}}).",
      "rpna",
      ["chiffre d'affaires"],
      [
        "{{v2}}, la part {{v1}} dans le chiffre d'affaires est de {{v3}} ({{v4}}).",
        "La part {{v1}} dans le chiffre d'affaires s'élève à {{v3}} {{v2}}, soit {{v4}}.",
        "La part {{v1}} représente {{v3}} dans le chiffre d'affaires {{v2}} ({{v4}}).",
        "La part {{v1}} dans le chiffre d'affaires {{v2}} atteint {{v3}}, ce qui correspond à {{v4}}.",
      ]
    ),
    HonestCase(
      .french,
      "{{v1}}, le chiffre d'affaires est de {{v2}} et la marge brute de {{v3}}.",
      "paa",
      ["chiffre d'affaires", "marge brute"],
      [
        "{{v1}}, le chiffre d'affaires s'élève à {{v2}} et la marge brute à {{v3}}.",
        "Le chiffre d'affaires {{v1}} est de {{v2}}, tandis que la marge brute est de {{v3}}.",
        "{{v1}}, le chiffre d'affaires a atteint {{v2}} et la marge brute {{v3}}.",
        "{{v1}}, nous avons un chiffre d'affaires de {{v2}} et une marge brute de {{v3}}.",
        "{{v1}}, le chiffre d'affaires est de {{v2}}, avec une marge brute de {{v3}}.",
        "Le chiffre d'affaires s'établit à {{v2}} {{v1}}, pour une marge brute de {{v3}}.",
      ]
    ),
    HonestCase(
      .french,
      "Les ventes prévues {{v1}} sont de {{v2}} unités, {{v3}}.",
      "pci",
      ["ventes prévues"],
      [
        "{{v1}}, les ventes prévues sont de {{v2}} unités, {{v3}}.",
        "Les ventes prévues {{v1}} s'élèvent à {{v2}} unités ({{v3}}).",
        "{{v1}}, les ventes prévues s'établissent à {{v2}} unités, {{v3}}.",
        "Les ventes prévues atteignent {{v2}} unités {{v1}}, {{v3}}.",
        "Les ventes prévues {{v1}} se situent à {{v2}} unités, {{v3}}.",
        "On s'attend à des ventes prévues de {{v2}} unités {{v1}}, {{v3}}.",
      ]
    ),
    HonestCase(
      .french,
      "Le chiffre d'affaires {{v1}} est de {{v2}}. {{v3}} n'est pas terminé : les données s'arrêtent au {{v4}}.",
      "paPn",
      ["chiffre d'affaires"],
      [
        "{{v1}}, le chiffre d'affaires est de {{v2}}. {{v3}} n'est pas terminé : les données s'arrêtent au {{v4}}.",
        "Le chiffre d'affaires {{v1}} s'élève à {{v2}}, mais {{v3}} n'est pas terminé : les données s'arrêtent au {{v4}}.",
        "{{v1}}, le chiffre d'affaires atteint {{v2}} ; {{v3}} n'est pas encore terminé, les données s'arrêtent au {{v4}}.",
        "Le chiffre d'affaires {{v1}} est de {{v2}}. Attention, {{v3}} n'est pas terminé : les données s'arrêtent au {{v4}}.",
        "Le chiffre d'affaires {{v1}} est de {{v2}}. Notez que {{v3}} n'est pas terminé, car les données s'arrêtent au {{v4}}.",
      ]
    ),
    HonestCase(
      .french,
      "Le chiffre d'affaires {{v1}} {{v2}}, par rapport à la période précédente ({{v3}}) : {{v4}} en hausse et {{v5}} en baisse sur {{v6}}. Le total passe de {{v7}} à {{v8}}, en hausse de {{v9}}.",
      "gqPnnnaau",
      ["chiffre d'affaires"],
      [
        "{{v2}}, le chiffre d'affaires {{v1}} par rapport à la période précédente ({{v3}}) est en hausse pour {{v4}} et en baisse pour {{v5}} sur {{v6}}. Le total passe de {{v7}} à {{v8}}, en hausse de {{v9}}.",
        "Le chiffre d'affaires {{v1}} {{v2}}, comparé à la période précédente ({{v3}}), compte {{v4}} en hausse et {{v5}} en baisse sur {{v6}}. Le total est passé de {{v7}} à {{v8}}, soit une hausse de {{v9}}.",
        "Le chiffre d'affaires {{v1}} {{v2}}, par rapport à la période précédente ({{v3}}), affiche {{v4}} en hausse et {{v5}} en baisse sur {{v6}} ; le total progresse de {{v7}} à {{v8}}, soit {{v9}} de hausse.",
      ]
    ),
    HonestCase(
      .french,
      "La moyenne du chiffre d'affaires par jour {{v1}} est de {{v2}}.",
      "pa",
      ["chiffre d'affaires"],
      [
        "{{v1}}, la moyenne du chiffre d'affaires par jour est de {{v2}}.",
        "La moyenne du chiffre d'affaires par jour s'élève à {{v2}} {{v1}}.",
        "{{v1}}, la moyenne du chiffre d'affaires par jour s'établit à {{v2}}.",
        "Par jour, la moyenne du chiffre d'affaires {{v1}} est de {{v2}}.",
        "La moyenne du chiffre d'affaires par jour {{v1}} atteint {{v2}}.",
      ]
    ),
    HonestCase(
      .french,
      "Le nombre de clients est de {{v1}}.",
      "c",
      ["nombre de clients"],
      [
        "Le nombre de clients s'élève à {{v1}}.",
        "Le nombre de clients est actuellement de {{v1}}.",
        "Le nombre total de clients est de {{v1}}.",
        "Le nombre de clients atteint {{v1}}.",
        "Voici le nombre de clients : {{v1}}.",
        "Vous avez un nombre de clients de {{v1}}.",
      ]
    ),
  ]

  static let english: [HonestCase] = [
    HonestCase(
      .english,
      "The revenue {{v1}} {{v2}} was {{v3}}.",
      "rpa",
      ["revenue"],
      isPast: true,
      [
        "{{v2}}, the revenue {{v1}} was {{v3}}.",
        "Revenue {{v1}} {{v2}} came to {{v3}}.",
        "The revenue {{v1}} reached {{v3}} {{v2}}.",
        "Revenue {{v1}} totaled {{v3}} {{v2}}.",
        "{{v2}}, we generated {{v3}} of revenue {{v1}}.",
        "The total revenue {{v1}} {{v2}} was {{v3}}.",
        "Your revenue {{v1}} {{v2}} amounted to {{v3}}.",
        "{{v2}}, revenue {{v1}} stood at {{v3}}.",
        "Here is the revenue {{v1}} {{v2}}: {{v3}}.",
        "{{v2}}, the business recorded a revenue of {{v3}} {{v1}}.",
        "The revenue generated {{v1}} {{v2}} was {{v3}}.",
        "For the period {{v2}}, the revenue {{v1}} was {{v3}}.",
      ]
    ),
    HonestCase(
      .english,
      "The revenue {{v1}} was {{v2}}, against {{v3}} {{v4}}, up {{v5}} ({{v6}}).",
      "qaaPuU",
      ["revenue"],
      isPast: true,
      [
        "Revenue {{v1}} was {{v2}}, compared to {{v3}} {{v4}}, an increase of {{v5}} ({{v6}}).",
        "{{v1}}, revenue reached {{v2}}, up from {{v3}} {{v4}}, an increase of {{v5}} ({{v6}}).",
        "The revenue rose to {{v2}} {{v1}} from {{v3}} {{v4}}, up {{v5}} ({{v6}}).",
        "Revenue {{v1}} came in at {{v2}}, versus {{v3}} {{v4}}, which is a rise of {{v5}} ({{v6}}).",
        "{{v1}}, the revenue was {{v2}}, compared with {{v3}} {{v4}}. This represents growth of {{v5}} ({{v6}}).",
        "Revenue increased {{v1}} to {{v2}}, against {{v3}} {{v4}}, a gain of {{v5}} ({{v6}}).",
        "Revenue was {{v2}} {{v1}}, while it was {{v3}} {{v4}}, so it is up {{v5}} ({{v6}}).",
        "With {{v2}} {{v1}} against {{v3}} {{v4}}, revenue grew by {{v5}} ({{v6}}).",
        "Revenue stood at {{v2}} {{v1}}, up {{v5}} ({{v6}}) from {{v3}} {{v4}}.",
      ]
    ),
    HonestCase(
      .english,
      "The average basket {{v1}} was {{v2}}, against {{v3}} {{v4}}, down {{v5}} ({{v6}}).",
      "qaaPdD",
      ["average basket"],
      isPast: true,
      [
        "{{v1}}, the average basket was {{v2}}, compared with {{v3}} {{v4}}, down {{v5}} ({{v6}}).",
        "The average basket fell to {{v2}} {{v1}} from {{v3}} {{v4}}, a decrease of {{v5}} ({{v6}}).",
        "The average basket {{v1}} dropped to {{v2}}, versus {{v3}} {{v4}}, a decline of {{v5}} ({{v6}}).",
        "Average basket {{v1}} stood at {{v2}}, against {{v3}} {{v4}}. That is a drop of {{v5}} ({{v6}}).",
        "The average basket was {{v2}} {{v1}}, compared to {{v3}} {{v4}}, which is a reduction of {{v5}} ({{v6}}).",
        "The average basket decreased {{v1}}: {{v2}} against {{v3}} {{v4}}, down {{v5}} ({{v6}}).",
        "The average basket declined by {{v5}} ({{v6}}), from {{v3}} {{v4}} to {{v2}} {{v1}}.",
      ]
    ),
    HonestCase(
      .english,
      "The revenue {{v1}} {{v2}} went from {{v3}} to {{v4}}, {{v5}}. The maximum was {{v6}}, the minimum {{v7}}.",
      "gpoouoo",
      ["revenue"],
      isPast: true,
      [
        "{{v2}}, revenue {{v1}} went from {{v3}} to {{v4}} ({{v5}}). The maximum was {{v6}} and the minimum {{v7}}.",
        "Revenue {{v1}} moved from {{v3}} to {{v4}} {{v2}}, {{v5}}, with a maximum of {{v6}} and a minimum of {{v7}}.",
        "The revenue {{v1}} {{v2}} grew from {{v3}} to {{v4}}, {{v5}}. It peaked at {{v6}} and was lowest at {{v7}}.",
        "Revenue {{v1}} increased from {{v3}} to {{v4}} {{v2}}, a change of {{v5}}. The highest was {{v6}}, the lowest {{v7}}.",
        "{{v2}}, the revenue {{v1}} changed from {{v3}} to {{v4}}, {{v5}}; the maximum was {{v6}}, and the minimum was {{v7}}.",
        "The revenue {{v1}} went from {{v3}} to {{v4}} {{v2}}, which is {{v5}}. The peak was {{v6}} and the low was {{v7}}.",
        "Revenue {{v1}} rose {{v2}} from {{v3}} to {{v4}}, {{v5}}, reaching a high of {{v6}} and a low of {{v7}}.",
      ]
    ),
    HonestCase(
      .english,
      "The {{v1}} products with the highest revenue {{v2}} are {{v3}}, {{v4}}, {{v5}} and {{v6}} others.",
      "npooon",
      ["revenue"],
      [
        "{{v2}}, the {{v1}} products with the highest revenue are {{v3}}, {{v4}}, {{v5}} and {{v6}} others.",
        "The top {{v1}} products by revenue {{v2}} are {{v3}}, {{v4}}, {{v5}} and {{v6}} others.",
        "Here are the {{v1}} products with the highest revenue {{v2}}: {{v3}}, {{v4}}, {{v5}} and {{v6}} others.",
        "The {{v1}} products that have the highest revenue {{v2}} are {{v3}}, followed by {{v4}}, {{v5}} and {{v6}} others.",
        "The {{v1}} highest revenue products {{v2}} are {{v3}}, {{v4}}, {{v5}}, and {{v6}} others.",
        "The {{v1}} products showing the highest revenue {{v2}} include {{v3}}, {{v4}}, {{v5}}, as well as {{v6}} others.",
        "Among products, the {{v1}} with the highest revenue {{v2}} are {{v3}}, {{v4}}, {{v5}} and {{v6}} others.",
      ]
    ),
    HonestCase(
      .english,
      "The return rate {{v1}} {{v2}} ranged from {{v3}} to {{v4}}, over {{v5}} categories.",
      "gpoon",
      ["return rate"],
      isPast: true,
      [
        "{{v2}}, the return rate {{v1}} ranged from {{v3}} to {{v4}} over {{v5}} categories.",
        "The return rate {{v1}} varied from {{v3}} to {{v4}} {{v2}}, over {{v5}} categories.",
        "The return rate {{v1}} {{v2}} was between {{v3}} and {{v4}}, over {{v5}} categories.",
        "Return rates {{v1}} {{v2}} ranged from {{v3}} to {{v4}} across {{v5}} categories.",
        "Across {{v5}} categories, the return rate {{v1}} {{v2}} ranged from {{v3}} to {{v4}}.",
        "The return rate {{v1}} spanned from {{v3}} to {{v4}} {{v2}}, over a total of {{v5}} categories.",
      ]
    ),
    HonestCase(
      .english,
      "The gross margin {{v1}} {{v2}} was {{v3}} for {{v4}}, {{v5}} for {{v6}} and {{v7}} for {{v8}}. The total was {{v9}}.",
      "gpaNaNaNa",
      ["gross margin"],
      isPast: true,
      [
        "{{v2}}, the gross margin {{v1}} was {{v3}} for {{v4}}, {{v5}} for {{v6}}, and {{v7}} for {{v8}}. The total was {{v9}}.",
        "The gross margin {{v1}} {{v2}} came to {{v3}} for {{v4}}, {{v5}} for {{v6}} and {{v7}} for {{v8}}, for a total of {{v9}}.",
        "Gross margin {{v1}} {{v2}} breaks down as follows: {{v3}} for {{v4}}, {{v5}} for {{v6}} and {{v7}} for {{v8}}. The total is {{v9}}.",
        "The gross margin {{v1}} was {{v3}} for {{v4}}, followed by {{v5}} for {{v6}} and {{v7}} for {{v8}} {{v2}}, totaling {{v9}}.",
        "{{v2}}, gross margin {{v1}} reached {{v3}} for {{v4}}, {{v5}} for {{v6}} and {{v7}} for {{v8}}. In total, it was {{v9}}.",
      ]
    ),
    HonestCase(
      .english,
      "There are {{v1}} products out of stock {{v2}}: {{v3}}, {{v4}}, {{v5}} and {{v6}} others.",
      "npooon",
      [],
      [
        "{{v2}}, there are {{v1}} products out of stock: {{v3}}, {{v4}}, {{v5}} and {{v6}} others.",
        "{{v1}} products are out of stock {{v2}}: {{v3}}, {{v4}}, {{v5}} and {{v6}} others.",
        "Currently, {{v1}} products are out of stock {{v2}}, including {{v3}}, {{v4}}, {{v5}} and {{v6}} others.",
        "You have {{v1}} products out of stock {{v2}}: {{v3}}, {{v4}}, {{v5}} and {{v6}} others.",
        "We have {{v1}} products that are out of stock {{v2}}, namely {{v3}}, {{v4}}, {{v5}} and {{v6}} others.",
        "A total of {{v1}} products are out of stock {{v2}}: {{v3}}, {{v4}}, {{v5}}, and {{v6}} others.",
      ]
    ),
    HonestCase(
      .english,
      "The product with the highest revenue {{v1}} is {{v2}}, with {{v3}}.",
      "pNa",
      ["revenue"],
      [
        "{{v1}}, the product with the highest revenue is {{v2}}, with {{v3}}.",
        "{{v2}} is the product with the highest revenue {{v1}}, with {{v3}}.",
        "The product that has the highest revenue {{v1}} is {{v2}} with {{v3}}.",
        "The product with the largest revenue {{v1}} is {{v2}} ({{v3}}).",
        "{{v1}}, {{v2}} is the product with the highest revenue, at {{v3}}.",
        "The product with the highest revenue {{v1}} is {{v2}}, having generated {{v3}}.",
      ]
    ),
    HonestCase(
      .english,
      "The share {{v1}} in the revenue {{v2}} was {{v3}} ({{v4}}).",
      "rpna",
      ["revenue"],
      isPast: true,
      [
        "{{v2}}, the share {{v1}} in the revenue was {{v3}} ({{v4}}).",
        "The share {{v1}} in revenue {{v2}} came to {{v3}}, or {{v4}}.",
        "The share {{v1}} in the revenue stood at {{v3}} {{v2}}, which is {{v4}}.",
        "{{v2}}, the share {{v1}} represented {{v3}} in the revenue ({{v4}}).",
      ]
    ),
    HonestCase(
      .english,
      "{{v1}}, the revenue was {{v2}} and the gross margin was {{v3}}.",
      "paa",
      ["revenue", "gross margin"],
      isPast: true,
      [
        "{{v1}}, revenue was {{v2}} and gross margin was {{v3}}.",
        "Revenue {{v1}} came to {{v2}}, while gross margin was {{v3}}.",
        "{{v1}}, the revenue reached {{v2}}, with a gross margin of {{v3}}.",
        "{{v1}}, we had a revenue of {{v2}} and a gross margin of {{v3}}.",
        "The revenue was {{v2}} {{v1}}, and the gross margin stood at {{v3}}.",
        "Revenue was {{v2}} {{v1}}; gross margin was {{v3}}.",
      ]
    ),
    HonestCase(
      .english,
      "The forecast units {{v1}} are {{v2}}, {{v3}}.",
      "pci",
      ["forecast units"],
      [
        "{{v1}}, the forecast units are {{v2}}, {{v3}}.",
        "Forecast units {{v1}} come to {{v2}} ({{v3}}).",
        "The forecast units {{v1}} stand at {{v2}}, {{v3}}.",
        "The forecast units {{v1}} amount to {{v2}}, {{v3}}.",
        "{{v1}}, forecast units are expected to be {{v2}}, {{v3}}.",
        "Forecast units {{v1}} total {{v2}}, {{v3}}.",
      ]
    ),
    HonestCase(
      .english,
      "The revenue {{v1}} is {{v2}}. {{v3}} is not over: the data stop at {{v4}}.",
      "paPn",
      ["revenue"],
      [
        "{{v1}}, the revenue is {{v2}}. {{v3}} is not over: the data stop at {{v4}}.",
        "Revenue {{v1}} stands at {{v2}}, but {{v3}} is not over: the data stop at {{v4}}.",
        "The revenue {{v1}} comes to {{v2}}. {{v3}} is not over yet, as the data stop at {{v4}}.",
        "The revenue {{v1}} is {{v2}}. Note that {{v3}} is not over: the data stop at {{v4}}.",
        "Revenue {{v1}} is {{v2}}; {{v3}} is not yet over and the data stop at {{v4}}.",
      ]
    ),
    HonestCase(
      .english,
      "The revenue {{v1}} {{v2}}, against the period before ({{v3}}): {{v4}} up and {{v5}} down of {{v6}}. The total goes from {{v7}} to {{v8}}, up {{v9}}.",
      "gqPnnnaau",
      ["revenue"],
      [
        "{{v2}}, the revenue {{v1}} against the period before ({{v3}}) is up for {{v4}} and down for {{v5}} of {{v6}}. The total goes from {{v7}} to {{v8}}, up {{v9}}.",
        "The revenue {{v1}} {{v2}}, compared with the period before ({{v3}}), shows {{v4}} up and {{v5}} down of {{v6}}. The total goes from {{v7}} to {{v8}}, an increase of {{v9}}.",
        "Revenue {{v1}} {{v2}}, against the period before ({{v3}}): {{v4}} up and {{v5}} down out of {{v6}}; the total rose from {{v7}} to {{v8}}, up {{v9}}.",
      ]
    ),
    HonestCase(
      .english,
      "The mean of the revenue by day {{v1}} was {{v2}}.",
      "pa",
      ["revenue"],
      isPast: true,
      [
        "{{v1}}, the mean of the revenue by day was {{v2}}.",
        "The mean of the revenue by day came to {{v2}} {{v1}}.",
        "{{v1}}, the mean revenue by day was {{v2}}.",
        "By day, the mean of the revenue {{v1}} was {{v2}}.",
        "The mean of revenue by day {{v1}} stood at {{v2}}.",
      ]
    ),
    HonestCase(
      .english,
      "The number of customers is {{v1}}.",
      "c",
      ["number of customers"],
      [
        "The number of customers stands at {{v1}}.",
        "The number of customers is currently {{v1}}.",
        "The total number of customers is {{v1}}.",
        "You currently have a number of customers of {{v1}}.",
        "Here is the number of customers: {{v1}}.",
        "The number of customers amounts to {{v1}}.",
      ]
    ),
  ]
}
