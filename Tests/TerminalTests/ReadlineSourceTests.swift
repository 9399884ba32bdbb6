import Terminal
import TerminalSupport
import Testing

extension OneReadline {
  @Suite("Lines typed at a terminal")
  struct ReadlineSourceTests {
    /// A session: what is shown, what is typed then, and what the source gives, if the line ends.
    private static let session: [(shown: String, typed: String, event: LineEvent?)] = [
      ("1>", "été 2025\r", .line("été 2025")),
      ("2>", "top 5\\\r", nil),
      ("… ", "en 2025\r", .line("top 5\nen 2025")),
      ("3>", "half a line\u{3}", .interrupted),
      ("4>", "dropped\\\r", nil),
      ("… ", "with this\u{3}", .interrupted),
      ("5>", "\u{1B}[A\r", .line("top 5\nen 2025")),
      ("6>", "le chiffre d'aff\t", nil),
      ("affaires", "par an\r", .line("le chiffre d'affaires par an")),
      ("7>", "par CATE\t", nil),
      ("égorie", "?\r", .line("par catégorie?")),
      ("8>", "par cat\t\t\t", nil),
      ("catégories", "\r", .line("par catégorie")),
      ("9>", "draft\u{18}\u{5}", nil),
      ("draft, edited", "\r", .line("draft, edited")),
      ("10>", "\u{1B}[200~a\rb\u{1B}[201~", nil),
      ("b", "\r", .line("a\nb")),
      ("11>", "nothing\t here\r", .line("nothing here")),
      ("12>", "par z\t\t\t", nil),
      ("zone 49", "", nil),
      ("…", "\r", .line("par zone ")),
      ("13>", "\u{4}", .end),
    ]

    @Test("A session with all keys")
    func session() throws {
      let terminal = try #require(PseudoTerminal())
      let source = ReadlineSource(
        history: History(path: nil),
        environment: [
          "TERM": "xterm",
          "EDITOR": #"sh -c 'printf "%s, edited\n" "$(cat "$1")" > "$1"' sh"#,
        ],
        input: terminal.terminal,
        output: terminal.terminal,
        complete: Self.complete
      )
      terminal.play(Self.session.map { ($0.shown, $0.typed) })
      let expected = Self.session.compactMap(\.event)
      for (number, event) in expected.enumerated() {
        let found = source.next(prompt: "\u{1B}[1m\(number + 1)>\u{1B}[0m ")
        #expect(found == event, "line \(number + 1)")
        // After an early end the typist has hung up.
        if found != event { break }
      }
      #expect(source.history.entries.last == "par zone ")
      #expect(source.history.entries.contains("top 5\nen 2025"))
    }

    /// Completes from the start of the last words that begin a phrase.
    @Sendable
    private static func complete(line: String, cursor: Int) -> [Completion] {
      let typed = line.prefix(cursor)
      if typed.hasSuffix("chiffre d'aff") {
        return [Completion(text: "chiffre d'affaires", start: cursor - 13)]
      }
      guard typed.hasPrefix("par "), cursor > 4 else { return [] }
      let words =
        typed.contains("z") ? (10..<60).map { "zone \($0)" } : ["catégorie", "catégories"]
      return words.map { Completion(text: $0, start: 4) }
    }
  }
}
