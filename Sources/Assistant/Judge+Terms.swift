import SemanticModel
import Values

extension Judge {
  /// Says which costs a figure rests on where the question does not tell them; nil where nothing is missing.
  func missingTerms(of query: Query) -> Verdict? {
    for measure in query.measures {
      guard let metric = model.metrics[measure.metric],
        let need = measure.terms.missing(in: metric.expression)
      else { continue }
      return Verdict(.refuse(.missingTerms(need, subject: metric.noun.singular)))
    }
    return nil
  }
}
