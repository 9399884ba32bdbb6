import Assistant
import SemanticModel
import Values

/// Small talk, and questions about the assistant and its words.
struct TalkWording: Sendable {
  let answer: Answer
  let voice: Voice

  init(_ answer: Answer, _ voice: Voice) {
    self.answer = answer
    self.voice = voice
  }

  /// The reply, in at most two sentences.
  func sentences(_ talk: Answer.Talk) -> [String] {
    switch talk {
    case .greeting:
      return [voice.pick("Bonjour\u{202F}!", "Hello!"), ReasonWording.invitation(voice)]
    case .thanks: return [voice.pick("Avec plaisir\u{202F}!", "You are welcome!")]
    case .farewell: return [voice.pick("Au revoir et à bientôt\u{202F}!", "Goodbye!")]
    case .identity: return identity
    case .help: return help
    case .currency(let code):
      return [voice.pick("Tous les montants sont en \(code).", "All amounts are in \(code).")]
    case .definition(let noun, let text): return [definition(noun, text[voice.tongue])]
    case .restarted:
      return [
        voice.pick("C'est oublié\u{202F}: nouvelle conversation.", "Forgotten: a new conversation.")
      ]
    case .nothingYet:
      return [
        voice.pick(
          "Il n'y a pas encore de réponse à expliquer.",
          "There is no answer to explain yet."
        )
      ]
    case .explanation(let aspect, let question, let meanings):
      return [voice.pick("Pour « \(question) »\u{202F}:", "For “\(question)”:")]
        + explanation(aspect, meanings)
    case .elapsed: return [elapsed]
    case .request(let request): return [self.request(request)]
    case .upkeep(let upkeep): return UpkeepWording(voice).sentences(upkeep)
    case .lesson(let reply): return LessonWording(voice).sentences(reply)
    }
  }

  private func explanation(_ aspect: Answer.Aspect, _ meanings: [Answer.Meaning]) -> [String] {
    switch aspect {
    case .method: return meanings.map { definition($0.noun, $0.text[voice.tongue]) }
    case .source:
      let tables = answer.receipt.tables.joined(separator: ", ")
      return [voice.pick("lu dans \(tables).", "read from \(tables).")]
    case .statement: return [answer.sql ?? ""]
    }
  }

  /// « La dernière réponse a pris 12 ms. »
  private var elapsed: String {
    let time = voice.numbers.decimal(answer.timings.total, digits: 1) + "\u{202F}ms"
    return voice.pick("La dernière réponse a pris \(time).", "The last answer took \(time).")
  }

  /// What to do where the surface itself has no such form.
  private func request(_ request: Answer.Request) -> String {
    switch request {
    case .chart: return voice.pick("Voici le graphique.", "Here is the chart.")
    case .file:
      return voice.pick(
        "Pour écrire ce tableau dans un fichier, ajoutez --output ventes.xlsx à la question.",
        "To write this table to a file, add --output sales.xlsx to the question."
      )
    }
  }

  private var identity: [String] {
    [
      voice.pick(
        "Je suis Optiflow\u{202F}: je réponds en français et en anglais aux questions sur vos données, "
          + "que je lis sur votre machine sans jamais les modifier.",
        "I am Optiflow: I answer questions about your data in French and in English; "
          + "I read them on your machine and never change them."
      ),
      ReasonWording.invitation(voice),
    ]
  }

  private var help: [String] {
    let examples = ExampleQuestions(voice)
    let figures = examples.figures.joined(separator: ", ")
    let things = examples.things.joined(separator: ", ")
    let first = voice.pick(
      "Je donne des chiffres (\(figures)…), leur répartition (\(things)…), leur classement, "
        + "leur évolution et leur comparaison d'une période à l'autre.",
      "I give figures (\(figures)…), split them (\(things)…), rank them, "
        + "follow them over time and compare periods."
    )
    return [first, ReasonWording.invitation(voice)]
  }

  /// The name and its definition: « Chiffre d'affaires : somme des … ».
  private func definition(_ noun: Noun, _ text: String) -> String {
    let isClosed = text.last.map { ".!?".contains($0) } ?? true
    let name = noun.singular[voice.tongue].capitalisedFirst
    return "\(name)\(voice.colon) \(text.lowercasedFirst)\(isClosed ? "" : ".")"
  }
}
