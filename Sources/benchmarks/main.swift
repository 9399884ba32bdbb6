import Diagnostics
import Glibc
import Values

/// Reads the options, runs the measurements, prints one JSON object; people read standard error.
func run() -> Int32 {
  do throws(Failure) {
    let plan = try BenchmarkPlan(Array(CommandLine.arguments.dropFirst()))
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
