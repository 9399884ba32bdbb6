import SemanticModel

/// What is told of work on the program's own results and files: the command that does it.
struct UpkeepWording: Sendable {
  let voice: Voice

  init(_ voice: Voice) {
    self.voice = voice
  }

  /// At most two sentences.
  func sentences(_ upkeep: Upkeep) -> [String] {
    switch upkeep {
    case .batch:
      return [
        voice.pick(
          "La commande « optiflow batch » refait prévisions, alertes et précision\(voice.colon) "
            + "en quelques secondes à une minute, sans toucher à vos données.",
          "The command “optiflow batch” computes forecasts, alerts and accuracy anew: "
            + "in some seconds to a minute, and without touching your data."
        ),
        voice.pick(
          "« optiflow batch --at 00:30 » le fait chaque nuit.",
          "“optiflow batch --at 00:30” does it every night."
        ),
      ]
    case .clearing:
      return [
        voice.pick(
          "Les résultats gardés valent 24 heures au plus et ne servent plus dès que les données changent.",
          "Results are kept for 24 hours at most, and no longer used once the data change."
        ),
        voice.pick(
          "Pour les remplacer maintenant\u{202F}: « optiflow batch »\u{202F}; les anciens servent jusqu'à ce que les nouveaux soient écrits.",
          "To replace them now: “optiflow batch”; the old ones serve until the new ones are written."
        ),
      ]
    case .training:
      return [
        voice.pick(
          "Les modèles sont réajustés à chaque calcul des prévisions, et pondérés par leurs erreurs passées, produit par produit.",
          "The models are fitted anew each time forecasts are computed, and weighted by their past errors, product by product."
        ),
        voice.pick(
          "Pour le faire maintenant\u{202F}: « optiflow batch ».",
          "To do it now: “optiflow batch”."
        ),
      ]
    case .backup:
      return [
        voice.pick(
          "Dans la conversation (« optiflow chat »), « /db sauvegarde copie.db » écrit une copie vérifiée de la base.",
          "In the conversation (“optiflow chat”), “/db backup copy.db” writes a checked copy of the database."
        )
      ]
    case .sample:
      return [
        voice.pick(
          "Il n'y a pas de mode rapide\u{202F}: chaque réponse porte sur toutes les lignes, en général en moins d'une seconde.",
          "There is no quick mode: every answer is about all rows, and usually takes less than a second."
        ),
        ReasonWording.invitation(voice),
      ]
    }
  }
}
