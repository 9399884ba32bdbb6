import Glibc

/// Signals that must not reach us.
enum SignalShield {
  /// Makes writing to a pipe that nobody reads an error like others, from now on.
  ///
  /// Restoring SIGPIPE after each write would leave other threads unprotected meanwhile.
  static func ignoreClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Runs a body while signals are ignored, then restores what was done with them.
  static func whileIgnoring<Result>(_ signals: [Int32], _ body: () -> Result) -> Result {
    var ignoring = sigaction()
    ignoring.__sigaction_handler.sa_handler = SIG_IGN
    let former = signals.map { signal in
      var old = sigaction()
      sigaction(signal, &ignoring, &old)
      return old
    }
    defer {
      for (signal, var old) in zip(signals, former) { sigaction(signal, &old, nil) }
    }
    return body()
  }

  /// A set of signals.
  static func set(_ signals: [Int32]) -> sigset_t {
    var result = sigset_t()
    sigemptyset(&result)
    for signal in signals { sigaddset(&result, signal) }
    return result
  }
}
