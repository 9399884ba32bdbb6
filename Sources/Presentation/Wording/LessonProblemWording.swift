import Assistant
import Lessons
import Values

/// Why nothing can be noted as it was said, and what to say instead.
struct LessonProblemWording: Sendable {
  let voice: Voice

  init(_ voice: Voice) {
    self.voice = voice
  }

  private func pick(_ french: String, _ english: String) -> String { voice.pick(french, english) }

  /// What is wrong, and the next step.
  func sentences(_ problem: LessonProblem) -> [String] {
    switch problem {
    case .noDay, .severalDays, .dayAhead, .dayOutside, .beyondForecasts, .tooManyDays:
      days(problem)
    case .noName, .unknownEvent, .noMultiplier, .badMultiplier: event(problem)
    case .noProduct, .sameName, .noAlert: product(problem)
    case .nothingToUndo:
      [pick("Il n'y a pas de telle leçon à annuler.", "There is no such lesson to undo.")]
    case .noBook:
      [
        pick(
          "Il n'y a pas d'endroit où garder ce qui est appris.",
          "There is no place to keep what is taught."
        )
      ]
    }
  }

  private func days(_ problem: LessonProblem) -> [String] {
    switch problem {
    case .noDay:
      [
        pick(
          "De quel jour s'agit-il\u{202F}? Redites la phrase avec la date, par exemple « le 28 novembre ».",
          "Which day is meant? Say the sentence again with the date, for example “on 28 November”."
        )
      ]
    case .severalDays:
      [
        pick(
          "Un seul jour à la fois\u{202F}: redites la phrase avec une date.",
          "One day at a time: say the sentence again with one date."
        )
      ]
    case .dayAhead(let day):
      [
        pick(
          "Le \(voice.dates.day(day)) est encore à venir.",
          "\(voice.dates.day(day)) is still to come."
        ),
        pick(
          "Ajoutez plutôt un événement\u{202F}: « ajoute … le \(voice.dates.day(day)), x1,5 ».",
          "Add an event instead: “add … on \(voice.dates.day(day)), x1.5”."
        ),
      ]
    case .dayOutside(let day, let data):
      [
        pick(
          "Le \(voice.dates.day(day)) est hors des données, qui vont du \(voice.dates.day(data.lowerBound)) au \(voice.dates.day(data.upperBound)).",
          "\(voice.dates.day(day)) is outside the data, which go from \(voice.dates.day(data.lowerBound)) to \(voice.dates.day(data.upperBound))."
        )
      ]
    case .beyondForecasts(let last):
      [
        pick(
          "Les prévisions ne vont que jusqu'au \(voice.dates.day(last)). Redonnez cet événement plus tard.",
          "The forecasts only go until \(voice.dates.day(last)). Tell me this event later."
        )
      ]
    case .tooManyDays(let limit):
      [
        pick(
          "C'est trop de jours à la fois\u{202F}: \(limit) au plus.",
          "That is too many days at once: \(limit) at most."
        )
      ]
    default: []
    }
  }

  private func event(_ problem: LessonProblem) -> [String] {
    let example = pick(
      "Exemple\u{202F}: « ajoute le Black Friday le 28 novembre, x1,7 ».",
      "Example: “add Black Friday on 28 November, x1.7”."
    )
    switch problem {
    case .noName:
      return [pick("Comment s'appelle l'événement\u{202F}?", "What is the event called?"), example]
    case .unknownEvent(let name):
      return [
        pick(
          "Je ne connais pas d'événement à venir appelé \(voice.quoted(name)).",
          "I know no coming event called \(voice.quoted(name))."
        ), example,
      ]
    case .noMultiplier:
      return [
        pick(
          "Par combien les ventes sont-elles multipliées\u{202F}?",
          "What are sales multiplied by?"
        ), example,
      ]
    case .badMultiplier(let number):
      let range = TaughtEvent.multipliers
      let said = voice.numbers.decimal(number, digits: 2, trimmed: true)
      let (low, high) = (
        voice.numbers.decimal(range.lowerBound, digits: 1),
        voice.numbers.decimal(range.upperBound, digits: 0)
      )
      return [
        pick(
          "Un multiplicateur de \(said) n'a pas de sens\u{202F}: il va de \(low) à \(high), et 1 ne change rien.",
          "A multiplier of \(said) makes no sense: it goes from \(low) to \(high), and 1 changes nothing."
        )
      ]
    default: return []
    }
  }

  private func product(_ problem: LessonProblem) -> [String] {
    switch problem {
    case .noProduct:
      [
        pick(
          "De quel produit s'agit-il\u{202F}? Redites la phrase avec son nom.",
          "Which product is meant? Say the sentence again with its name."
        )
      ]
    case .sameName(let name):
      [
        pick(
          "Plusieurs produits s'appellent \(voice.quoted(name)). Donnez son numéro\u{202F}: optiflow learn … --product NUMÉRO",
          "Several products are called \(voice.quoted(name)). Give its number: optiflow learn … --product NUMBER"
        )
      ]
    case .noAlert(let name):
      [
        pick(
          "Rien n'est à traiter pour \(voice.quoted(name))\u{202F}: ni alerte ouverte, ni statut critique ou attention.",
          "There is nothing to handle for \(voice.quoted(name)): no open alert, no critical or attention status."
        )
      ]
    default: []
    }
  }
}
