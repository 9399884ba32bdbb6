import Assistant
import Batch
import Diagnostics
import Planning
import SQLiteStore
import Values

/// The tables of the nightly run, read beside the user's database; computed on the spot where they are missing or stale.
struct NightlyTables: ComputedTables {
  let connection: Connection
  let facts: DatabaseFacts
  /// Where the side file is kept.
  let folder: SideFolder
  let cancellation: Cancellation?

  func makeReady() throws(Failure) -> ComputedTime {
    let path = try SideFile.path(in: folder, of: connection, making: true)
    if let time = fresh(path) {
      try connection.attach(sideFile: path)
      return time
    }
    // Another run on the same file makes what is wanted here.
    let batch = NightlyBatch(
      database: connection,
      facts: facts,
      path: path,
      patience: .seconds(120)
    )
    _ = try batch.run(cancellation: cancellation)
    guard let time = fresh(path) else { throw Failure.notComputed }
    try connection.attach(sideFile: path)
    return time
  }

  /// When the tables were made, where all are of this day and young enough.
  private func fresh(_ path: String) -> ComputedTime? {
    guard let state = ComputedState.read(path, of: .alerts), state.asOf == facts.now.iso,
      ComputedState.read(path, of: .accuracy)?.asOf == facts.now.iso,
      let until = state.freshUntil
    else { return nil }
    return ComputedTime(madeAt: state.finishedAt, freshUntil: until)
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
