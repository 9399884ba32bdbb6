import SemanticModel

extension Upkeep {
  /// What these words ask for together: a thing to do and what it is done to; nil for every other set.
  init?(_ markers: Set<Marker>) {
    let isToRun = !markers.isDisjoint(with: [.upkeepRun, .upkeepRenew])
    let isOfModels = markers.contains(.upkeepModels)
    if markers.contains(.upkeepSample) {
      self = .sample
    } else if markers.contains(.upkeepSave), markers.contains(.upkeepDatabase) {
      self = .backup
    } else if markers.contains(.upkeepTrain), isOfModels || markers.contains(.upkeepForecasts) {
      self = .training
    } else if markers.contains(.upkeepRenew), isOfModels {
      self = .training
    } else if markers.contains(.upkeepClear), markers.contains(.upkeepResults) {
      self = .clearing
    } else if isToRun, markers.contains(.upkeepBatch) || markers.contains(.upkeepResults) {
      self = .batch
    } else if markers.contains(.upkeepRenew), markers.contains(.upkeepForecasts) {
      self = .batch
    } else {
      return nil
    }
  }
}
