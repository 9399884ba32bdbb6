import Testing

@testable import Endpoint

@Suite("The limit of requests")
struct RateLimitTests {
  @Test("a burst, then as many as the rate; callers do not share it")
  func bucket() {
    let limit = RateLimit(perMinute: 600)
    let start = ContinuousClock.now
    for _ in 0..<60 { #expect(limit.take("a", now: start) == nil) }
    #expect(limit.take("a", now: start) == 1)
    #expect(limit.take("b", now: start) == nil)
    #expect(limit.take("a", now: start + .milliseconds(90)) != nil)
    #expect(limit.take("a", now: start + .milliseconds(110)) == nil)
    #expect(limit.take("a", now: start + .seconds(3_600)) == nil)
  }

  @Test("a slow rate says how long to wait")
  func waiting() {
    let limit = RateLimit(perMinute: 1)
    let start = ContinuousClock.now
    for _ in 0..<10 { _ = limit.take("a", now: start) }
    #expect(limit.take("a", now: start) == 60)
    #expect(limit.take("a", now: start + .seconds(30)) == 30)
  }
}
