import Values

/// The lessons that commands of the chat give, as the sentence that says the same.
enum LessonForm {
  /// « /predictions events add NOM JOUR x1,5 »
  case event
  /// « /predictions learn JOUR pourquoi »
  case day
  /// « /ml validate JOUR article », « /ml ignore … »
  case validated, ignored
  /// « /alertes traitee ARTICLE »
  case handled
  /// « /lecons annule 3 »
  case undo

  /// The sentence with what stands behind the command; nil where that is missing.
  func sentence(_ arguments: String, _ tongue: Tongue) -> String? {
    let words = arguments.split(separator: " ").map(String.init)
    switch self {
    case .event:
      let isVerb =
        words.first.map { ["add", "ajoute", "ajouter"].contains(Fold.fold($0)) } ?? false
      let rest = words.dropFirst(isVerb ? 1 : 0).joined(separator: " ")
      return rest.isEmpty
        ? nil : tongue.pick("ajoute l'événement \(rest)", "add the event \(rest)")
    case .day:
      guard let day = words.first else { return nil }
      let why = words.dropFirst().joined(separator: " ")
      return tongue.pick("ignore la journée du \(day)", "ignore the day of \(day)")
        + (why.isEmpty ? "" : tongue.pick(", c'était \(why)", ", it was \(why)"))
    case .validated, .ignored:
      guard let day = words.first else { return nil }
      let product = words.dropFirst().joined(separator: " ")
      let isReal = self == .validated
      return tongue.pick(
        "\(isReal ? "valide" : "ignore") l'anomalie du \(day)",
        "\(isReal ? "validate" : "ignore") the anomaly of \(day)"
      ) + (product.isEmpty ? "" : tongue.pick(" pour \(product)", " for \(product)"))
    case .handled:
      return words.isEmpty
        ? nil
        : tongue.pick(
          "marque l'alerte de \(arguments) comme traitée",
          "mark the alert on \(arguments) as handled"
        )
    case .undo:
      guard let number = words.first else {
        return tongue.pick("annule la dernière leçon", "undo the last lesson")
      }
      return tongue.pick("annule la leçon \(number)", "undo lesson \(number)")
    }
  }
}
