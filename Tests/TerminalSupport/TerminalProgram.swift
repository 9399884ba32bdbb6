import Glibc

/// A program that runs in a pseudo-terminal as in a window: a session of its own, whose Ctrl-C reaches it.
package final class TerminalProgram {
  /// Its window.
  package let terminal: PseudoTerminal
  private let process: pid_t
  private var status: Int32?

  /// POSIX_SPAWN_SETSID of <spawn.h>, which Swift's Glibc leaves out.
  private static let ownSession: Int16 = 0x80

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: the executable file.
  ///   - arguments: what follows its name.
  ///   - environment: all its variables.
  ///   - terminal: where it runs; nil for a new one of 80 × 24.
  package init?(
    _ path: String,
    _ arguments: [String],
    environment: [String: String],
    terminal: PseudoTerminal? = PseudoTerminal()
  ) {
    guard let terminal else { return nil }
    self.terminal = terminal
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes the one that controls it.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal.path, O_RDWR, 0)
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, stream)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    // Threads that run tests block signals, and a program would inherit that.
    var blocked = sigset_t()
    sigemptyset(&blocked)
    posix_spawnattr_setsigmask(&attributes, &blocked)
    let flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, flags | Self.ownSession)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    guard posix_spawn(&process, path, &actions, &attributes, &words, &variables) == 0 else {
      return nil
    }
    self.process = process
  }

  /// Ends it, if it has not ended by itself.
  deinit {
    guard status == nil else { return }
    kill(process, SIGKILL)
    _ = waited(options: 0)
  }

  /// Waits for its end.
  ///
  /// - Returns: its exit code, 128 and more for the signal that ended it; nil when it goes on and on.
  package func exitCode() -> Int32? {
    // Its end of the terminal closes with it, but ours keeps the terminal open: there is no end to read up to.
    for _ in 0..<60_000 where !waited(options: WNOHANG) {
      terminal.look(within: 10)
    }
    return status.map { $0 & 0x7F == 0 ? ($0 >> 8) & 0xFF : 128 + ($0 & 0x7F) }
  }

  /// Takes its exit status, once there is one.
  private func waited(options: Int32) -> Bool {
    var status: Int32 = 0
    if self.status == nil, waitpid(process, &status, options) == process { self.status = status }
    return self.status != nil
  }
}
