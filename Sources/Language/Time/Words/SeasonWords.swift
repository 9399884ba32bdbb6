extension PhraseBook {
  /// Seasons, by their first month.
  mutating func addSeasons() {
    let names: [(Int, String)] = [
      (3, "printemps|spring|springtime"), (6, "ete|summer|summertime"),
      (9, "automne|autumn"), (12, "hiver|winter|wintertime"),
    ]
    for (month, names) in names {
      add(all: names, .annual(.season(month)), .season)
    }
    add("fall", Reading(.annual(.season(9)), .risky))
  }
}
