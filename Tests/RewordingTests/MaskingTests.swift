import Testing
import Values

@testable import Rewording

@Suite("Template sentences lose what comes from the data")
struct MaskingTests {
  private static func draft(
    _ text: String,
    _ fragments: [Fragment],
    _ tongue: Tongue = .french,
    terms: [String] = []
  ) throws -> Draft {
    let words = try #require(Prompts.words[tongue])
    return Masking(fragments, tongue, words: words).draft(of: text, terms: terms)
  }

  @Test(
    "The longest fragment wins, at the bounds of words only, and the first letter may be in upper case"
  )
  func fragments() throws {
    let draft = try Self.draft(
      "En 2025, Lampe bleue (12) et Lampes sont devant Lampe.",
      [
        Fragment("Lampe", .name), Fragment("Lampe bleue (12)", .point),
        Fragment("en 2025", .period, isScope: true),
      ]
    )
    #expect(draft.text == "{{v1}}, {{v2}} et Lampes sont devant {{v3}}.")
    #expect(draft.slots.map(\.text) == ["en 2025", "Lampe bleue (12)", "Lampe"])
    #expect(draft.slots.map(\.kind) == [.period, .point, .name])
    #expect(draft.slots.map(\.freedom) == [.free, .fixed, .fixed])
  }

  @Test(
    "Numerals that no fragment holds are taken out with their signs",
    arguments: [
      ("Le total est de -1\u{202F}234,50\u{202F}€.", "-1\u{202F}234,50\u{202F}€"),
      ("Le total est de +12,3\u{202F}%.", "+12,3\u{202F}%"),
      ("The total is $1,234.50.", "$1,234.50"),
      ("Le 31/12/2025.", "31/12/2025"), ("Le total est de 12\u{202F}$US.", "12\u{202F}$US"),
      ("Le total est de ½.", "½"), ("Le total de mars.", "mars"), ("Le total de douze.", "douze"),
    ]
  )
  func numerals(text: String, content: String) throws {
    let draft = try Self.draft(text, [])
    #expect(draft.slots.map(\.text) == [content])
    #expect(draft.text == text.replacing(content, with: "{{v1}}"))
  }

  @Test("Only names of figures that stand in the draft are kept together")
  func terms() throws {
    let draft = try Self.draft(
      "Le chiffre d’affaires est de 3.",
      [],
      terms: ["chiffre d'affaires", "marge brute", ""]
    )
    #expect(draft.terms == ["chiffre d'affaires"])
  }

  @Test("Of several periods the first stays near the first figure")
  func freedom() throws {
    let draft = try Self.draft(
      "Le stock en 2025 est de 3, contre 4 en 2024.",
      [Fragment("en 2025", .period, isScope: true), Fragment("en 2024", .period)]
    )
    #expect(draft.slots.map(\.freedom) == [.near, .fixed, .fixed, .fixed])
  }
}

@Suite("Replies become answers")
struct FillingTests {
  @Test(
    "Contents come into their places, with elision and typography",
    arguments: [
      (
        "{{v1}}, le chiffre d’affaires est de {{v3}} {{v2}}",
        "Pour la catégorie Mobilier, le chiffre d'affaires est de 1_234,50_€ en 2025."
      ),
      (
        "le chiffre d'affaires {{v1}} {{v2}} : {{v3}}.",
        "Le chiffre d'affaires de la catégorie Mobilier en 2025_: 1_234,50_€."
      ),
    ]
  )
  func filling(reply: String, text: String) {
    #expect(
      Drafts.figure.filled(reply).replacing("\u{202F}", with: "_") == text
    )
  }

  @Test("« de » and « d' » follow what comes")
  func elision() {
    let draft = Draft(
      .french,
      text: "",
      slots: [Slot("v1", .name, text: "Amiens"), Slot("v2", .name, text: "Lyon")]
    )
    #expect(
      draft.filled("De {{v1}} à d'{{v2}}, près de {{v1}}.") == "D'Amiens à de Lyon, près d'Amiens."
    )
  }

  @Test(
    "The sentence is found in JSON, in a fence, behind thoughts, or as it is",
    arguments: [
      (#"{"text": "Bonjour"}"#, "Bonjour"), ("```json\n{\"text\": \"Bonjour\"}\n```", "Bonjour"),
      ("<think>Hm.</think>\n\nBonjour", "Bonjour"), ("  Bonjour \n", "Bonjour"),
      ("{{v1}} est là", "{{v1}} est là"), ("{\"other\": 1}", nil), ("{oops", nil), ("", nil),
    ] as [(String, String?)]
  )
  func sentences(content: String, sentence: String?) {
    #expect(ReplyText.sentence(in: content, member: "text") == sentence)
  }
}
