import Language
import Testing
import Values

@Suite("Hours of the day")
struct HoursTests {
  private func read(_ text: String) -> [HourSpan] {
    let tokens = Lexer.tokens(of: text)
    return Hours.spans(in: tokens, numbers: Numbers.spans(in: tokens))
  }

  @Test(
    "Hours are read in numbers and in words",
    arguments: [
      ("ventes avant 8h", "00:00-08:00"), ("orders placed before 6am", "00:00-06:00"),
      ("jusqu'à 9 heures", "00:00-09:00"), ("until 8:30", "00:00-08:30"),
      ("avant huit heures du matin", "00:00-08:00"), ("before 6 a.m.", "00:00-06:00"),
      ("by 5 o'clock", "00:00-05:00"), ("CA après 18h en 2025", "18:00-24:00"),
      ("à partir de 18 h 30", "18:30-24:00"), ("dès 20h", "20:00-24:00"),
      ("after 8:30pm", "20:30-24:00"), ("from 6pm on", "18:00-24:00"),
      ("from 6pm onwards", "18:00-24:00"), ("après minuit", "00:00-06:00"),
      ("après 8 heures du soir", "20:00-24:00"), ("after 9 in the evening", "21:00-24:00"),
      ("entre midi et 14 h", "12:00-14:00"), ("entre midi et deux", "12:00-14:00"),
      ("between noon and 2pm", "12:00-14:00"), ("between 10pm and 6am", "22:00-06:00"),
      ("de 22h à 6h", "22:00-06:00"), ("entre 8 et 10 heures", "08:00-10:00"),
      ("between 2 and 4pm", "14:00-16:00"), ("from 10 to 2pm", "10:00-14:00"),
      ("8-10am", "08:00-10:00"), ("22h-6h", "22:00-06:00"), ("9h30–11h", "09:30-11:00"),
      ("entre 20h et minuit", "20:00-24:00"), ("between midnight and 6am", "00:00-06:00"),
      ("entre 20 h et 24 h", "20:00-24:00"), ("à 14h", "14:00-15:00"), ("at 2pm", "14:00-15:00"),
      ("at noon", "12:00-13:00"), ("vers 8h", "08:00-09:00"), ("at midnight", "00:00-01:00"),
      ("ventes après midi", "12:00-24:00"),
    ]
  )
  func numbers(text: String, hours: String) {
    #expect(read(text).map(\.hours.description) == [hours])
  }

  @Test(
    "Parts of the day have their hours",
    arguments: [
      ("CA le matin", "06:00-12:00"), ("revenue in the morning", "06:00-12:00"),
      ("les ventes de l'après-midi", "12:00-18:00"), ("afternoon sales", "12:00-18:00"),
      ("CA en soirée", "18:00-24:00"), ("sales in the evenings", "18:00-24:00"),
      ("CA la nuit", "22:00-06:00"), ("revenue at night", "22:00-06:00"),
      ("le samedi soir", "18:00-24:00"), ("samedi après-midi", "12:00-18:00"),
      ("les lundis matin", "06:00-12:00"), ("hier soir", "18:00-24:00"),
      ("on Friday nights", "22:00-06:00"),
    ]
  )
  func parts(text: String, hours: String) {
    #expect(read(text).map(\.hours.description) == [hours])
  }

  @Test("A span takes its preposition, and what stands behind is left")
  func extent() throws {
    let span = try #require(read("CA entre 8 h et 10 h par région").first)
    #expect(span.tokens == 1..<7)
    #expect(read("le matin et le soir").map(\.tokens) == [0..<2, 3..<5])
  }

  @Test(
    "Punctuality, lengths of time, certain days and other numbers are none",
    arguments: [
      "commandes à l'heure", "livré en 48 h", "within 24 hours", "sous 24h", "a 24-hour cache",
      "sales of the last hour", "la dernière heure", "avant 24h", "après 48h", "dans les 24 heures",
      "après 2 h d'attente", "orders after 3 hours", "ventes par heure", "toutes les 2 heures",
      "ce matin", "cette nuit", "last night", "good evening", "bonne nuit", "la nuit dernière",
      "avant 2025", "between 2 and 4 products", "de 8 à 10 produits", "après 8 jours", "at 5",
      "top 10", "avant le 8 mars", "13am", "à 25h", "8:75", "livraison 24h/24", "by region",
      "from Paris to Lyon", "lampe de nuit",
    ]
  )
  func none(text: String) {
    #expect(read(text).isEmpty)
  }
}
