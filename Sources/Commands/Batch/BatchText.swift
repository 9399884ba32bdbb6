import Batch
import Diagnostics
import Presentation
import Values

/// A run for people: one sentence, a line a step, where the file is.
struct BatchText {
  let report: BatchReport
  let tongue: Tongue

  private func pick(_ french: String, _ english: String) -> String { tongue.pick(french, english) }

  /// The whole, without a final newline.
  var rendered: String {
    let rows = report.steps.map { step in
      [
        Self.name(step.step, in: tongue), Self.status(step.status, in: tongue),
        Self.seconds(step.seconds, in: tongue), detail(step),
      ]
    }
    return
      ([sentence] + Columns.lines(rows, right: [2], indent: 2)
      + [pick("Fichier : ", "File: ") + report.path]).joined(separator: "\n")
  }

  private func detail(_ step: BatchReport.Step) -> String {
    switch step.outcome {
    case .rows(let count):
      NumberFormat(tongue).count(Double(count)) + pick(" lignes", " rows")
    case .levels: step.detail
    case .needs(let needed):
      pick("dépend de : ", "depends on: ") + Self.name(needed, in: tongue)
    case .failed(let failure): pick(failure.french, failure.english) + " [\(failure.code)]"
    }
  }

  private var sentence: String {
    let day = DateFormat(tongue).day(report.asOf)
    let products = NumberFormat(tongue).count(Double(report.productCount))
    let forecasts = NumberFormat(tongue).count(Double(report.forecastCount))
    let time = Self.seconds(report.seconds, in: tongue)
    let isWhole = report.status == .succeeded
    return pick(
      "Calcul du \(day) \(isWhole ? "terminé" : "incomplet")\u{202F}: \(forecasts) produits prévus sur \(products), en \(time).",
      "Run of \(day) \(isWhole ? "done" : "incomplete"): \(forecasts) of \(products) products forecast, in \(time)."
    )
  }

  /// What is being done, for the bar: "forecasts 120/250, 8 s left".
  static func progress(_ progress: BatchProgress, in tongue: Tongue) -> String {
    var text = name(progress.step, in: tongue)
    if progress.step == .forecasts, progress.total > 0 {
      text += " \(progress.done)/\(progress.total)"
    }
    guard let left = progress.secondsLeft?.rounded(.up) else { return text }
    return text + tongue.pick(", encore \(Int(left)) s", ", \(Int(left)) s left")
  }

  private static func name(_ step: BatchStep, in tongue: Tongue) -> String {
    switch step {
    case .forecasts: tongue.pick("prévisions", "forecasts")
    case .eventEffects: tongue.pick("effets des événements", "event effects")
    case .alerts: tongue.pick("alertes", "alerts")
    case .accuracy: tongue.pick("précision", "accuracy")
    case .quality: tongue.pick("qualité des données", "data quality")
    case .indicators: tongue.pick("indicateurs", "indicators")
    }
  }

  private static func status(_ status: BatchReport.Status, in tongue: Tongue) -> String {
    switch status {
    case .succeeded: tongue.pick("fait", "done")
    case .failed: tongue.pick("en échec", "failed")
    case .skipped: tongue.pick("sauté", "skipped")
    case .interrupted: tongue.pick("interrompu", "interrupted")
    }
  }

  private static func seconds(_ seconds: Double, in tongue: Tongue) -> String {
    NumberFormat(tongue).decimal(seconds, digits: 1) + tongue.pick("\u{202F}s", " s")
  }
}
