@preconcurrency import CReadline
import Glibc

/// A list of C texts as readline takes and frees it.
private typealias CTexts = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

extension ReadlineSource {
  /// Most completions that are listed; others count for what all have in common.
  private static let mostOffered = 40

  /// Has Tab ask `complete`.
  func installCompletion() {
    // No character ends a word: readline then replaces all before the cursor, blanks and all, and each
    // completion carries the beginning of the line in front of its own text.
    rl_completer_word_break_characters = UnsafePointer(strdup(""))
    rl_sort_completion_matches = 0
    rl_attempted_completion_function = { _, _, _ in
      // Nothing found is nothing found: no names of files instead.
      rl_attempted_completion_over = 1
      return ReadlineSource.active?.matches()
    }
    rl_completion_display_matches_hook = { _, _, _ in
      ReadlineSource.active?.showOffered()
    }
  }

  /// What readline may put before the cursor: first what all have in common, then each.
  private func matches() -> CTexts? {
    guard let buffer = rl_line_buffer else { return nil }
    let head = UnsafeRawBufferPointer(start: buffer, count: Int(rl_point))
    let typed = String(decoding: head, as: UTF8.self)
    let cursor = typed.count
    offered = complete(String(cString: buffer), cursor)
    let lines = offered.map { String(typed.prefix(max(0, min($0.start, cursor)))) + $0.text }
    guard let first = lines.first else { return nil }
    if lines.count == 1 {
      // Behind a folder comes what is in it, and no blank.
      rl_completion_suppress_append = first.hasSuffix("/") ? 1 : 0
      return Self.texts([first])
    }
    let common = CommonBeginning.of(lines, atLeast: typed)
    return Self.texts([common] + lines.prefix(Self.mostOffered))
  }

  /// Lists the completions without the line before them, then shows the line again.
  private func showOffered() {
    var shown = offered.prefix(Self.mostOffered).map(\.text)
    if offered.count > shown.count { shown.append("…") }
    guard let texts = Self.texts([""] + shown) else { return }
    defer { Self.release(texts) }
    let widest = shown.map(\.utf8.count).max() ?? 0
    rl_display_match_list(texts, Int32(shown.count), Int32(widest))
    rl_forced_update_display()
  }

  /// Makes a list with the system's own allocator, because readline frees what it is given.
  private static func texts(_ texts: [String]) -> CTexts? {
    let stride = MemoryLayout<CTexts.Pointee>.stride
    let list = calloc(texts.count + 1, stride)?.assumingMemoryBound(to: CTexts.Pointee.self)
    guard let list else { return nil }
    for (place, text) in texts.enumerated() { list[place] = strdup(text) }
    return list
  }

  private static func release(_ texts: CTexts) {
    var text = texts
    while let pointer = text.pointee {
      free(pointer)
      text += 1
    }
    free(texts)
  }
}
