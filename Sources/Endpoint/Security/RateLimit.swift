import Synchronization

/// How many requests each caller may make: a bucket that fills steadily and is emptied by one a request.
final class RateLimit: Sendable {
  private struct Bucket {
    var level: Double
    var at: ContinuousClock.Instant
  }

  private let state = Mutex<[String: Bucket]>([:])
  /// Requests a second.
  private let rate: Double
  /// Requests at once.
  private let burst: Double
  /// Most callers remembered.
  private static let most = 10_000

  /// - Parameter perMinute: requests a minute in the long run; a tenth of them, and at least ten, at once.
  init(perMinute: Int) {
    rate = Double(perMinute) / 60
    burst = max(10, Double(perMinute) / 10)
  }

  /// Counts a request.
  ///
  /// - Returns: nil when it may go on; else the seconds after which one may.
  func take(_ caller: String, now: ContinuousClock.Instant = .now) -> Int? {
    state.withLock { state in
      if state.count >= Self.most { state = state.filter { level($0.value, now) < burst } }
      let bucket = state[caller] ?? Bucket(level: burst, at: now)
      let left = level(bucket, now)
      guard left >= 1 else {
        state[caller] = Bucket(level: left, at: now)
        return max(1, Int(((1 - left) / rate).rounded(.up)))
      }
      state[caller] = Bucket(level: left - 1, at: now)
      return nil
    }
  }

  private func level(_ bucket: Bucket, _ now: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (now - bucket.at).components
    return min(burst, bucket.level + rate * (Double(seconds) + Double(attoseconds) / 1e18))
  }
}
