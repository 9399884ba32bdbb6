/// The small words of the grammar, by the role they play.
enum FunctionWords {
  /// Roles and their words, separated by "|"; a word may play several.
  static let roles: [(NodeKind, String)] = [
    (.the, "le|la|les|l'|the"),
    (
      .of,
      "de|du|d'|des|of|in|en|on|for|au cours de|au cours du|dans|sur|pour|durant|pendant|during"
    ),
    (.contracted, "du"),
    (.this, "ce|cet|cette|c't'|c't|c'te|ces|this|these|current|the current|cettes|cete"),
    (.thisAfter, "ci|en cours|courant|courante|actuel|actuelle|present|presente|-ci"),
    (
      .last,
      "dernier|derniere|dern|last|past|previous|prior|prev|preceding|lst|dernie|precedent"
        + "|precedente"
    ),
    (.lastPlural, "derniers|dernieres|recent|recents|recentes|precedents|precedentes"),
    (
      .lastAfter,
      "dernier|derniere|derniers|dernieres|dern|precedent|precedente|precedents"
        + "|precedentes|prec|passe|passee|passes|passees|ecoule|ecoulee|ecoules|ecoulees|revolu"
        + "|revolue|revolus|revolues"
    ),
    (.next, "prochain|prochaine|proch|next|coming|upcoming|following|nxt|suivant|suivante"),
    (.nextPlural, "prochains|prochaines|suivants|suivantes"),
    (
      .nextAfter,
      "prochain|prochaine|prochains|prochaines|proch|suivant|suivante|suivants"
        + "|suivantes|a venir|qui vient|qui viennent|qui suit|qui suivent"
    ),
    (.secondLast, "avant dernier|avant derniere|avant derniers|avant dernieres|penultimate"),
    (.lastOfList, "before last"),
    (.lastOfList, "before last"),
    (.and, "et|and|&|puis"),
    (.to, "to|au|a|aux|through|thru|->|→|till|til"),
    (.dash, "-"),
    (.slash, "/"),
    (.comma, ","),
    (.quote, "'"),
    (
      .since,
      "depuis|since|dps|a partir de|a partir du|a partir d'|a compter de|a compter du"
        + "|a compter d'|des le|starting|starting from|starting in|starting on|beginning"
        + "|beginning in"
        + "|beginning on|ever since|as from|depui|dpuis|from and including|a dater du|a dater de"
    ),
    (.onward, "from"),
    (.from, "from|de|du|d'|depuis|dps|since|a partir de|a partir du|a partir d'|starting|as from"),
    (
      .until,
      "jusqu'a|jusqu'au|jusqu'en|jusqu'aux|jusque|jusqu'|jusqua|jusquau|jusquen|jusqu'a la"
        + "|jusque en|jusqu'a fin de|until|untill|till|til|up to|up until|through to|through|thru|no later than"
        + "|not later than|au plus tard|up till|'til|at the latest"
    ),
    (
      .before,
      "avant|before|earlier than|prior to|anterieur a|anterieure a|anterieurs a|ahead of"
        + "|anterieures a|avant le|avant la"
    ),
    (
      .after,
      "apres|after|later than|posterieur a|posterieure a|posterieurs a|posterieures a"
        + "|subsequent to"
    ),
    (.between, "entre|between"),
    (.deadline, "d'ici|d'ici a|d'ici au|by"),
    (.within, "d'ici|d'ici a|within|sous|in under|dans un delai de|dans les|dans moins de"),
    (.agoBefore, "il y a|il ya|ya|y a|voici|voila|il y avait"),
    (.agoAfter, "ago|auparavant"),
    (.inFuture, "dans|in"),
    (
      .fromNow,
      "from now|from today|hence|a partir d'aujourd'hui|a partir de maintenant"
        + "|apres aujourd'hui|after today|a compter d'aujourd'hui|from this day"
    ),
    (
      .orLater,
      "ou plus tard|ou apres|et apres|or after|and after|or later|and later|onwards"
        + "|onward|and onwards|and onward|et plus|et au dela|and beyond|et plus tard|et suivants"
        + "|et suivantes|ou posterieur|ou ulterieur"
    ),
    (
      .orEarlier,
      "ou avant|ou plus tot|et avant|or before|or earlier|and before|and earlier"
        + "|et plus tot|ou anterieur"
    ),
    (.sliding, "glissant|glissants|glissante|glissantes|rolling|trailing|running"),
    (
      .ended,
      "ended|ending|ended on|ending on|ended at|to end|clos le|close le|clos au|close au|clos fin|close fin"
        + "|arrete au|arretee au|arretes au|arretes a|qui finit le|finissant le|se terminant le"
    ),
    (.numberSign, "n °|n|no|numero|num|number|nr|#|n° "),
    (
      .weekStart,
      "commencant|commencant le|debutant|debutant le|beginning|starting|commencing"
        + "|starting on|beginning on|qui commence le|that starts on|du|of|of the"
    ),
    (.now, "now|maintenant|a present|present|right now|le present|the present|nos jours"),
    (
      .previousOne,
      "le precedent|la precedente|the previous|the previous one|the one before"
        + "|celui d'avant|celle d'avant|la fois d'avant|the preceding one|the prior one|previous"
        + " one"
    ),
  ]
}

extension PhraseBook {
  /// Adds the small words.
  mutating func addFunctionWords() {
    for (kind, phrases) in FunctionWords.roles {
      add(all: phrases, .word(kind))
    }
    add(word: "'s", Reading(.word(.of)))
    add(all: "un|une|a|an|one", .word(.one))
    add(all: "couple of|a couple of|couple|deux ou trois", .integer(2, digits: 0))
    add(all: "debut|beginning|start|early|tout debut|commencement", .inside(.part(.start)))
    add(all: "mi|milieu|mid|middle", .inside(.part(.middle)))
    add(all: "fin|end|late|toute fin|ending", .inside(.part(.end)))
    add(
      all: "premiere quinzaine|1ere quinzaine|1re quinzaine|first fortnight",
      .inside(.fortnight(1))
    )
    add(
      all: "deuxieme quinzaine|seconde quinzaine|derniere quinzaine|2e quinzaine|2eme quinzaine"
        + "|second fortnight|last fortnight",
      .inside(.fortnight(2))
    )
    addHalves()
  }

  /// "first half": of a year, or of a month when one follows.
  private mutating func addHalves() {
    let names = [
      "premiere moitie|1ere moitie|1re moitie|first half|1st half",
      "deuxieme moitie|seconde moitie|2e moitie|2eme moitie|second half|2nd half|last half"
        + "|derniere moitie",
    ]
    for (index, names) in names.enumerated() {
      add(all: names, .annual(.half(index + 1)), .code)
      add(all: names, .inside(.fortnight(index + 1)))
    }
  }
}
