import Planning
import SemanticModel

/// Figures that cannot be split as asked, told by an analysis of what they are made from.
extension Judge {
  /// « que va acheter le segment Corporate ? »: no product's forecast knows customers, but their own history tells it.
  func beyond(_ query: Query, _ problem: PlanningProblem) -> (Query, Plan)? {
    guard case .unreachable = problem, query.measures.count == 1,
      let measure = query.measures.first,
      let beyond = model.metrics[measure.metric]?.beyond,
      model.analyses[beyond.analysis]?.isComputed == true
    else { return nil }
    var other = query
    other.measures[0].metric = beyond.figure
    other.analysis = AnalysisCall(beyond.analysis)
    return (try? assistant.planner.plan(other)).map { (other, $0) }
  }
}
