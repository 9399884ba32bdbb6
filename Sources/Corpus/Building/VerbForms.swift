import Values

/// The forms of a verb that questions use, so that the corpus names it once.
///
/// Regular endings only; irregular forms are written behind the verb: "établir établit établi".
/// Grammar: Grevisse, Le Bon Usage, on the three groups; Quirk et al., A Comprehensive Grammar, 3.5.
enum VerbForms {
  /// All forms of an entry: the verb, those written behind it, and the regular ones.
  static func all(_ entry: String, _ tongue: Tongue) -> [String] {
    let written = entry.split(separator: " ").map(String.init)
    guard let verb = written.first else { return [] }
    let regular = tongue == .french ? french(verb, written) : english(verb)
    return written + regular.filter { !written.contains($0) }
  }

  /// « présenter » → « présente, présentent, présenté … »; « choisir » → « choisissent … ».
  private static func french(_ verb: String, _ written: [String]) -> [String] {
    let stem = String(verb.dropLast(2))
    if verb.hasSuffix("er") {
      // « rangeons », « plaçait »: the sound of the stem is kept before a and o.
      let hard =
        stem.hasSuffix("g") ? stem + "e" : stem.hasSuffix("c") ? stem.dropLast() + "ç" : stem
      return ["e", "es", "ent", "ez", "é", "ée", "és", "ées", "era", "eront", "erait", "eraient"]
        .map { stem + $0 } + ["ons", "ait", "aient", "ant"].map { hard + $0 }
    }
    if verb.hasSuffix("ir") {
      // Irregular ones say their forms; the rest are like « choisir ».
      guard written.count == 1 else { return [] }
      return [
        "is", "it", "issons", "issez", "issent", "i", "ie", "ies", "issait", "issaient", "issant",
        "ira", "iront", "irait",
      ].map { stem + $0 }
    }
    guard verb.hasSuffix("dre"), written.count == 1 else { return [] }
    return [
      "s", "", "ons", "ez", "ent", "u", "ue", "us", "ues", "ait", "aient", "ant", "ra", "ront",
    ]
    .map { stem + $0 }
  }

  /// "state" → "states, stated, stating"; "carry" → "carries, carried, carrying".
  private static func english(_ verb: String) -> [String] {
    if verb.hasSuffix("e") { return [verb + "s", verb + "d", verb.dropLast() + "ing"] }
    let isVowel: (Character) -> Bool = { "aeiou".contains($0) }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !isVowel(before) {
      return [verb.dropLast() + "ies", verb.dropLast() + "ied", verb + "ing"]
    }
    let hisses = ["s", "x", "z", "ch", "sh"].contains { verb.hasSuffix($0) }
    let forms = [verb + (hisses ? "es" : "s"), verb + "ed", verb + "ing"]
    let end = Array(verb.suffix(3))
    guard end.count == 3, !isVowel(end[0]), isVowel(end[1]), !isVowel(end[2]),
      !"wxy".contains(end[2])
    else { return forms }
    // "pulled" and "dropped": both spellings, since the stress is not known.
    return forms + [verb + String(end[2]) + "ed", verb + String(end[2]) + "ing"]
  }
}
