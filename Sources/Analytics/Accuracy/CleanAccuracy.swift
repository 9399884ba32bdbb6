/// Accuracy with and without the days that were exceptional.
package struct CleanAccuracy: Sendable {
  /// Over all days.
  package let all: ForecastAccuracy
  /// Without the exceptional days.
  package let clean: ForecastAccuracy

  /// Days that are left out.
  package var leftOut: Int { all.count - clean.count }
  /// MAPE of all days − clean MAPE, percentage points; nil where one is.
  package var improvement: Double? {
    guard let before = all.mape, let after = clean.mape else { return nil }
    return before - after
  }
  /// Improvement ÷ MAPE of all days, percent; nil where one is, or the first is 0.
  package var improvementPercent: Double? {
    guard let improvement, let before = all.mape, before > 0 else { return nil }
    return 100 * improvement / before
  }

  /// Compares a report with itself without some days.
  ///
  /// - Parameters:
  ///   - report: all days.
  ///   - exceptional: days of products that are left out.
  package init(_ report: AccuracyReport, leavingOut exceptional: Set<ProductDay>) {
    all = report.overall
    clean = report.leavingOut(exceptional).overall
  }
}
