import Assistant
import Batch
import Diagnostics
import SQLiteStore
import Values

extension Command {
  /// `optiflow batch`: the nightly run.
  static let batch = Command(
    name: "batch",
    summary: "computes forecasts, alerts and accuracy for the day, into a side file",
    examples: [
      "optiflow batch --db optiflow.db",
      "optiflow batch --db optiflow.db --at 00:30        stays, and runs every night",
      "optiflow batch --db optiflow.db --cache /var/lib/optiflow/shop.db --format json",
    ],
    usage: "batch [options]",
    notes: [
      "The database is only read. The side file holds what can be computed again, and what was taught, which",
      "is in a text file beside it too; the run may be killed at any time.",
      "0: done; 1: a step failed; 5: nothing was ever sold. See docs/batch.md.",
    ],
    options: [
      Option("at", value: "HH:MM", "stay, and run every day at this time"),
      Option("wait", value: "SECONDS", "how long to wait for another run, 60 if not said"),
    ],
    run: { settings throws(Failure) in try BatchCommand(settings: settings).run() }
  )
}

/// Runs the batch once, or every day.
struct BatchCommand {
  let settings: Settings

  private static let usualPatience = 60
  private static let longestPatience = 86_400

  /// What the last run ended with; with `--at` it only ends by a signal.
  func run() throws(Failure) -> Int32 {
    let patience = try patience
    guard let minute = try minute else { return try runOnce(patience) }
    // A wrong path shows now, not in the middle of the night.
    _ = try Session(settings)
    while true {
      say("Prochain calcul à \(settings["at"] ?? "").", "Next run at \(settings["at"] ?? "").")
      LocalTime.wait(untilMinute: minute)
      do throws(Failure) {
        _ = try runOnce(patience)
      } catch {
        // Tomorrow is another day, unless the user said stop.
        if error.kind == .interrupted { throw error }
        settings.console.report(error, in: settings.interface)
      }
    }
  }

  private func runOnce(_ patience: Duration) throws(Failure) -> Int32 {
    let database = try Session(settings).database
    let batch = NightlyBatch(
      database: database.connection,
      facts: database.context.facts,
      path: try SideFile.path(settings, of: database, making: true),
      rules: database.rules,
      patience: patience
    )
    let bar = ProgressBar(settings)
    let tongue = settings.interface
    let report = try Interruption.whileQuerying { () throws(Failure) in
      defer { bar.clear() }
      return try batch.run(
        progress: { bar.show($0.share, BatchText.progress($0, in: tongue)) },
        cancellation: Interruption.cancellation
      )
    }
    if let path = report.setAsidePath {
      settings.console.say(
        tongue.pick(
          "Le fichier de calcul était abîmé\u{202F}; il est mis de côté : \(path)",
          "The side file was damaged and was put aside: \(path)"
        )
      )
    }
    settings.console.print(
      settings.isJSON
        ? BatchJSON(report: report).json.rendered
        : BatchText(report: report, tongue: tongue).rendered
    )
    if report.status != .succeeded { return ExitCode.fault.rawValue }
    return report.forecastCount == 0 ? ExitCode.noData.rawValue : ExitCode.answered.rawValue
  }

  private func say(_ french: String, _ english: String) {
    if !settings.isQuiet { settings.console.say(settings.interface.pick(french, english)) }
  }

  private var patience: Duration {
    get throws(Failure) {
      guard let text = settings["wait"] else { return .seconds(Self.usualPatience) }
      guard let seconds = Int(text), (0...Self.longestPatience).contains(seconds) else {
        throw Settings.badValue("wait", text, "0…\(Self.longestPatience)")
      }
      return .seconds(seconds)
    }
  }

  /// Minutes after midnight of `--at`.
  private var minute: Int? {
    get throws(Failure) {
      guard let text = settings["at"] else { return nil }
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
        let hour = UInt8(parts[0]), let minute = UInt8(parts[1]), hour < 24, minute < 60
      else { throw Settings.badValue("at", text, "00:00…23:59") }
      return Int(hour) * 60 + Int(minute)
    }
  }
}
