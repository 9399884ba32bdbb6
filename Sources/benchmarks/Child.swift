import Diagnostics
import Glibc

/// A program run to its end, its streams in files so that no pipe can fill up.
struct Child {
  let program: String
  let arguments: [String]

  /// How a run went.
  struct Outcome {
    /// From before the start to after the end.
    let milliseconds: Double
    /// The exit code; 128 and more when a signal ended it.
    let status: Int32
  }

  /// Runs it; standard error is dropped.
  ///
  /// - Parameters:
  ///   - input: the file that is its standard input.
  ///   - output: the file that its standard output goes to, made anew.
  /// - Returns: wall time and exit code.
  /// - Throws: `benchmarks.not-started` when there is no such program.
  func run(input: String = "/dev/null", output: String) throws(Failure) -> Outcome {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions,
      STDOUT_FILENO,
      output,
      O_WRONLY | O_CREAT | O_TRUNC,
      0o600
    )
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let clock = ContinuousClock()
    let start = clock.now
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, nil, &words, environ) == 0 else {
      throw Self.notStarted(program)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let elapsed = (clock.now - start).milliseconds
    // The low seven bits hold the signal, the next eight the exit code (wait(2)).
    let signal = status & 0x7F
    return Outcome(
      milliseconds: elapsed,
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    )
  }

  private static func notStarted(_ program: String) -> Failure {
    Failure(
      .environment,
      code: "benchmarks.not-started",
      french: "Impossible de lancer \(program).",
      english: "\(program) cannot be started.",
      frenchHint: "Construisez-le d'abord : make bench",
      englishHint: "Build it first: make bench"
    )
  }
}

extension Duration {
  /// The duration in milliseconds.
  var milliseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1000 + Double(attoseconds) / 1e15
  }
}
