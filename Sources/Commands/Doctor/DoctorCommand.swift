import Corpus
import Diagnostics
import SQLiteStore
import Values

extension Command {
  /// `optiflow doctor`: what a database offers and lacks.
  static let doctor = Command(
    name: "doctor",
    summary: "what a database offers and lacks, dirty rows",
    examples: [
      "optiflow doctor --db optiflow.db",
      "optiflow doctor --db optiflow.db --lang fr",
      "optiflow doctor --db optiflow.db --format json",
    ],
    usage: "doctor [options]",
    run: { settings throws(Failure) in
      let session = try Session(settings)
      let diagnosis = Diagnosis(
        session.database,
        model: session.knowledge.corpus.model,
        size: try session.database.connection.fingerprint().size
      )
      let tongue = settings.interface
      settings.console.print(
        settings.isJSON
          ? diagnosis.json(in: tongue).rendered
          : DiagnosisText(diagnosis: diagnosis, tongue: tongue).rendered
      )
      return 0
    }
  )
}
