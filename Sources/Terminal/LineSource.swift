/// Something that gives lines one after the other.
package protocol LineSource {
  /// Waits for the next line.
  ///
  /// - Parameter prompt: what to show before it, where somebody sees it.
  /// - Returns: the line, or why there is none.
  mutating func next(prompt: String) -> LineEvent
}
