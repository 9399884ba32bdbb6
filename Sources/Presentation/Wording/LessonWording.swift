import Assistant
package import Lessons
import SemanticModel
package import Values

/// What is said about lessons: proposals with absolute dates, what was noted, the journal.
package struct LessonWording: Sendable {
  let voice: Voice

  init(_ voice: Voice) {
    self.voice = voice
  }

  /// Wording without an answer: for lists of a surface's own.
  package init(_ tongue: Tongue) {
    let model = SemanticModel(datasets: [], dimensions: [], metrics: [], segments: [], analyses: [])
    voice = Voice(tongue, model: model, receipt: Answer.Receipt())
  }

  /// The sentences of a reply.
  func sentences(_ reply: LessonReply) -> [String] {
    switch reply {
    case .proposed(let proposal, let isWaiting):
      return [proposed(proposal), ask(proposal, isWaiting)]
    case .noted(let lesson):
      let what = content(lesson.content)
      let undo = voice.pick(
        "Pour l'annuler\u{202F}: « annule la leçon \(lesson.id) ».",
        "To undo it: “undo lesson \(lesson.id)”."
      )
      return [voice.pick("C'est noté\u{202F}: \(what).", "Noted: \(what)."), undo]
    case .undone(let lesson):
      let what = content(lesson.content)
      return [
        voice.pick(
          "La leçon \(lesson.id) est annulée\u{202F}: \(what).",
          "Lesson \(lesson.id) is undone: \(what)."
        )
      ]
    case .dropped: return [voice.pick("Rien n'a été noté.", "Nothing was noted.")]
    case .list(let lessons): return [list(lessons)]
    case .problem(let problem): return LessonProblemWording(voice).sentences(problem)
    }
  }

  // MARK: - Proposals

  private func proposed(_ proposal: LessonProposal) -> String {
    switch proposal {
    case .note(let content):
      return voice.pick(
        "À noter\u{202F}: \(self.content(content)).",
        "To be noted: \(self.content(content))."
      )
        + " " + effect(of: content)
    case .undo(let lesson):
      return voice.pick(
        "À annuler\u{202F}: la leçon \(lesson.id), \(content(lesson.content)).",
        "To be undone: lesson \(lesson.id), \(content(lesson.content))."
      )
    }
  }

  private func ask(_ proposal: LessonProposal, _ isWaiting: Bool) -> String {
    if isWaiting {
      return voice.pick("Est-ce bien cela (oui ou non)\u{202F}?", "Is that right (yes or no)?")
    }
    let line = LessonCommandLine.text(proposal)
    return voice.pick(
      "Rien n'est encore noté. Pour le faire\u{202F}: \(line)",
      "Nothing is noted yet. To do it: \(line)"
    )
  }

  private func effect(of content: LessonContent) -> String {
    switch content {
    case .exceptionalDays:
      voice.pick(
        "Les prévisions n'en apprendront rien.",
        "Forecasts will learn nothing from it."
      )
    case .event(let event):
      event.days.upperBound > (voice.asOf ?? event.days.lowerBound)
        ? voice.pick(
          "Les prochaines prévisions en tiendront compte.",
          "The next forecasts will take it into account."
        )
        : voice.pick(
          "Les prévisions ne prendront plus ces jours pour des jours ordinaires.",
          "Forecasts will no longer take these days for ordinary ones."
        )
    case .anomalyVerdict:
      voice.pick(
        "La précision nette ne comptera pas ce jour.",
        "Clean accuracy will not count that day."
      )
    case .alertHandled:
      voice.pick(
        "Elle ne fera plus partie de ce qu'il y a à faire tant que le statut du produit ne change pas.",
        "It will not be among what there is to do until the product's status changes."
      )
    }
  }

  // MARK: - Contents

  /// A lesson in words, without a point: « Black Friday le 28/11/2026, ventes × 1,7, tous produits ».
  package func content(_ content: LessonContent) -> String {
    switch content {
    case .exceptionalDays(let item):
      let head = voice.pick(
        "\(days(item.days)), \(item.days.isOneDay ? "jour exceptionnel" : "jours exceptionnels")",
        "\(days(item.days)), \(item.days.isOneDay ? "an exceptional day" : "exceptional days")"
      )
      return head + reason(item.reason) + ", " + scope(item.scope)
    case .event(let item):
      let factor = voice.numbers.decimal(item.multiplier, digits: 2, trimmed: true)
      return voice.pick(
        "\(item.name), \(days(item.days)), ventes multipliées par \(factor), ",
        "\(item.name), \(days(item.days)), sales multiplied by \(factor), "
      ) + scope(item.scope)
    case .anomalyVerdict(let item):
      let isReal = item.kind == .validated
      return voice.pick(
        "l'anomalie du \(voice.dates.day(item.day)) est \(isReal ? "validée" : "ignorée")",
        "the anomaly of \(voice.dates.day(item.day)) is \(isReal ? "validated" : "ignored")"
      ) + reason(item.reason) + ", " + scope(item.scope)
    case .alertHandled(let item):
      let status = item.status.map { voice.pick(" (statut \($0))", " (status \($0))") } ?? ""
      return voice.pick(
        "l'alerte de \(voice.quoted(item.product.name))\(status) est traitée",
        "the alert on \(voice.quoted(item.product.name))\(status) is handled"
      )
    }
  }

  private func reason(_ text: String) -> String { text.isEmpty ? "" : " (\(text))" }

  private func days(_ days: ClosedRange<CalendarDay>) -> String {
    let (first, last) = (voice.dates.day(days.lowerBound), voice.dates.day(days.upperBound))
    if first == last { return voice.pick("le \(first)", "on \(first)") }
    return voice.pick("du \(first) au \(last)", "from \(first) to \(last)")
  }

  private func scope(_ scope: LessonScope) -> String {
    switch scope {
    case .everything: voice.pick("tous les produits", "all products")
    case .category(let name):
      voice.pick("catégorie \(voice.quoted(name))", "category \(voice.quoted(name))")
    case .product(let product):
      voice.pick("produit \(voice.quoted(product.name))", "product \(voice.quoted(product.name))")
    }
  }

  // MARK: - The journal

  /// One line a lesson, with who taught it and when; a sentence where there is none.
  package func list(_ lessons: [Lesson]) -> String {
    guard !lessons.isEmpty else {
      return voice.pick(
        "Vous ne m'avez encore rien appris. Essayez\u{202F}: « ajoute le Black Friday le 28 novembre, x1,7 ».",
        "You have taught me nothing yet. Try: “add Black Friday on 28 November, x1.7”."
      )
    }
    let count = lessons.count(where: \.isInForce)
    let head = voice.pick(
      "\(count) \(count < 2 ? "leçon" : "leçons") en vigueur\u{202F}:",
      "\(count) \(count == 1 ? "lesson" : "lessons") in force:"
    )
    return ([head] + lessons.map(line)).joined(separator: "\n")
  }

  private func line(_ lesson: Lesson) -> String {
    let made = voice.pick(
      "par \(lesson.author), \(lesson.madeAt)",
      "by \(lesson.author), \(lesson.madeAt)"
    )
    let undone =
      lesson.undoneAt.map { voice.pick(", annulée \($0)", ", undone \($0)") } ?? ""
    return "\(lesson.id). \(content(lesson.content)) – \(made)\(undone)"
  }

  // MARK: - Remarks

  /// Most names in a remark.
  private static let mostNames = 5

  /// « Alertes déjà traitées, laissées de côté : … (par ana, 2026-03-31 10:00:00). »
  func handled(_ notes: [Answer.HandledNote], areLeftOut: Bool) -> String {
    let shown = notes.prefix(Self.mostNames).map {
      voice.pick(
        "\($0.product) (par \($0.author), \($0.at))",
        "\($0.product) (by \($0.author), \($0.at))"
      )
    }
    let more = notes.count > Self.mostNames ? " …" : ""
    let head =
      areLeftOut
      ? voice.pick("Déjà traité, laissé de côté", "Already handled, left out")
      : voice.pick("Déjà traité", "Already handled")
    return head + voice.colon + " " + shown.joined(separator: ", ") + more + "."
  }

  /// Which events an answer takes into account: « D'après vos leçons : Black Friday, le 28/11/2026, … ».
  func told(_ events: [TaughtEvent]) -> String {
    let shown = events.prefix(Self.mostNames).map { content(.event($0)) }
    let more = events.count > Self.mostNames ? " …" : ""
    return voice.pick("D'après vos leçons", "By what you taught") + voice.colon + " "
      + shown.joined(separator: voice.pick("\u{202F}; ", "; ")) + more + "."
  }
}
