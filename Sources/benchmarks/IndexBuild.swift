import Diagnostics
import Glibc
import Values

/// The building of index/ from the corpus, on a copy of the folders.
enum IndexBuild {
  /// Seconds of one build; the corpus is that of OPTIFLOW_HOME, else of the current folder.
  static func measure(_ tool: MeasuredTool) throws(Failure) -> JSON {
    let home = tool.scratch + "/home"
    mkdir(home, 0o700)
    let source = getenv("OPTIFLOW_HOME").map { String(cString: $0) } ?? "."
    let copy = Child(program: "/bin/cp", arguments: ["-r", source + "/corpus", home])
    let copied = try copy.run(output: "/dev/null")
    guard copied.status == 0 else { throw MeasuredTool.failed("/bin/cp", copied.status) }
    let build = Child(program: tool.program, arguments: ["index", "build", "--home", home])
    let outcome = try build.run(output: tool.scratch + "/built")
    guard outcome.status == 0 else { throw MeasuredTool.failed(tool.program, outcome.status) }
    let seconds = outcome.milliseconds / 1000
    Report.say("index built in \(Report.fixed(seconds, 1)) s")
    return .object([("build_seconds", .number((seconds * 10).rounded() / 10))])
  }
}
