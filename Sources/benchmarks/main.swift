import Diagnostics
import Glibc
import Values

/// Reads the options, runs the measurements, prints one JSON object; people read standard error.
func run() -> Int32 {
  do throws(Failure) {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "forecast" {
      let isHelp = arguments.contains { $0 == "--help" || $0 == "-h" }
      print(
        isHelp
          ? ForecastFile.help : try ForecastFile.measure(arguments.dropFirst().map { $0 }).rendered
      )
      return 0
    }
    let plan = try BenchmarkPlan(arguments)
    guard !plan.asksForHelp else {
      print(BenchmarkPlan.help)
      return 0
    }
    let folder = try ScratchFolder()
    let results = try plan.measure(in: folder)
    print(JSON.object(results).rendered)
    return 0
  } catch {
    Report.say("benchmarks: \(error.english) [\(error.code)]")
    return error.kind.rawValue
  }
}

exit(run())
