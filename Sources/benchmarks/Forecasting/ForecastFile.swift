import Analytics
import Diagnostics
import Values

/// `benchmarks forecast`: forecasts a file's series at rolling origins, for comparison with other programs.
enum ForecastFile {
  static let help = """
    Usage: benchmarks forecast SERIES.csv [--events EVENTS.csv] [--output FORECASTS.csv]
                               [--origins 4] [--horizon 28] [--alone]

      SERIES.csv     series,group,date,value,promotion: a line for each day, in order
      EVENTS.csv     event,first,last: the first and last day of each occurrence
      FORECASTS.csv  series,now,step,actual,combination,median,lower,upper and a column for each model
      --alone        no product learns from its group
    """

  /// Runs the sub-command; the scores as JSON.
  static func measure(_ arguments: [String]) throws(Failure) -> JSON {
    var file: String?
    var options: [String: String] = [:]
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--alone": options[argument] = ""
      case "--events", "--output", "--origins", "--horizon": options[argument] = rest.popFirst()
      case let path where !path.hasPrefix("-") && file == nil: file = path
      default: throw BenchmarkPlan.unknown(argument)
      }
    }
    guard let file else { throw BenchmarkPlan.unknown("forecast") }
    let set = try DemandSet.read(file, events: options["--events"])
    let run = RollingForecasts(
      set,
      origins: options["--origins"].flatMap(Int.init) ?? 4,
      horizon: options["--horizon"].flatMap(Int.init) ?? 28,
      usesProfiles: options["--alone"] == nil
    )
    if let output = options["--output"] { try TextFile.write(run.lines(set), to: output) }
    let scores = ForecastScores(run.items)
    scores.say(file)
    Report.say("\(run.items.count) forecasts in \(Report.fixed(run.seconds, 1)) s on two threads")
    return scores.json
  }
}
