import SemanticModel

/// Circles of metrics and joins that leave a choice.
extension CorpusChecker {
  /// Reports each circle once, at the formula of its first metric by name.
  mutating func checkCycles() {
    var finished: Set<String> = []
    for name in all(.metric).sorted() {
      var path: [String] = []
      visit(name, path: &path, finished: &finished)
    }
  }

  private mutating func visit(_ name: String, path: inout [String], finished: inout Set<String>) {
    if let start = path.firstIndex(of: name) {
      reportCycle(path[start...] + [name])
      return
    }
    guard !finished.contains(name), let metric = model.metrics[name] else { return }
    path.append(name)
    for next in Set(metric.expression.names(insideAggregates: false).map { $0[0] }).sorted() {
      visit(next, path: &path, finished: &finished)
    }
    path.removeLast()
    finished.insert(name)
  }

  private mutating func reportCycle(_ names: ArraySlice<String>) {
    guard let object = objects.first(where: { $0.kind == .metric && $0.name == names.first }),
      let node = object.fields["expression"]
    else { return }
    report(.metricCycle(Array(names)), in: object, at: node.position)
  }

  /// Reports each dimension that a metric's dataset reaches in two ways equally short and that does not choose.
  mutating func checkJoins() {
    let datasets = Set(model.metrics.values.compactMap(\.dataset)).sorted()
    for object in objects where object.kind == .dimension {
      guard let dimension = model.dimensions[object.name],
        let position = object.fields["dataset"]?.position
      else { continue }
      for dataset in datasets where dimension.overrides[dataset] == nil {
        if isAmbiguous(from: dataset, to: dimension.dataset) {
          report(.ambiguousJoin(from: dataset, to: object.name), in: object, at: position)
        }
      }
    }
  }

  private func isAmbiguous(from dataset: String, to target: String) -> Bool {
    do throws(SemanticModel.JoinProblem) {
      _ = try model.joinPath(from: dataset, to: target)
      return false
    } catch {
      if case .ambiguous = error { return true }
      return false
    }
  }
}
