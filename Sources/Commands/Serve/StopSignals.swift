import Glibc

/// The signals that end the server: no thread is interrupted by them, one waits for them.
struct StopSignals {
  private var set = sigset_t()

  /// Blocks them; threads made later inherit that.
  init() {
    sigemptyset(&set)
    for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Waits for the first one.
  func wait() {
    var set = set
    var signal: Int32 = 0
    sigwait(&set, &signal)
  }

  /// From now on the next one ends the process at once.
  func leaveOnNext() {
    for number in [SIGTERM, SIGINT] { signal(number) { _ in _exit(130) } }
    var set = set
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }
}
