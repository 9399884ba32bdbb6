package import SemanticModel
package import Values

/// How one analysis of the corpus is computed.
///
/// It asks for figures by queries, hands their arrays to `Analytics`, and gives a table with its findings.
/// What a user can do wrong (too little data, no such period) is a finding, not an error.
package protocol AnalysisMethod: Sendable {
  /// The analysis of the corpus.
  var name: String { get }
  /// All it can find, each with the places that it fills: what the sentences of the corpus may name.
  var findings: [String: Set<String>] { get }

  /// Carries the analysis of a query out.
  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult
}

/// What an analysis is to be computed of.
package struct AnalysisRequest {
  /// The query of the figures to look into; its `analysis` is set.
  package let query: Query
  package let analysis: Analysis
  package let model: SemanticModel
  /// The fixed "now".
  package let now: CalendarDay
  package let source: any FigureSource

  package init(
    query: Query,
    analysis: Analysis,
    model: SemanticModel,
    now: CalendarDay,
    source: any FigureSource
  ) {
    self.query = query
    self.analysis = analysis
    self.model = model
    self.now = now
    self.source = source
  }
}

extension AnalysisRequest {
  /// The figure to look into: the question's first one, else the analysis's own.
  var measure: Measure { query.measures.first ?? Measure(analysis.figure ?? "") }

  /// The unit of a measure.
  func unit(of measure: Measure) -> Metric.Unit {
    model.metrics[measure.metric]?.unit ?? .number
  }

  /// Figures by some keys, under the filters of the question and of nothing else of it.
  func query(of measures: [Measure], by keys: [Key] = [], in period: Period? = nil) -> Query {
    var figures = Query()
    figures.measures = measures
    figures.keys = keys
    figures.filters = query.filters
    figures.period = period
    return figures
  }
}

/// All analyses that can be computed, one for each analysis of the corpus that names a `figure`.
package enum AnalysisMethods {
  package static let all: [any AnalysisMethod] = [
    DriversOfChange(), BudgetedOrdering(), PurchaseDrafting(), SeasonalDecomposition(),
    DemandPeaksAhead(), RecurringPeaks(), FilteredForecast(), SalesAnomalies(),
    AssociationRules(), CrossSelling(), UpSelling(), Recommending(), SimilarCustomers(),
    CustomerClustering(), UnusualCustomers(), CustomerPlaces(), CustomerChurn(), NextPurchases(),
    RetentionByCohort(), CustomerProfile(), SegmentActions(), LapsedCustomers(),
    PromotionCandidates(),
    DailyDecisions(),
  ]

  /// The method of an analysis; nil where there is none.
  package static func named(_ name: String) -> (any AnalysisMethod)? {
    all.first { $0.name == name }
  }
}
