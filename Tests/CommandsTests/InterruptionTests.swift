import Glibc
import SQLiteStore
import Testing

@testable import Commands

@Suite("Ctrl-C")
struct InterruptionTests {
  @Test("an answer is protected up to its end, not only while a query in it runs")
  func nesting() async {
    await #expect(processExitsWith: .success) {
      var interrupt = sigset_t()
      sigemptyset(&interrupt)
      sigaddset(&interrupt, SIGINT)
      let cancellation = Interruption.cancellation
      let isCancelled = Interruption.whileQuerying {
        Interruption.whileQuerying {}
        pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
        raise(SIGINT)
        return cancellation.isCancelled
      }
      exit(isCancelled ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }
}
