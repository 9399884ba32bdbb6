package import Assistant
package import SemanticModel
package import Values

/// Queries in words for those who have no answer yet: the labels of choices, `explain`.
package enum QueryWords {
  /// « chiffre d'affaires par région en 2018 ».
  ///
  /// The receipt gives the currency, "now" and the range of the data; an empty one leaves those words out.
  package static func text(
    _ query: Query,
    _ tongue: Tongue,
    model: SemanticModel,
    receipt: Answer.Receipt = Answer.Receipt()
  ) -> String {
    QueryPhrase(query, Voice(tongue, model: model, receipt: receipt)).text
  }
}
