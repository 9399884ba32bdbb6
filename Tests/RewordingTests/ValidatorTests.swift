import Testing
import Values

@testable import Rewording

/// A reply and the rule it breaks; nil for none.
struct ReplyCase: CustomTestStringConvertible, Sendable {
  let draft: Draft
  let reply: String
  let rule: Rule?

  var testDescription: String { reply }

  init(_ draft: Draft, _ reply: String, _ rule: Rule?) {
    self.draft = draft
    self.reply = reply
    self.rule = rule
  }
}

@Suite("Reworded sentences may stand only where they say what the draft says")
struct ValidatorTests {
  @Test("Honest replies stand", arguments: honestReplies)
  func honest(_ example: ReplyCase) {
    #expect(Prompts.broken(example.draft, by: example.reply) == example.rule)
  }

  @Test("False replies are refused by the rule they break", arguments: faultyReplies)
  func faulty(_ example: ReplyCase) {
    #expect(Prompts.broken(example.draft, by: example.reply) == example.rule)
  }

  @Test("A draft may stand as it is", arguments: Drafts.all)
  func drafts(_ draft: Draft) {
    #expect(Prompts.broken(draft, by: draft.text) == nil)
  }

  @Test("Every rule has a case")
  func coverage() {
    #expect(Set(Self.faultyReplies.compactMap(\.rule)) == Set(Rule.allCases))
  }

  private static let honestReplies = [
    ReplyCase(Drafts.figure, "{{v2}}, le chiffre d'affaires {{v1}} s'élève à {{v3}}.", nil),
    ReplyCase(Drafts.figure, "Le chiffre d’affaires {{v1}} atteint {{v3}} {{v2}}", nil),
    ReplyCase(Drafts.figure, "Avec {{v3}}, voici le chiffre d'affaires {{ v1 }} {{v2}}.", nil),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est actuellement de {{v3}}.",
      nil
    ),
    ReplyCase(
      Drafts.best,
      "{{v2}} est le produit avec le plus haut chiffre d'affaires {{v1}}, à {{v3}}.",
      nil
    ),
    ReplyCase(
      Drafts.rise,
      "Le chiffre d'affaires {{v1}} est passé à {{v2}}, contre {{v3}} {{v4}}, soit {{v5}} ({{v6}}) de hausse.",
      nil
    ),
    ReplyCase(
      Drafts.fall,
      "{{v1}}, the revenue came to {{v2}} against {{v3}} {{v4}}: a drop of {{v5}} ({{v6}}).",
      nil
    ),
    ReplyCase(
      Drafts.fall,
      "The revenue fell to {{v2}} {{v1}}, from {{v3}} {{v4}}, which is {{v5}} ({{v6}}) down.",
      nil
    ),
    ReplyCase(
      Drafts.rise,
      "{{v1}}, le chiffre d'affaires progresse : {{v2}} contre {{v3}} {{v4}}, soit {{v5}} ({{v6}}).",
      nil
    ),
    ReplyCase(
      Drafts.series,
      "{{v2}}, les ventes {{v1}} évoluent de {{v3}} à {{v4}}, avec un pic de {{v5}} et un creux de {{v6}}.",
      nil
    ),
    ReplyCase(
      Drafts.series,
      "{{v2}}, les ventes {{v1}} vont de {{v3}} à {{v4}}, avec un pic de {{v5}} et un creux de {{v6}}.",
      nil
    ),
    ReplyCase(
      Drafts.changes,
      "{{v2}}, the revenue {{v1}} shows {{v4}} up and {{v5}} down of {{v6}}, against the previous period ({{v3}}).",
      .missingPlaceholder
    ),
    ReplyCase(
      Drafts.changes,
      "The revenue {{v1}} {{v2}}, versus the previous period ({{v3}}), had {{v4}} up and {{v5}} down of {{v6}}; {{v7}} shows the largest rise and {{v8}} the largest fall.",
      .tense
    ),
    ReplyCase(
      Drafts.changes,
      "The revenue {{v1}} {{v2}}, versus the previous period ({{v3}}), has {{v4}} up and {{v5}} down of {{v6}}; {{v7}} shows the largest rise and {{v8}} the largest fall.",
      nil
    ),
    ReplyCase(
      Drafts.two,
      "The revenue stood at {{v2}} {{v1}}, while the gross margin reached {{v3}}.",
      nil
    ),
    ReplyCase(
      Drafts.ranking,
      "{{v2}}, les {{v1}} produits au chiffre d'affaires le plus haut sont {{v3}}, {{v4}} et {{v5}}.",
      nil
    ),
  ]

  private static let faultyReplies = [
    ReplyCase(
      Drafts.fall,
      "Currently, the revenue {{v1}} was {{v2}}, against {{v3}} {{v4}}, down {{v5}} ({{v6}}).",
      .tense
    ),
    ReplyCase(
      Drafts.best,
      "{{v3}} est le produit avec le chiffre d'affaires le plus élevé {{v1}}, à {{v2}}.",
      .order
    ),
    ReplyCase(
      Drafts.best,
      "{{v2}} est le produit avec le chiffre d'affaires le moins élevé {{v1}}, à {{v3}}.",
      .word
    ),
    ReplyCase(
      Drafts.best,
      "{{v2}} est le produit avec le plus bas chiffre d'affaires {{v1}}, à {{v3}}.",
      .extreme
    ),
    ReplyCase(
      Drafts.rise,
      "Le chiffre d'affaires {{v1}} passe de {{v2}} à {{v3}} {{v4}}, en hausse de {{v5}} ({{v6}}).",
      .word
    ),
    ReplyCase(Drafts.figure, "", .length),
    ReplyCase(Drafts.figure, "…", .length),
    ReplyCase(Drafts.figure, String(repeating: "le ", count: 400), .length),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}. Voici. Voici. Voici. Voici.",
      .sentences
    ),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}} !", .sentences),
    ReplyCase(
      Drafts.figure,
      "Est-ce que le chiffre d'affaires {{v1}} {{v2}} est de {{v3}} ?",
      .sentences
    ),
    ReplyCase(Drafts.figure, "Le **chiffre d'affaires** {{v1}} {{v2}} est de {{v3}}.", .markup),
    ReplyCase(Drafts.figure, "<b>Le chiffre d'affaires</b> {{v1}} {{v2}} est de {{v3}}.", .markup),
    ReplyCase(Drafts.figure, "- Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}.", .markup),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires\n{{v1}} {{v2}} est de {{v3}}.", .markup),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}} 🎉.", .markup),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, voir http://a",
      .link
    ),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}} sur shop.example.",
      .link
    ),
    ReplyCase(Drafts.figure, "The chiffre d'affaires {{v1}} {{v2}} amounts to {{v3}}.", .language),
    ReplyCase(Drafts.figure, "Выручка {{v1}} {{v2}}: {{v3}}.", .language),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, contre {{v4}}.",
      .unknownPlaceholder
    ),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}} {{ }}.",
      .unknownPlaceholder
    ),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} est de {{v3}}.", .missingPlaceholder),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, {{v3}}.",
      .repeatedPlaceholder
    ),
    ReplyCase(
      Drafts.rise,
      "Le chiffre d'affaires {{v1}} est de {{v3}}, contre {{v2}} {{v4}}, en hausse de {{v5}} ({{v6}}).",
      .order
    ),
    ReplyCase(
      Drafts.rise,
      "Le chiffre d'affaires {{v4}} est de {{v2}}, contre {{v3}} {{v1}}, en hausse de {{v5}} ({{v6}}).",
      .order
    ),
    ReplyCase(
      Drafts.series,
      "Les ventes {{v1}} passent de {{v3}} à {{v4}}. Le maximum est de {{v5}}, le minimum de {{v6}} {{v2}}.",
      .order
    ),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, soit 12.", .digit),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, soit ١٢.", .digit),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, soit 五.", .digit),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, soit ½.", .digit),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, soit Ⅻ.", .digit),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, soit douze mille.",
      .numberWord
    ),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, soit la moitié.",
      .numberWord
    ),
    ReplyCase(
      Drafts.two,
      "{{v1}}, the revenue was {{v2}} and the gross margin was {{v3}}, twice as high.",
      .numberWord
    ),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}} en mars.",
      .dateWord
    ),
    ReplyCase(
      Drafts.two,
      "{{v1}}, on Monday, the revenue was {{v2}} and the gross margin was {{v3}}.",
      .dateWord
    ),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}} €.", .unit),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}} euros.", .unit),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}} %.", .unit),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires Mobilier {{v1}} {{v2}} est de {{v3}}.", .name),
    ReplyCase(
      Drafts.fall,
      "The revenue {{v1}} was {{v2}}, against {{v3}} {{v4}}, up {{v5}} ({{v6}}).",
      .direction
    ),
    ReplyCase(
      Drafts.rise,
      "Le chiffre d'affaires {{v1}} est de {{v2}}, contre {{v3}} {{v4}}, en baisse de {{v5}} ({{v6}}).",
      .direction
    ),
    ReplyCase(
      Drafts.rise,
      "Le chiffre d'affaires {{v1}} est de {{v2}}, contre {{v3}} {{v4}}, soit {{v5}} ({{v6}}).",
      .direction
    ),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} progresse à {{v3}}.", .direction),
    ReplyCase(
      Drafts.changes,
      "The revenue {{v1}} {{v2}}, against the previous period ({{v3}}): {{v4}} down and {{v5}} up of {{v6}}. The largest rise is for {{v7}}, the largest fall for {{v8}}.",
      .direction
    ),
    ReplyCase(
      Drafts.series,
      "Les ventes {{v1}} {{v2}} passent de {{v3}} à {{v4}}. Le minimum est de {{v5}}, le maximum de {{v6}}.",
      .extreme
    ),
    ReplyCase(
      Drafts.series,
      "Les ventes {{v1}} {{v2}} passent de {{v3}} à {{v4}}. Le maximum est de {{v5}}, puis {{v6}}.",
      .extreme
    ),
    ReplyCase(
      Drafts.ranking,
      "Les {{v1}} produits avec le chiffre d'affaires le plus faible {{v2}} sont {{v3}}, {{v4}} et {{v5}}.",
      .extreme
    ),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}} grâce à cela.",
      .cause
    ),
    ReplyCase(
      Drafts.fall,
      "The revenue {{v1}} was {{v2}}, against {{v3}} {{v4}}, down {{v5}} ({{v6}}) because of this.",
      .cause
    ),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, il faut voir.",
      .advice
    ),
    ReplyCase(
      Drafts.two,
      "{{v1}}, the revenue was {{v2}} and the gross margin was {{v3}}, which should stand.",
      .advice
    ),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} n'est pas de {{v3}}.", .negation),
    ReplyCase(Drafts.figure, "Le chiffre d'affaires {{v1}} {{v2}} était de {{v3}}.", .tense),
    ReplyCase(Drafts.figure, "Le chiffre {{v1}} {{v2}} est de {{v3}}.", .term),
    ReplyCase(Drafts.two, "{{v1}}, the gross margin was {{v2}} and the revenue was {{v3}}.", .term),
    ReplyCase(
      Drafts.ranking,
      "Le chiffre d'affaires le plus élevé {{v2}} des {{v1}} produits : {{v3}}, {{v4}}, {{v5}}.",
      .order
    ),
    ReplyCase(
      Drafts.ranking,
      "Les {{v1}} produits avec le chiffre d'affaires le plus élevé {{v2}} sont {{v3}}, {{v4}} et au maximum {{v5}}.",
      .extreme
    ),
    ReplyCase(
      Drafts.rise,
      "Le chiffre d'affaires {{v1}} en hausse de {{v2}} à {{v3}} {{v4}}, soit {{v5}} ({{v6}}).",
      .order
    ),
    ReplyCase(
      Drafts.rise,
      "Le chiffre d'affaires {{v1}} passe de {{v2}}, contre {{v3}} {{v4}}, à une hausse de {{v5}} ({{v6}}).",
      .word
    ),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, dont cela.",
      .word
    ),
    ReplyCase(
      Drafts.ranking,
      "Les {{v1}} avec le chiffre d'affaires le plus élevé {{v2}} sont {{v3}}, {{v4}} et {{v5}}.",
      .omission
    ),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires exceptionnel {{v1}} {{v2}} est de {{v3}}.",
      .word
    ),
    ReplyCase(
      Drafts.figure,
      "Le chiffre d'affaires {{v1}} {{v2}} est excellent avec {{v3}}.",
      .word
    ),
  ]
}
