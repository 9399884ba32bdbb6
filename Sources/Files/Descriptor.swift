import Glibc

/// An open file, pipe or terminal, read and written by the system's own calls.
package struct Descriptor: Sendable {
  /// Its number.
  package let number: Int32

  package init(_ number: Int32) {
    self.number = number
  }

  /// Makes a pipe that commands do not inherit; nil when the process has no descriptor left.
  package static func pipe() -> (output: Descriptor, input: Descriptor)? {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (Descriptor(ends[0]), Descriptor(ends[1]))
  }

  /// Writes everything.
  ///
  /// - Returns: 0, or the error that stopped it.
  @discardableResult
  package func write(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(number, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        guard count > 0 else { return count < 0 ? errno : EIO }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return 0
    }
  }

  /// Some bytes, as soon as there are any; none at the end.
  package func read(atMost limit: Int = 65_536) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      var taken = -1
      repeat {
        taken = Glibc.read(number, buffer.baseAddress, buffer.count)
      } while taken < 0 && errno == EINTR
      count = max(0, taken)
    }
  }

  /// All bytes up to the end, or up to a limit.
  package func readAll(atMost limit: Int) -> [UInt8] {
    var result: [UInt8] = []
    while result.count < limit {
      let bytes = read(atMost: min(65_536, limit - result.count))
      if bytes.isEmpty { break }
      result += bytes
    }
    return result
  }
}
