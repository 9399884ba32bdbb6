import Terminal
import Testing

@Suite("The screen is measured")
struct ScreenTests {
  @Test(
    "Columns are those of wcwidth",
    arguments: [
      ("", 0), ("abc", 3), ("été", 3), ("e\u{301}te\u{301}", 3), ("漢字", 4), ("ｱ", 1), ("Ａ", 2),
      ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("🎉", 2), ("🧾", 2), ("€", 1), ("✓", 1), ("▁█", 2),
      ("a\u{200B}b", 2), ("a\u{AD}b", 3), ("1\u{202F}234", 5), ("tab\t", 3), ("⠋", 1),
      ("\u{1B}[1;31mrouge\u{1B}[0m", 5), ("\u{1B}]8;;http://a.b\u{7}lien\u{1B}]8;;\u{7}", 4),
      ("\u{1B}]8;;x\u{1B}\\ab", 2),
    ]
  )
  func columns(text: String, expected: Int) {
    #expect(Screen.columns(of: text) == expected, "\(text)")
  }

  @Test(
    "Long lines are folded into rows",
    arguments: [
      ("", 0), ("a", 1), ("a\n", 1), ("a\n\nb\n", 3), ("0123456789", 1), ("0123456789a", 2),
      ("漢字漢字漢字", 2),
    ]
  )
  func rows(text: String, expected: Int) {
    #expect(Screen(width: 10, height: 5).rows(of: text) == expected)
  }

  @Test(
    "Sentences are cut between words, and what fits stays as it is",
    arguments: [
      ("one two three four", "one two\nthree four"), ("0123456789abc", "0123456789abc"),
      ("a  b     c", "a  b     c"), ("", ""), ("line\n\nline", "line\n\nline"),
      ("\u{1B}[2mété été été été\u{1B}[0m", "\u{1B}[2mété été\nété été\u{1B}[0m"),
    ]
  )
  func wrapping(text: String, expected: String) {
    #expect(Screen(width: 10, height: 5).wrapped(text) == expected)
  }

  @Test("TERM tells whether colours are understood")
  func dumb() {
    #expect(Screen(environment: ["TERM": "dumb"]).isDumb)
    #expect(Screen(environment: [:]).isDumb)
    #expect(!Screen(environment: ["TERM": "xterm"]).isDumb)
  }

  @Test("A size is always positive, whatever the variables say")
  func nonsense() {
    let screen = Screen(environment: ["COLUMNS": "-3", "LINES": "many"])
    #expect(screen.width > 0)
    #expect(screen.height > 0)
  }
}
