import VectorIndex

/// A small world of 25 things to ask for, in French and English, with paraphrases kept apart.
///
/// The held-out texts share a notion with the learned ones and seldom a whole phrasing: some of
/// their words are inflected, reordered, or learned only beside other words.
enum BilingualTexts {
  /// A label, its texts to learn from, and its texts to be recognised.
  struct Topic {
    let label: String
    let learned: [String]
    let heldOut: [String]
  }

  static var learned: [LabelledText] {
    topics.flatMap { topic in topic.learned.map { text($0, topic.label) } }
  }

  static var heldOut: [LabelledText] {
    topics.flatMap { topic in topic.heldOut.map { text($0, topic.label) } }
  }

  static func tokens(_ line: String) -> [String] {
    line.split(separator: " ").map(String.init)
  }

  private static func text(_ line: String, _ label: String) -> LabelledText {
    LabelledText(tokens: tokens(line), label: label)
  }

  static let topics: [Topic] = sales + stock + partners + analyses

  private static let sales: [Topic] = [
    Topic(
      label: "revenue",
      learned: [
        "chiffre d' affaires ⟨t⟩", "combien a-t-on encaisse ⟨t⟩", "ca par ⟨d⟩",
        "combien rapporte ⟨v:product⟩", "revenue ⟨t⟩", "how much did we turn over ⟨t⟩",
        "turnover by ⟨d⟩", "what did ⟨v:product⟩ bring in",
      ],
      heldOut: [
        "le ca ⟨t⟩ par ⟨d⟩", "les affaires ⟨t⟩ chiffre", "our turnover ⟨t⟩",
        "revenues of ⟨v:product⟩",
      ]
    ),
    Topic(
      label: "units-sold",
      learned: [
        "quantite vendue ⟨t⟩", "combien de pieces vendues", "nombre d' unites ecoulees",
        "volume des ventes par ⟨d⟩", "units sold ⟨t⟩", "how many pieces were sold",
        "number of items sold by ⟨d⟩", "sales volume",
      ],
      heldOut: [
        "quantites ecoulees ⟨t⟩", "combien d' unites de ⟨v:product⟩", "how many units",
        "volume of items ⟨t⟩",
      ]
    ),
    Topic(
      label: "margin",
      learned: [
        "marge brute ⟨t⟩", "combien gagne-t-on sur ⟨v:product⟩", "benefice par ⟨d⟩",
        "que nous reste-t-il apres achat", "gross margin ⟨t⟩", "how much profit on ⟨v:product⟩",
        "earnings by ⟨d⟩", "profit ⟨t⟩",
      ],
      heldOut: ["nos marges par ⟨d⟩", "benefices ⟨t⟩", "margins on ⟨v:product⟩", "profits by ⟨d⟩"]
    ),
    Topic(
      label: "discount",
      learned: [
        "remise moyenne ⟨t⟩", "rabais accordes par ⟨d⟩", "taux de remise", "ristournes ⟨t⟩",
        "average discount ⟨t⟩", "price cuts by ⟨d⟩", "discount rate", "rebates granted",
      ],
      heldOut: ["les remises accordees", "rabais moyen ⟨t⟩", "discounts by ⟨d⟩", "rebate rate ⟨t⟩"]
    ),
    Topic(
      label: "order-count",
      learned: [
        "nombre de commandes ⟨t⟩", "combien de commandes clients", "commandes passees par ⟨d⟩",
        "combien de bons recus", "number of orders ⟨t⟩", "how many orders were placed",
        "order count by ⟨d⟩", "customer orders received",
      ],
      heldOut: [
        "combien de commandes ⟨t⟩", "nombre de bons par ⟨d⟩", "orders ⟨t⟩ count",
        "how many were placed by ⟨d⟩",
      ]
    ),
    Topic(
      label: "basket",
      learned: [
        "panier moyen ⟨t⟩", "montant moyen par commande", "valeur moyenne du panier",
        "depense moyenne par ticket", "average basket ⟨t⟩", "average order value",
        "mean spend per ticket", "basket size by ⟨d⟩",
      ],
      heldOut: [
        "paniers moyens par ⟨d⟩", "ticket moyen ⟨t⟩", "average ticket ⟨t⟩", "baskets value",
      ]
    ),
    Topic(
      label: "price",
      learned: [
        "prix de vente de ⟨v:product⟩", "combien coute ⟨v:product⟩", "tarif de ⟨v:product⟩",
        "le plus cher", "selling price of ⟨v:product⟩", "how much is ⟨v:product⟩",
        "price list by ⟨d⟩", "the most expensive",
      ],
      heldOut: [
        "les tarifs par ⟨d⟩", "prix ⟨v:product⟩", "prices of ⟨v:product⟩", "most expensive ⟨d⟩",
      ]
    ),
  ]

  private static let stock: [Topic] = [
    Topic(
      label: "stock-level",
      learned: [
        "stock de ⟨v:product⟩", "combien en reste-t-il en magasin", "quantite disponible",
        "qu' avons nous en rayon", "stock of ⟨v:product⟩", "how many are left in store",
        "quantity on hand", "what is available",
      ],
      heldOut: [
        "stocks disponibles ⟨v:product⟩", "il en reste combien", "on hand ⟨v:product⟩",
        "what is left",
      ]
    ),
    Topic(
      label: "stock-value",
      learned: [
        "valeur du stock", "que vaut notre inventaire", "montant immobilise en entrepot",
        "stock valorise par ⟨d⟩", "stock value", "what is our inventory worth",
        "money tied up in warehouse", "inventory value by ⟨d⟩",
      ],
      heldOut: [
        "inventaire valorise", "valeur immobilisee par ⟨d⟩", "worth of the inventory",
        "value of our warehouse",
      ]
    ),
    Topic(
      label: "stockout",
      learned: [
        "ruptures de stock ⟨t⟩", "produits en rupture", "quand serons nous a court",
        "articles epuises", "stockouts ⟨t⟩", "products out of stock", "when will we run out",
        "sold out items",
      ],
      heldOut: [
        "articles en rupture", "rupture ⟨v:product⟩", "running out ⟨v:product⟩", "out of stock ⟨t⟩",
      ]
    ),
    Topic(
      label: "reorder",
      learned: [
        "que faut-il recommander", "point de commande", "quand reapprovisionner ⟨v:product⟩",
        "quantite a racheter", "what should we reorder", "reorder point",
        "when to replenish ⟨v:product⟩", "quantity to buy again",
      ],
      heldOut: [
        "reapprovisionnement ⟨v:product⟩", "faut-il racheter ⟨v:product⟩", "replenishment",
        "should we reorder ⟨v:product⟩",
      ]
    ),
    Topic(
      label: "dead-stock",
      learned: [
        "produits dormants", "invendus depuis ⟨t⟩", "articles qui ne tournent pas",
        "ce qui prend la poussiere", "dead stock", "unsold since ⟨t⟩", "items that do not move",
        "what gathers dust",
      ],
      heldOut: ["articles dormants ⟨t⟩", "les invendus", "unsold items", "dead products by ⟨d⟩"]
    ),
    Topic(
      label: "turnover-rate",
      learned: [
        "rotation des stocks", "taux de rotation par ⟨d⟩", "jours de couverture",
        "a quelle vitesse ca tourne", "stock rotation", "inventory turns by ⟨d⟩",
        "days of cover", "how fast does it turn",
      ],
      heldOut: ["rotations ⟨t⟩", "couverture en jours", "turns of inventory", "cover in days ⟨d⟩"]
    ),
  ]

  private static let partners: [Topic] = [
    Topic(
      label: "supplier-delay",
      learned: [
        "retard des fournisseurs", "fournisseurs en retard ⟨t⟩", "delai moyen de ⟨v:supplier⟩",
        "qui livre apres la date", "supplier delays", "late suppliers ⟨t⟩",
        "average lead time of ⟨v:supplier⟩", "who delivers past the date",
      ],
      heldOut: [
        "retards ⟨v:supplier⟩", "delais fournisseur", "delay of ⟨v:supplier⟩",
        "lead times by supplier",
      ]
    ),
    Topic(
      label: "supplier-score",
      learned: [
        "note des fournisseurs", "meilleur fournisseur", "fiabilite de ⟨v:supplier⟩",
        "classement des fournisseurs", "supplier score", "best supplier",
        "reliability of ⟨v:supplier⟩", "rank the suppliers",
      ],
      heldOut: [
        "fournisseurs les plus fiables note", "classe les fournisseurs", "reliable supplier score",
        "supplier ranking",
      ]
    ),
    Topic(
      label: "purchase-cost",
      learned: [
        "cout d' achat ⟨t⟩", "depenses chez ⟨v:supplier⟩", "combien a-t-on achete",
        "montant des achats par ⟨d⟩", "purchase cost ⟨t⟩", "spending with ⟨v:supplier⟩",
        "how much did we buy", "amount of purchases by ⟨d⟩",
      ],
      heldOut: [
        "achats chez ⟨v:supplier⟩", "couts d' achats par ⟨d⟩", "purchases from ⟨v:supplier⟩",
        "costs of purchase",
      ]
    ),
    Topic(
      label: "new-customers",
      learned: [
        "nouveaux clients ⟨t⟩", "combien de clients gagnes", "premiers achats ⟨t⟩",
        "clients recrutes par ⟨d⟩", "new customers ⟨t⟩", "how many customers did we win",
        "first purchases ⟨t⟩", "customers acquired by ⟨d⟩",
      ],
      heldOut: [
        "nouveau client par ⟨d⟩", "clients gagnes ⟨t⟩", "acquired customers ⟨t⟩",
        "new customer count",
      ]
    ),
    Topic(
      label: "lost-customers",
      learned: [
        "clients perdus ⟨t⟩", "qui n' achete plus", "clients inactifs depuis ⟨t⟩",
        "taux d' attrition", "lost customers ⟨t⟩", "who stopped buying",
        "inactive customers since ⟨t⟩", "churn rate",
      ],
      heldOut: [
        "client inactif ⟨d⟩", "attrition ⟨t⟩", "churn by ⟨d⟩", "customers we lost inactive",
      ]
    ),
    Topic(
      label: "segments",
      learned: [
        "segments de clients", "segmentation rfm", "groupes de clients semblables",
        "profil des acheteurs", "customer segments", "rfm segmentation",
        "groups of similar customers", "buyer profiles",
      ],
      heldOut: [
        "segmente les clients", "profils d' acheteurs", "segment the customers", "similar buyers",
      ]
    ),
  ]

  private static let analyses: [Topic] = [
    Topic(
      label: "forecast",
      learned: [
        "prevision des ventes ⟨t⟩", "combien vendrons nous", "ventes attendues pour ⟨v:product⟩",
        "demande future par ⟨d⟩", "sales forecast ⟨t⟩", "how much will we sell",
        "expected sales for ⟨v:product⟩", "future demand by ⟨d⟩",
      ],
      heldOut: [
        "previsions ⟨v:product⟩", "demande attendue ⟨t⟩", "forecasts by ⟨d⟩", "expected demand ⟨t⟩",
      ]
    ),
    Topic(
      label: "anomaly",
      learned: [
        "ventes anormales ⟨t⟩", "anomalies par ⟨d⟩", "quoi de bizarre",
        "commandes suspectes", "abnormal sales ⟨t⟩", "anomalies by ⟨d⟩", "anything strange",
        "suspicious orders",
      ],
      heldOut: [
        "anomalie ⟨v:product⟩", "choses bizarres ⟨t⟩", "strange things ⟨t⟩", "suspicious anomaly",
      ]
    ),
    Topic(
      label: "abc",
      learned: [
        "analyse abc", "classe a des produits", "pareto par ⟨d⟩", "articles strategiques",
        "abc analysis", "class a products", "pareto by ⟨d⟩", "key items",
      ],
      heldOut: ["abc des produits", "pareto ⟨t⟩", "abc by ⟨d⟩", "pareto analysis"]
    ),
    Topic(
      label: "association",
      learned: [
        "produits achetes ensemble", "quoi vendre avec ⟨v:product⟩", "regles d' association",
        "ventes croisees", "products bought together", "what goes with ⟨v:product⟩",
        "association rules", "cross selling",
      ],
      heldOut: [
        "vente croisee ⟨v:product⟩", "achetes ensemble avec ⟨v:product⟩",
        "bought together with ⟨v:product⟩", "cross sell",
      ]
    ),
    Topic(
      label: "season",
      learned: [
        "saisonnalite de ⟨v:product⟩", "quel mois est le plus fort", "pics saisonniers",
        "periode creuse", "seasonality of ⟨v:product⟩", "which month is strongest",
        "seasonal peaks", "low season",
      ],
      heldOut: ["saison ⟨v:product⟩ pics", "mois creux", "strongest season", "peaks by month"]
    ),
    Topic(
      label: "returns",
      learned: [
        "retours clients ⟨t⟩", "taux de retour par ⟨d⟩", "articles rendus",
        "combien rembourse", "customer returns ⟨t⟩", "return rate by ⟨d⟩", "items sent back",
        "how much was refunded",
      ],
      heldOut: ["retour de ⟨v:product⟩", "rembourses ⟨t⟩", "returned items ⟨t⟩", "refunds by ⟨d⟩"]
    ),
  ]
}
