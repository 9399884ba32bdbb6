import Assistant
import Values

/// What was taken for granted, in words.
struct AssumptionWording: Sendable {
  let voice: Voice

  init(_ voice: Voice) {
    self.voice = voice
  }

  /// One sentence, with its point.
  func sentence(_ assumption: Answer.Assumption) -> String {
    switch assumption {
    case .allHistory: return allHistory
    case .levelNow:
      guard let day = voice.asOf.map(voice.dates.day) else {
        return voice.pick("État actuel.", "State as of now.")
      }
      return voice.pick("État au \(day).", "State as of \(day).")
    case .defaultPeriod(let days): return lastDays(days)
    case .caveat(let text): return sentence(text[voice.tongue])
    case .beginsOn(let day, let label):
      let date = voice.dates.day(day)
      return voice.pick(
        "\(label.french.capitalisedFirst)\(FrenchGrammar.colon) seulement à partir du \(date).",
        "\(label.english.capitalisedFirst): only from \(date)."
      )
    case .readAs(let word, let meaning):
      return voice.pick(
        "\(voice.quoted(word)) est compris comme \(voice.quoted(meaning.french)).",
        "\(voice.quoted(word)) is read as \(voice.quoted(meaning.english))."
      )
    case .group(let word, let count):
      let number = voice.numbers.count(Double(count))
      return voice.pick(
        "\(voice.quoted(word)) désigne un groupe de \(number) \(count < 2 ? "élément" : "éléments").",
        "\(voice.quoted(word)) is taken as a group of \(number) \(count == 1 ? "item" : "items")."
      )
    case .corrected(let word, let name):
      return voice.pick(
        "\(voice.quoted(word)) est compris comme \(voice.quoted(name)).",
        "\(voice.quoted(word)) is read as \(voice.quoted(name))."
      )
    case .leftAside(let words):
      return voice.pick(
        "Laissé de côté\(FrenchGrammar.colon) \(voice.quoted(words)).",
        "Left aside: \(voice.quoted(words))."
      )
    case .handledAlerts(let notes, let areLeftOut):
      return LessonWording(voice).handled(notes, areLeftOut: areLeftOut)
    case .taughtEvents(let events): return LessonWording(voice).told(events)
    case .underway(let orders): return underway(orders)
    case .notApplied(let parts):
      let words = Enumeration.and(parts.map(part), voice.tongue)
      return voice.pick(
        "Sans effet sur ce calcul\(FrenchGrammar.colon) \(words).",
        "Without effect on this computation: \(words)."
      )
    }
  }

  /// « période (en 2025) », « région Bretagne », "grouping by region".
  private func part(_ part: Answer.ScopePart) -> String {
    switch part {
    case .period(let period):
      let words = PeriodWords(period, voice.tongue).phrase
      return voice.pick("la période (\(words))", "the period (\(words))")
    case .filter(let filter): return FilterPhrase(voice: voice).words(filter, link: .bare)
    case .group(let key):
      let noun = voice.noun(of: key).text
      return voice.pick("le groupement par \(noun)", "the grouping by \(noun)")
    case .limit(let count):
      return voice.pick("le nombre demandé (\(count))", "the number asked for (\(count))")
    }
  }

  /// « 120 unités sont déjà en commande, attendues le 02/04/2026 ; la quantité à commander ne les déduit pas. »
  private func underway(_ orders: Answer.Underway) -> String {
    let (units, late) = (voice.numbers.count(orders.units), voice.numbers.count(orders.overdue))
    let isOne = orders.units < 2 && voice.isFrench || orders.units == 1
    var days = ""
    if let first = orders.first.map(voice.dates.day), let last = orders.last.map(voice.dates.day) {
      days =
        first == last
        ? voice.pick(", attendue\(isOne ? "" : "s") le \(first)", ", expected on \(first)")
        : voice.pick(", attendues du \(first) au \(last)", ", expected from \(first) to \(last)")
    }
    let isAllLate = orders.overdue >= orders.units
    let overdue =
      orders.overdue <= 0
      ? ""
      : isAllLate
        ? voice.pick(", en retard", ", overdue")
        : voice.pick(", dont \(late) en retard", ", \(late) of them overdue")
    return voice.pick(
      "\(units) unité\(isOne ? " est" : "s sont") déjà en commande\(days)\(overdue)\u{202F}; la quantité à commander ne \(isOne ? "la" : "les") déduit pas.",
      "\(units) \(isOne ? "unit is" : "units are") already on order\(days)\(overdue); the quantity to order does not deduct \(isOne ? "it" : "them")."
    )
  }

  private var allHistory: String {
    let head = voice.pick(
      "Période\(FrenchGrammar.colon) tout l'historique",
      "Period: the whole history"
    )
    guard let from = voice.dataFrom, let until = voice.dataUntil else { return head + "." }
    let range = Period(start: from, end: until.adding(days: 1))
    return "\(head), \(PeriodWords.absolute(range, voice.tongue))."
  }

  private func lastDays(_ days: Int) -> String {
    let head = voice.pick(
      "Période\(FrenchGrammar.colon) les \(days) derniers jours",
      "Period: the last \(days) days"
    )
    guard let now = voice.asOf else { return head + "." }
    let range = Period(start: now.adding(days: 1 - days), end: now.adding(days: 1))
    return "\(head), \(PeriodWords.absolute(range, voice.tongue))."
  }

  /// A remark of the corpus as a sentence: upper case first, one final point.
  private func sentence(_ text: String) -> String {
    let isClosed = text.last.map { ".!?".contains($0) } ?? true
    return text.capitalisedFirst + (isClosed ? "" : ".")
  }
}
