import Testing

@testable import Export

@Suite("Names of worksheets")
struct SheetNameTests {
  @Test(
    "what Excel forbids is left out",
    arguments: [
      ("CA [2024]: a*b? c\\d", "CA 2024 a b c d"), ("du 01/02/2024", "du 01-02-2024"),
      ("'quoted'", "quoted"), ("", "Answer"), ("?*", "Answer"), ("history", "Answer"),
      ("RECEIPT", "Answer"), ("one\nline", "one line"),
      ("Gross margin by region and month", "Gross margin by region and mon…"),
      ("Thirty-one characters, not more", "Thirty-one characters, not more"),
      ("it's a name of thirty-one or m'ore", "it's a name of thirty-one or m…"),
    ]
  )
  func names(text: String, name: String) {
    #expect(SheetName.of(text, fallback: "Answer", taken: ["Receipt"]) == name)
  }

  @Test("wide characters count as Excel counts them")
  func wide() {
    let name = SheetName.of(String(repeating: "😀", count: 31), fallback: "Answer")
    #expect(name == String(repeating: "😀", count: 15) + "…")
  }
}
