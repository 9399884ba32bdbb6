import SemanticModel
import Values

/// Comparison operators in words.
enum ComparisonWords {
  /// « supérieur à 100 », « d'au moins 100 »; `target` starts with its « à » (« à 100 », « au seuil »).
  static func french(
    _ comparison: ComparisonOperator,
    _ target: String,
    _ noun: NounPhrase
  ) -> String {
    let adjective =
      switch comparison {
      case .equal: FrenchGrammar.equal(noun)
      case .notEqual: "non " + FrenchGrammar.equal(noun)
      case .less: FrenchGrammar.agree("inférieur", with: noun)
      case .lessOrEqual:
        FrenchGrammar.agree("inférieur", with: noun) + " ou " + FrenchGrammar.equal(noun)
      case .greater: FrenchGrammar.agree("supérieur", with: noun)
      case .greaterOrEqual:
        FrenchGrammar.agree("supérieur", with: noun) + " ou " + FrenchGrammar.equal(noun)
      }
    return adjective + " " + target
  }

  /// « avec plus de 5 commandes », "with at least 5 orders": a number of things.
  static func counted(
    _ comparison: ComparisonOperator,
    _ number: String,
    _ things: String,
    _ tongue: Tongue
  ) -> String {
    let isFrench = tongue == .french
    let bound =
      switch comparison {
      case .equal: number == "0" ? (isFrench ? "" : "no ") : number + " "
      case .notEqual: (isFrench ? "un autre nombre que " : "other than ") + number + " "
      case .less: (isFrench ? "moins de " : "fewer than ") + number + " "
      case .lessOrEqual: (isFrench ? "au plus " : "at most ") + number + " "
      case .greater: (isFrench ? "plus de " : "more than ") + number + " "
      case .greaterOrEqual: (isFrench ? "au moins " : "at least ") + number + " "
      }
    let link = isFrench ? (bound.isEmpty ? "sans " : "avec ") : "with "
    return link + bound + things
  }

  /// « postérieure au 05/05/2018 ».
  static func frenchDate(
    _ comparison: ComparisonOperator,
    _ day: String,
    _ noun: NounPhrase
  ) -> String {
    let adjective =
      switch comparison {
      case .equal: FrenchGrammar.equal(noun)
      case .notEqual: "non " + FrenchGrammar.equal(noun)
      case .less: FrenchGrammar.agree("antérieur", with: noun)
      case .lessOrEqual:
        FrenchGrammar.agree("antérieur", with: noun) + " ou " + FrenchGrammar.equal(noun)
      case .greater: FrenchGrammar.agree("postérieur", with: noun)
      case .greaterOrEqual:
        FrenchGrammar.agree("postérieur", with: noun) + " ou " + FrenchGrammar.equal(noun)
      }
    return adjective + " au " + day
  }

  /// "above 100", "at least 100".
  static func english(_ comparison: ComparisonOperator, _ target: String) -> String {
    switch comparison {
    case .equal: "equal to " + target
    case .notEqual: "other than " + target
    case .less: "below " + target
    case .lessOrEqual: "of at most " + target
    case .greater: "above " + target
    case .greaterOrEqual: "of at least " + target
    }
  }

  /// "after 5 May 2018".
  static func englishDate(_ comparison: ComparisonOperator, _ day: String) -> String {
    switch comparison {
    case .equal: "on " + day
    case .notEqual: "not on " + day
    case .less: "before " + day
    case .lessOrEqual: "on or before " + day
    case .greater: "after " + day
    case .greaterOrEqual: "on or after " + day
    }
  }
}
