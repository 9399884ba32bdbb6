import Assistant
import SemanticModel
import Values

/// Why there is no figure, in words, and what can be asked instead.
struct ReasonWording: Sendable {
  let answer: Answer
  let voice: Voice

  init(_ answer: Answer, _ voice: Voice) {
    self.answer = answer
    self.voice = voice
  }

  /// What is wrong, then the way on: the choices listed below, else an example.
  var sentences: [String] {
    guard let reason = answer.reason else {
      return [voice.pick("Que voulez-vous savoir\u{202F}?", "What would you like to know?")]
    }
    return sentences(reason)
  }

  /// An example of what can be asked: « Vous pouvez demander, par exemple … ».
  static func invitation(_ voice: Voice) -> String {
    guard let example = ExampleQuestions(voice).figure else {
      return voice.pick("Posez une question sur vos données.", "Ask a question about your data.")
    }
    return voice.pick(
      "Vous pouvez demander, par exemple\u{202F}: \(voice.quoted(example)).",
      "You can ask, for example: \(voice.quoted(example))."
    )
  }

  /// The choices when there are some, else an example.
  private var wayOn: [String] {
    if answer.choices.isEmpty { return [Self.invitation(voice)] }
    return [voice.pick("Vous pouvez demander\u{202F}:", "You can ask:")]
  }

  private func sentences(_ reason: Answer.Reason) -> [String] {
    switch reason {
    case .empty:
      return [voice.pick("La question est vide.", "The question is empty.")] + wayOn
    case .tooLong(let limit): return [tooLong(limit)]
    case .unknownWords(let words): return [unknown(words)] + wayOn
    case .notUnderstood: return [notUnderstood] + wayOn
    case .missingData(let table, let column, let subject):
      return [missing(table, column, subject[voice.tongue])] + wayOn
    case .unreachable(let subject, let dimension):
      return [unreachable(subject[voice.tongue], dimension[voice.tongue])] + wayOn
    case .untimed(let subject): return [untimed(subject[voice.tongue])] + wayOn
    case .analysisUnavailable(let noun): return [unavailable(noun)] + wayOn
    case .missingTerms(let need, let subject): return missing(need, subject)
    case .beyondHorizon(let last):
      let day = voice.dates.day(last)
      return [
        voice.pick(
          "Les prévisions ne vont que jusqu'au \(day).",
          "The forecasts only go until \(day)."
        )
      ] + wayOn
    case .marginOutside(let margin):
      let (asked, least, most) = (
        voice.threshold(margin / 100, .percent),
        voice.numbers.count(OrderDefaults.margins.lowerBound),
        voice.threshold(OrderDefaults.margins.upperBound / 100, .percent)
      )
      return [
        voice.pick(
          "La marge d'une quantité à commander va de \(least) à \(most), et \(asked) n'y est pas.",
          "The margin of a quantity to order goes from \(least) to \(most), which \(asked) is outside of."
        )
      ] + wayOn
    case .writeRequest:
      return [
        voice.pick(
          "Je ne fais que lire la base\u{202F}: je ne peux ni ajouter, ni modifier, ni supprimer de données.",
          "I only read the database: I cannot add, change or delete data."
        )
      ] + wayOn
    case .ambiguousMeaning(let word):
      return [
        voice.pick(
          "Que voulez-vous dire par \(voice.quoted(word))\u{202F}?",
          "What do you mean by \(voice.quoted(word))?"
        )
      ]
    case .ambiguousName(let word, let noun): return [ambiguous(word, noun)]
    case .unknownName(let word): return unknownName(word)
    case .proposed(let unknown): return proposed(unknown)
    case .declined:
      return [voice.pick("D'accord, dites-le autrement.", "All right, please say it otherwise.")]
        + wayOn
    case .nothingBefore:
      return [
        voice.pick(
          "Cette question en complète une autre, mais aucune n'a été posée avant.",
          "This question completes another one, but none was asked before."
        )
      ] + wayOn
    case .unclearChange(let question):
      let quoted = voice.quoted(question)
      return [
        voice.pick(
          "Je ne vois pas ce que cela change à \(quoted). Posez la question en entier.",
          "I do not see what this changes of \(quoted). Please ask the whole question."
        )
      ]
    case .failure(_, let message, let hint):
      return [message[voice.tongue], hint[voice.tongue]].filter { !$0.isEmpty }
    }
  }

  private var notUnderstood: String {
    voice.pick(
      "Je n'ai reconnu ni chiffre ni objet de vos données dans cette question.",
      "I recognised no figure and no thing of your data in this question."
    )
  }

  /// What was not understood, and the question whether what a model reads in it is meant.
  private func proposed(_ unknown: [String]) -> [String] {
    [
      unknown.isEmpty ? notUnderstood : self.unknown(unknown),
      voice.pick(
        "Un modèle de langage y lit ceci, qui n'est pas encore calculé\u{202F}: est-ce votre question\u{202F}?",
        "A language model reads this in it, which is not computed yet: is it your question?"
      ),
    ]
  }

  private func tooLong(_ limit: Int) -> String {
    let count = voice.numbers.count(Double(limit))
    return voice.pick(
      "La question est trop longue\u{202F}: \(count) caractères au plus.",
      "The question is too long: \(count) characters at most."
    )
  }

  private func unknown(_ words: [String]) -> String {
    let list = Enumeration.and(words.map(voice.quoted), voice.tongue)
    let isOne = words.count == 1
    return voice.pick(
      "Je ne comprends pas \(list)\u{202F}: ni vos données ni mon vocabulaire ne "
        + (isOne ? "l'expliquent." : "les expliquent."),
      "I do not understand \(list): neither your data nor my vocabulary explains "
        + (isOne ? "it." : "them.")
    )
  }

  private func missing(_ table: String, _ column: String?, _ subject: String) -> String {
    let name = voice.quoted(subject)
    guard let column else {
      return voice.pick(
        "Je ne peux pas donner \(name)\u{202F}: la base n'a pas de table \(voice.quoted(table)).",
        "I cannot give \(name): the database has no table \(voice.quoted(table))."
      )
    }
    return voice.pick(
      "Je ne peux pas donner \(name)\u{202F}: la colonne \(voice.quoted(column)) de la table "
        + "\(voice.quoted(table)) manque ou est vide.",
      "I cannot give \(name): the column \(voice.quoted(column)) of the table "
        + "\(voice.quoted(table)) is missing or empty."
    )
  }

  private func missing(_ need: OrderTerms.Need, _ subject: LocalizedText) -> [String] {
    let terms = [
      need.orderCost ? voice.pick("le coût d'une commande", "the cost of an order") : nil,
      need.holdingCost
        ? voice.pick(
          "le coût de possession d'une unité par an",
          "the holding cost of a unit a year"
        )
        : nil,
    ]
    let list = Enumeration.and(terms.compactMap { $0 }, voice.tongue)
    let name = voice.quoted(subject[voice.tongue])
    let example = voice.quoted(
      voice.pick(
        "… avec un coût de commande de 50 et un coût de possession de 5",
        "… with an order cost of 50 and a holding cost of 5"
      )
    )
    return [
      voice.pick(
        "Pour \(name), il me faut \(list), que la base ne contient pas.",
        "For \(name) I need \(list), which the database does not hold."
      ),
      voice.pick(
        "Dites-le dans la question\(voice.colon) \(example).",
        "Say it in the question: \(example)."
      ),
    ]
  }

  private func unreachable(_ subject: String, _ dimension: String) -> String {
    voice.pick(
      "\(voice.quoted(subject)) ne peut être ni réparti ni filtré par \(voice.quoted(dimension))\u{202F}: "
        + "rien dans les données ne relie l'un à l'autre.",
      "\(voice.quoted(subject)) cannot be split or filtered by \(voice.quoted(dimension)): "
        + "nothing in the data links the two."
    )
  }

  private func untimed(_ subject: String) -> String {
    voice.pick(
      "Les dates de la base n'ont pas d'heure pour \(voice.quoted(subject))\u{202F}: rien ne peut en être dit selon l'heure.",
      "The dates of \(voice.quoted(subject)) have no times of day in this database: nothing of it can be told by the hour."
    )
  }

  private func unavailable(_ noun: Noun) -> String {
    let name = voice.quoted(noun.singular[voice.tongue])
    return voice.pick(
      "Je reconnais la demande (\(name)), mais ce calcul n'est pas encore disponible.",
      "I recognise the request (\(name)), but this computation is not available yet."
    )
  }

  private func ambiguous(_ word: String, _ noun: Noun) -> String {
    let things = noun.plural[voice.tongue]
    let which = noun.isFeminine ? "Laquelle" : "Lequel"
    return voice.pick(
      "Plusieurs \(things) correspondent à \(voice.quoted(word)). \(which) voulez-vous\u{202F}?",
      "Several \(things) match \(voice.quoted(word)). Which one do you mean?"
    )
  }

  private func unknownName(_ word: String) -> [String] {
    let name = voice.quoted(word)
    let first = voice.pick(
      "Aucun nom de vos données ne correspond à \(name).",
      "No name in your data matches \(name)."
    )
    if answer.choices.isEmpty { return [first] + wayOn }
    return [first, voice.pick("Vouliez-vous dire\u{202F}:", "Did you mean:")]
  }
}
