import Values

@testable import Rewording

/// Drafts of the kinds of sentences that templates have.
enum Drafts {
  /// One figure with what it is of.
  static let figure = Draft(
    .french,
    text: "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}.",
    slots: [
      Slot(
        "v1",
        .restriction,
        text: "de la catégorie Mobilier",
        leading: "pour la catégorie Mobilier",
        freedom: .free
      ),
      Slot("v2", .period, text: "en 2025", freedom: .free),
      Slot("v3", .amount, meaning: "chiffre d'affaires", text: "1\u{202F}234,50\u{202F}€"),
    ],
    terms: ["chiffre d'affaires"]
  )

  /// A figure beside that of another period, in English.
  static let fall = Draft(
    .english,
    text: "The revenue {{v1}} was {{v2}}, against {{v3}} {{v4}}, down {{v5}} ({{v6}}).",
    slots: [
      Slot("v1", .period, text: "in 2025", freedom: .near),
      Slot("v2", .amount, text: "€900.00"), Slot("v3", .amount, text: "€1,000.00"),
      Slot("v4", .period, text: "in 2024"), Slot("v5", .percent, text: "10.0%", direction: .down),
      Slot("v6", .amount, text: "-€100.00", direction: .down),
    ],
    terms: ["revenue"],
    isPast: true
  )

  /// The same in French, as a rise.
  static let rise = Draft(
    .french,
    text:
      "Le chiffre d'affaires {{v1}} est de {{v2}}, contre {{v3}} {{v4}}, en hausse de {{v5}} ({{v6}}).",
    slots: [
      Slot("v1", .period, text: "en 2025", freedom: .near),
      Slot("v2", .amount, text: "1\u{202F}100,00\u{202F}€"),
      Slot("v3", .amount, text: "1\u{202F}000,00\u{202F}€"),
      Slot("v4", .period, text: "en 2024"),
      Slot("v5", .percent, text: "10,0\u{202F}%", direction: .up),
      Slot("v6", .amount, text: "+100,00\u{202F}€", direction: .up),
    ],
    terms: ["chiffre d'affaires"]
  )

  /// The one highest of all.
  static let best = Draft(
    .french,
    text: "Le produit avec le chiffre d'affaires le plus élevé {{v1}} est {{v2}}, avec {{v3}}.",
    slots: [
      Slot("v1", .period, text: "en 2025", freedom: .free),
      Slot("v2", .name, text: "Lampe bleue"), Slot("v3", .amount, text: "12,00\u{202F}€"),
    ],
    terms: ["chiffre d'affaires"]
  )

  /// Figures along time with their extremes.
  static let series = Draft(
    .french,
    text:
      "Les ventes {{v1}} {{v2}} passent de {{v3}} à {{v4}}. Le maximum est de {{v5}}, le minimum de {{v6}}.",
    slots: [
      Slot("v1", .grouping, text: "par mois", freedom: .free),
      Slot("v2", .period, text: "en 2025", freedom: .free),
      Slot("v3", .point, text: "10 (janvier 2025)"), Slot("v4", .point, text: "12 (décembre 2025)"),
      Slot("v5", .point, text: "20 (juin 2025)"), Slot("v6", .point, text: "5 (mai 2025)"),
    ],
    terms: ["ventes"]
  )

  /// Groups that rose and fell.
  static let changes = Draft(
    .english,
    text:
      "The revenue {{v1}} {{v2}}, against the previous period ({{v3}}): {{v4}} up and {{v5}} down of {{v6}}. The largest rise is for {{v7}}, the largest fall for {{v8}}.",
    slots: [
      Slot("v1", .grouping, text: "by region", freedom: .free),
      Slot("v2", .period, text: "in 2025", freedom: .near), Slot("v3", .period, text: "2024"),
      Slot("v4", .number, text: "16"), Slot("v5", .number, text: "2"),
      Slot("v6", .number, text: "18"),
      Slot("v7", .point, text: "North (+€10.00, +1.0%)", direction: .up),
      Slot("v8", .point, text: "South (-€5.00, -2.0%)", direction: .down),
    ],
    terms: ["revenue"]
  )

  /// Two figures of one period.
  static let two = Draft(
    .english,
    text: "{{v1}}, the revenue was {{v2}} and the gross margin was {{v3}}.",
    slots: [
      Slot("v1", .period, text: "in 2025", freedom: .free), Slot("v2", .amount, text: "€10.00"),
      Slot("v3", .amount, text: "€4.00"),
    ],
    terms: ["revenue", "gross margin"],
    isPast: true
  )

  /// The first groups by a figure.
  static let ranking = Draft(
    .french,
    text:
      "Les {{v1}} produits avec le chiffre d'affaires le plus élevé {{v2}} sont {{v3}}, {{v4}} et {{v5}}.",
    slots: [
      Slot("v1", .number, text: "3"), Slot("v2", .period, text: "en 2025", freedom: .free),
      Slot("v3", .point, text: "Lampe (30,00\u{202F}€)"),
      Slot("v4", .point, text: "Chaise (20,00\u{202F}€)"),
      Slot("v5", .point, text: "Table (10,00\u{202F}€)"),
    ],
    terms: ["chiffre d'affaires"]
  )

  static let all = [figure, fall, rise, series, changes, two, ranking]
}
