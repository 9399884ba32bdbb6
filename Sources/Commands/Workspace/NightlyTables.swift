import Assistant
import Batch
import Diagnostics
import Planning
import SQLiteStore
import SemanticModel
import Values

/// The tables of the nightly run, read beside the user's database; computed on the spot where they are missing or stale.
struct NightlyTables: ComputedTables {
  let connection: Connection
  let facts: DatabaseFacts
  /// Where the side file is kept.
  let folder: SideFolder
  /// What the data are checked by each night.
  let rules: [QualityRule]
  let cancellation: Cancellation?
  /// What is shown meanwhile; nil for nothing.
  var waiting: Waiting?

  func makeReady() throws(Failure) -> ComputedTime {
    let path = try SideFile.path(in: folder, of: connection, making: true)
    // Another run on the same file makes what is wanted here.
    let batch = NightlyBatch(
      database: connection,
      facts: facts,
      path: path,
      rules: rules,
      patience: .seconds(120)
    )
    defer { waiting?.computed() }
    let state = try batch.refresh(progress: { waiting?.show($0) }, cancellation: cancellation)
    guard let state else { throw Failure.notComputed }
    try connection.attach(sideFile: path)
    return ComputedTime(madeAt: state.finishedAt, freshUntil: state.freshUntil)
  }
}

extension Failure {
  /// The run ended without the tables an answer needs.
  fileprivate static var notComputed: Failure {
    Failure(
      .environment,
      code: "batch.not-computed",
      french: "Les prévisions n'ont pas pu être calculées.",
      english: "The forecasts could not be computed.",
      frenchHint: "« optiflow batch » dit ce qui a échoué.",
      englishHint: "\"optiflow batch\" says what failed."
    )
  }
}
