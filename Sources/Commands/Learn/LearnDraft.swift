import Batch
import Diagnostics
import Interpretation
import Lessons
import SemanticModel
import Values

/// A lesson as operands and options say it.
struct LearnDraft {
  let settings: Settings
  let database: Database

  init(_ settings: Settings, _ database: Database) {
    self.settings = settings
    self.database = database
  }

  /// The draft of a word of `optiflow learn`.
  ///
  /// - Throws: "usage.bad-operand", "learn.unknown-name".
  func draft(_ word: String) throws(Failure) -> LessonDraft {
    var draft: LessonDraft
    switch word {
    case "event":
      draft = LessonDraft(.event(isChange: false))
      draft.name = try operand(1, "NAME DAY MULTIPLIER")
      draft.days = try days(try operand(2, "NAME DAY MULTIPLIER"))
      draft.multiplier = try multiplier(try operand(3, "NAME DAY MULTIPLIER"))
    case "anomaly":
      let verdict = try operand(2, "DAY validated|ignored")
      switch verdict {
      case "validated": draft = LessonDraft(.anomaly(.validated))
      case "ignored": draft = LessonDraft(.anomaly(.ignored))
      default: throw Self.badOperand(verdict, "validated, ignored")
      }
      draft.days = try days(try operand(1, "DAY validated|ignored"))
    case "alert":
      draft = LessonDraft(.alertHandled)
      draft.thing = try product(try operand(1, "PRODUCT"))
      return draft
    default:
      draft = LessonDraft(.exceptionalDays)
      draft.days = try days(try operand(1, "DAY"))
    }
    draft.reason = settings["why"] ?? ""
    draft.thing = try thing
    return draft
  }

  private func operand(_ place: Int, _ wanted: String) throws(Failure) -> String {
    guard settings.operands.count > place else {
      throw Failure(
        .usage,
        code: "usage.no-operand",
        french: "Il manque quelque chose derrière « \(settings.operands[0]) ».",
        english: "Something is missing behind \"\(settings.operands[0])\".",
        frenchHint: "Attendu\u{202F}: \(wanted).",
        englishHint: "Expected: \(wanted)."
      )
    }
    return settings.operands[place]
  }

  private func days(_ text: String) throws(Failure) -> Period {
    let first = try day(text)
    let last = try settings["until"].map { text throws(Failure) in try day(text) } ?? first
    guard first <= last else { throw Settings.badValue("until", last.iso, "\(first.iso)…") }
    return Period(start: first, end: last.adding(days: 1))
  }

  private func day(_ text: String) throws(Failure) -> CalendarDay {
    guard text.utf8.count == 10, let day = CalendarDay(iso: text) else {
      throw Self.badOperand(text, "YYYY-MM-DD")
    }
    return day
  }

  private func multiplier(_ text: String) throws(Failure) -> Double {
    let plain = text.first.map { "x×".contains($0) } == true ? String(text.dropFirst()) : text
    guard let number = Double(plain.replacing(",", with: ".")), number.isFinite else {
      throw Self.badOperand(text, "1.7")
    }
    return number
  }

  // MARK: - Products and categories

  private var thing: MentionedThing? {
    get throws(Failure) {
      if let name = settings["product"] { return try product(name) }
      guard let name = settings["category"] else { return nil }
      let known = Set(try ProductCatalogue(database).products.compactMap(\.category)).sorted()
      guard let found = known.first(where: { Fold.fold($0) == Fold.fold(name) }) else {
        throw Self.unknownName(name, nearest(to: name, among: known).map { [$0] } ?? known)
      }
      let value = NamedValue(key: .text(found), name: found)
      return MentionedThing(dimension: "category", names: [value], words: name)
    }
  }

  private func product(_ text: String) throws(Failure) -> MentionedThing {
    switch try ProductCatalogue(database).find(text) {
    case .product(let product):
      let value = NamedValue(key: product.id, name: product.name)
      return MentionedThing(dimension: "product", names: [value], words: text)
    case .several(let products):
      throw Self.unknownName(text, products.map { "\($0.name) (\($0.idText))" })
    case .unknown(let near): throw Self.unknownName(text, near)
    }
  }

  /// A word behind the command that is none of those possible.
  static func badOperand(_ text: String, _ allowed: String) -> Failure {
    Failure(
      .usage,
      code: "usage.bad-operand",
      french: "« \(text) » ne convient pas ici.",
      english: "\"\(text)\" is not possible here.",
      frenchHint: "Attendu\u{202F}: \(allowed).",
      englishHint: "Expected: \(allowed)."
    )
  }

  private static func unknownName(_ text: String, _ near: [String]) -> Failure {
    let list = near.prefix(6).joined(separator: ", ")
    return Failure(
      .usage,
      code: "learn.unknown-name",
      french: "« \(text) » n'est le nom d'aucun produit ou d'aucune catégorie, ou de plusieurs.",
      english: "\"\(text)\" is the name of no product or category, or of several.",
      frenchHint: list.isEmpty ? "Donnez le nom en entier." : "Proches\u{202F}: \(list).",
      englishHint: list.isEmpty ? "Give the whole name." : "Near it: \(list)."
    )
  }
}
