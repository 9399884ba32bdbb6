package import Values

/// Words around the hours of the day.
package enum HourWords {
  /// Closed phrases by their folded tokens.
  typealias Phrases = [[String]]

  static let before = phrases(
    "avant|before|jusqu'à|jusque|until|till|up to|earlier than|prior to|plus tôt que|by"
  )
  static let after = phrases(
    "après|after|passé|à partir de|à compter de|past|later than|plus tard que|starting at|starting from|from"
  )
  /// « dès », which without its accent is an article.
  static let asSoonAs = "dès"
  static let at = phrases("à|at|vers|around|about")
  static let between = phrases("entre|between")
  static let from = phrases("de|d'|from")
  static let and = phrases("et|and|&|à|to|-")
  static let to = phrases("à|jusqu'à|to|until|till|-")
  /// What may follow a time that something begins at: "from 6pm on".
  static let onward = phrases(
    "on|onward|onwards|et après|and later|and after|or later|et plus tard"
  )

  /// Parts of the day with what stands before them; bare ones (« samedi matin », « hier soir ») behind a day only.
  static let parts: [(hours: DayHours, said: Phrases, bare: Phrases)] = [
    (
      DayHours(6, 12),
      phrases(
        "le matin|les matins|au matin|du matin|en matinée|dans la matinée|la matinée|pendant la matinée|chaque matin"
          + "|tous les matins|in the morning|in the mornings|during the morning|of the morning|every morning|mornings|morning"
      ), phrases("matin|matins")
    ),
    (
      DayHours(12, 18),
      phrases(
        "l'après-midi|les après-midi|les après-midis|en après-midi|dans l'après-midi|de l'après-midi"
          + "|pendant l'après-midi|chaque après-midi|tous les après-midi|in the afternoon|in the afternoons|during the afternoon"
          + "|of the afternoon|every afternoon|afternoons|afternoon"
      ), phrases("après-midi|après-midis")
    ),
    (
      DayHours(18, 24),
      phrases(
        "le soir|les soirs|au soir|du soir|en soirée|dans la soirée|la soirée|pendant la soirée|chaque soir|tous les soirs"
          + "|in the evening|in the evenings|during the evening|of the evening|every evening|evenings|evening"
      ), phrases("soir|soirs")
    ),
    (
      DayHours(22, 6),
      phrases(
        "la nuit|les nuits|dans la nuit|pendant la nuit|durant la nuit|chaque nuit|toutes les nuits|at night"
          + "|at nighttime|at night-time|during the night|in the night|by night|overnight|every night|nights"
      ), phrases("nuit|nuits|night")
    ),
  ]

  /// The hours of a part of the day by its folded noun: "morning", « soir ».
  package static func part(called word: String) -> DayHours? {
    parts.first {
      $0.said.contains([word]) || $0.bare.contains([word]) || $0.said.contains([word + "s"])
    }?
    .hours
  }

  /// « ce matin », "last night", "good evening": one of a certain day, or a greeting.
  static let certain: Set<String> = [
    "ce", "cet", "cette", "this", "last", "next", "good", "bon", "bonne", "derniere", "dernier",
    "prochaine", "prochain",
  ]
  /// What follows a greeting: "morning all, …".
  static let addressed: Set<String> = [
    ",", "!", ".", "all", "team", "everyone", "everybody", "folks", "guys", "there", "-",
  ]
  /// Days by other names than those of the week.
  static let days: Set<String> = ["hier", "demain", "yesterday", "tomorrow"]

  /// « après 2 h d'attente »: a length of time.
  static let lengths: Set<String> = [
    "attente", "retard", "delai", "livraison", "transport", "traitement", "preparation", "trajet",
    "route", "travail", "delay", "waiting", "transit", "processing",
  ]

  /// Half days said behind a time: « 6 heures du soir », "8 in the morning".
  static let mornings = phrases("du matin|in the morning")
  static let evenings = phrases("du soir|de l'après-midi|in the evening|in the afternoon|at night")

  static let noon: Set<String> = ["midi", "noon", "midday"]
  static let midnight: Set<String> = ["minuit", "midnight"]

  private static func phrases(_ list: String) -> Phrases {
    list.split(separator: "|").map { Lexer.tokens(of: String($0)).map(\.folded) }
      .sorted { $0.count > $1.count }
  }
}
