import Files
import Glibc

/// Lines of a pipe or a file, without prompt and editing.
package struct PlainLineSource: LineSource {
  /// Most bytes of a line; what is longer is cut, and the rest of that line dropped.
  package static let longestLine = 1 << 20

  private let source: () -> [UInt8]
  private var pending: ArraySlice<UInt8> = []
  private var isAtEnd = false

  /// Reads a descriptor.
  package init(descriptor: Int32 = STDIN_FILENO) {
    self.init(reading: { Descriptor(descriptor).read() })
  }

  /// Reads what a closure gives: the next bytes, none at the end.
  package init(reading source: @escaping () -> [UInt8]) {
    self.source = source
  }

  /// The next line, or the end; the prompt is not shown.
  package mutating func next(prompt: String) -> LineEvent {
    next().map { .line($0) } ?? .end
  }

  /// The next line without its end; nil behind the last one.
  package mutating func next() -> String? {
    var line: [UInt8] = []
    var hasBytes = false
    while fill() {
      hasBytes = true
      let end = pending.firstIndex(of: 0x0A)
      Self.append(pending[..<(end ?? pending.endIndex)], to: &line)
      pending = pending[(end.map { $0 + 1 } ?? pending.endIndex)...]
      if end != nil { return Self.text(line) }
    }
    return hasBytes ? Self.text(line) : nil
  }

  /// Sees to it that there are bytes; false at the end.
  private mutating func fill() -> Bool {
    if pending.isEmpty, !isAtEnd {
      pending = source()[...]
      isAtEnd = pending.isEmpty
    }
    return !pending.isEmpty
  }

  /// Takes what still has room, and one byte more, which tells a line that is full from one cut.
  private static func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8]) {
    line += bytes.prefix(longestLine + 1 - line.count)
  }

  /// The text of a line: cut before a character that did not fit, without CR, repaired.
  private static func text(_ line: [UInt8]) -> String {
    var line = line[...]
    if line.count > longestLine {
      // Bytes 10xxxxxx continue a character that begins before them.
      let cut = line.prefix(longestLine + 1).lastIndex { $0 & 0xC0 != 0x80 } ?? longestLine
      line = line[..<max(cut, longestLine - 3)]
    } else if line.last == 0x0D {
      line.removeLast()
    }
    return String(decoding: line, as: UTF8.self)
  }
}
