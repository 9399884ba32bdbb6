// `environ` is a variable of C; nothing in this target changes it while a command starts.
import Files
@preconcurrency import Glibc

/// A command that the user chose, such as an editor or a pager, run by the shell in the foreground.
struct ShellCommand {
  /// The command as the shell reads it.
  let text: String
  /// What is put behind it, each as one word.
  var arguments: [String] = []

  /// Runs it to its end; Ctrl-C meanwhile is the command's business and not ours.
  ///
  /// - Parameter input: what to feed it, as far as it reads; nil leaves it standard input. Whoever
  ///   feeds has called `SignalShield.ignoreClosedPipes`.
  /// - Returns: its exit code, 127 when there is no such command; nil when it was not started or a
  ///   signal ended it.
  func run(feeding input: String? = nil) -> Int32? {
    SignalShield.whileIgnoring([SIGINT, SIGQUIT]) {
      guard let input else { return start(reading: nil).flatMap { Self.wait(for: $0) } }
      guard let pipe = Descriptor.pipe() else { return nil }
      let process = start(reading: pipe.output.number)
      close(pipe.output.number)
      // A reader that leaves early is no error: that is how a pager is quit.
      if process != nil { pipe.input.write(input) }
      close(pipe.input.number)
      return process.flatMap { Self.wait(for: $0) }
    }
  }

  private func start(reading input: Int32?) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What is ignored stays so across exec (execve(2)); the command gets its own behaviour back.
    var defaults = SignalShield.set([SIGINT, SIGQUIT, SIGPIPE])
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let command = arguments.isEmpty ? text : text + " \"$@\""
    var words = (["sh", "-c", command, "sh"] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, "/bin/sh", &actions, &attributes, &words, environ)
    return error == 0 ? process : nil
  }

  private static func wait(for process: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    // The low seven bits hold the signal, the next eight the exit code (wait(2)).
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}
