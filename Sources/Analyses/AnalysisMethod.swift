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

  /// A thing that the question would group by and that the analysis cannot: told, not dropped.
  func oneAtATime(except known: Set<String>) -> [Finding] {
    let other = query.analysis?.things.first {
      !known.contains($0) && model.dimensions[$0] != nil
    }
    return other.map { [Finding("one_at_a_time", ["axis": .key(.dimension($0))])] } ?? []
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
  package static let all: [any AnalysisMethod] =
    [
      DriversOfChange(), BudgetedOrdering(), PurchaseDrafting(), SeasonalDecomposition(),
      DemandPeaksAhead(), RecurringPeaks(), FilteredForecast(), SalesAnomalies(),
    ] + customers + exploring + overviews + supply

  /// What customers buy, together and again.
  private static let customers: [any AnalysisMethod] = [
    AssociationRules(), CrossSelling(), UpSelling(), Recommending(), SimilarCustomers(),
    CustomerClustering(), UnusualCustomers(), CustomerPlaces(), CustomerChurn(), NextPurchases(),
    RetentionByCohort(), CustomerProfile(), SegmentActions(), LapsedCustomers(),
    PromotionCandidates(), DailyDecisions(),
  ]

  /// What influences sales, and what stands out.
  private static let exploring: [any AnalysisMethod] = [
    PromotionEffects(), EventEffects(), SeasonEffects(), SalesFactors(), FigureCorrelations(),
    FigureDistribution(), ProductTrends(rises: false), ProductTrends(rises: true),
    UnusualTransactions(byGroup: false), UnusualTransactions(byGroup: true), UnusualHours(),
  ]

  /// Many figures at once.
  private static let overviews: [any AnalysisMethod] = [
    Dashboard(name: "dashboard", sections: Dashboard.Section.allCases),
    Dashboard(name: "strategic_view", sections: [.forecast, .top]),
    Dashboard(name: "tactical_view", sections: [.forecast, .urgent, .top]),
    Dashboard(name: "operational_view", sections: [.alerts, .urgent, .week]), PeriodStory(),
    JoinedAnalyses(
      name: "exploration",
      parts: [
        "decomposition", "season_effect", "factors", "distribution", "correlation",
        "promotion_effect", "sales_anomalies", "anomaly_detection",
      ]
    ),
    JoinedAnalyses(
      name: "full_report",
      parts: [
        "report", "dashboard", "declining_products", "rising_products", "season_effect",
        "promotion_effect", "event_effect", "factors", "distribution", "sales_anomalies",
        "anomaly_detection",
      ]
    ),
  ]

  /// Suppliers, deliveries, costs, and what the data are worth.
  private static let supply: [any AnalysisMethod] =
    [
      DeliveryForecasting(), DeliveryRisks(), DeliveryAccuracy(), DelayFactors(),
      MarginSimulation(), DormantCapital(), BestSupplier(), SupplierDependency(), CostAnomalies(),
      GapHandling(), StockCountGap(), StockJumps(), QualityTrend(),
    ] + QualityChecks.all + AlertSavings.all

  /// The method of an analysis; nil where there is none.
  package static func named(_ name: String) -> (any AnalysisMethod)? {
    all.first { $0.name == name }
  }
}
