import FolderSupport
import Assistant
import Diagnostics
import Presentation
import Testing
import Values

@testable import Export

@Suite("Workbooks", .enabled(if: Unzip.isPresent))
struct WorkbookTests {
  private let folder: TemporaryFolder

  init() throws { folder = TemporaryFolder() }

  private func sheet(_ answer: Answer, _ part: String = "xl/worksheets/sheet1.xml") throws -> String
  {
    let path = folder.file("a.xlsx")
    try ExportFile.write(answer, to: path, model: Sample.model, replacing: true)
    return try Unzip.part(part, of: path)
  }

  @Test("numbers are numbers, and no cell is a formula")
  func numbers() throws {
    let xml = try sheet(Sample.answer(.english, Sample.rows))
    #expect(xml.contains(#"<c r="B2" s="2"><v>1234.5</v></c>"#))
    #expect(xml.contains(#"<c r="C2" s="3"><v>0.25</v></c>"#))
    #expect(xml.contains(#"<c r="D3" s="4"><v>12000</v></c>"#))
    #expect(xml.contains(#"<c r="A3" t="s">"#))
    #expect(!xml.contains("<f>") && !xml.contains(#"r="B4""#))
  }

  @Test("the header is bold, frozen, and filters all rows")
  func header() throws {
    let xml = try sheet(Sample.answer(.english, Sample.rows))
    #expect(xml.contains(#"<c r="A1" s="1" t="s">"#))
    #expect(xml.contains(#"ySplit="1""#) && xml.contains(#"state="frozen""#))
    #expect(xml.contains(#"<autoFilter ref="A1:D4"/>"#))
    #expect(try sheet(Sample.answer(.english, [])).contains(#"<autoFilter ref="A1:D1"/>"#))
  }

  @Test("texts are as answers show them, a formula's too")
  func texts() throws {
    let texts = try sheet(Sample.answer(.french, Sample.rows), "xl/sharedStrings.xml")
    for text in [
      "Produit", "Lamp", "=1+1", "(non renseigné)", "=what?", "SELECT 1 WHERE day &gt;= ?",
    ] {
      #expect(texts.contains(">\(text)</t>"), "\(text)")
    }
  }

  @Test(
    "every formula-looking text stays one",
    arguments: ["=A1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "{=1}", "http://a.b/"]
  )
  func formulas(text: String) throws {
    let answer = Sample.answer(.english, [[.text(text), .integer(1), .null, .null]])
    let xml = try sheet(answer)
    #expect(xml.contains(#"<c r="A2" t="s">"#))
    #expect(!xml.contains("<f>") && !xml.contains("hyperlink"))
  }

  @Test(
    "amounts, rates and counts show as answers show them",
    arguments: [
      (Tongue.english, ["&quot;€&quot;#,##0.00", "0.0%"]),
      (.french, ["#,##0.00&quot;\u{A0}€&quot;", "0.0 %"]),
    ]
  )
  func formats(tongue: Tongue, codes: [String]) throws {
    let styles = try sheet(Sample.answer(tongue, Sample.rows), "xl/styles.xml")
    for code in codes { #expect(styles.contains(#"formatCode="\#(code)""#), "\(code)") }
  }

  @Test(
    "times are Excel's days",
    arguments: [
      (Grain.day, "2024-03-05", "45356", "yyyy-mm-dd"),
      (.week, "2024-03-04", "45355", "yyyy-mm-dd"),
      (.month, "2024-03", "45352", "[$-409]mmmm yyyy"), (.year, "2024", "2024", "0"),
    ]
  )
  func times(grain: Grain, label: String, serial: String, code: String) throws {
    let answer = Sample.series(.english, grain, [[.text(label), .integer(1)]])
    #expect(try sheet(answer).contains(#"<c r="A2" s="2"><v>\#(serial)</v></c>"#))
    if code != "0" {
      #expect(try sheet(answer, "xl/styles.xml").contains(#"formatCode="\#(code)""#))
    }
  }

  @Test("quarters and days before Excel's are texts")
  func textTimes() throws {
    let quarter = Sample.series(.french, .quarter, [[.text("2024-Q2"), .integer(1)]])
    #expect(try sheet(quarter, "xl/sharedStrings.xml").contains(">T2 2024<"))
    let old = Sample.series(.french, .day, [[.text("1899-12-31"), .integer(1)]])
    #expect(try sheet(old, "xl/sharedStrings.xml").contains(">1899-12-31<"))
  }

  @Test("the second sheet is the receipt, in the language of the answer")
  func receipt() throws {
    let answer = Sample.answer(.french, Sample.rows)
    let texts = try sheet(answer, "xl/sharedStrings.xml")
    for text in ["Question", "Période", "SQL", "Paramètres", "À la date du", "31/03/2025"] {
      #expect(texts.contains(">\(text)<"), "\(text)")
    }
    let book = try sheet(answer, "xl/workbook.xml")
    #expect(book.contains(#"<sheet name="Revenue, rate et nombre d'unit…""#))
    #expect(book.contains(#"<sheet name="Justificatif""#))
    #expect(!(try sheet(answer, "xl/worksheets/sheet2.xml")).contains("<f>"))
  }

  @Test("numbers that no cell holds are left out, long texts cut")
  func extremes() throws {
    let long = String(repeating: "é😀", count: 20_000)
    let rows: [[Value]] = [[.text(long + "\u{0}"), .real(.infinity), .real(.nan), .integer(.max)]]
    let xml = try sheet(Sample.answer(.english, rows))
    #expect(!xml.contains("inf") && !xml.contains("nan"))
    #expect(xml.contains(#"<c r="D2" t="s">"#))
    #expect(CellText.of(long).utf16.count <= 32_767 && CellText.of(long).hasSuffix("…"))
    #expect(CellText.of("a\u{0}b") == "a\u{FFFD}b")
    #expect(CellText.of("_x0041_x_x00") == "_x005F_x0041_x_x00")
  }

  @Test("the room made sure of is more than the parts take")
  func room() throws {
    let texts = (0..<500).map { "_x\($0)_ <&> \u{1} é\($0)" }
    let rows: [[Value]] = texts.map { [.text($0), .real(-1.5e-300), .real(1 / 3), .integer(.max)] }
    let answer = Sample.answer(.english, rows)
    let table = try #require(SheetTable(answer, model: Sample.model))
    let parts = [
      "worksheets/sheet1", "worksheets/sheet2", "sharedStrings", "styles", "theme/theme1",
    ]
    let size = try parts.reduce(0) { $0 + (try sheet(answer, "xl/\($1).xml")).utf8.count }
    let receipt = ReceiptText(answer, model: Sample.model).provenance
    #expect(2 * size < WorkbookSize.most(of: table, receipt))
  }

  @Test("without room nothing is written")
  func noRoom() throws {
    folder.write("", as: "a.xlsx")
    #expect(throws: Failure.self) {
      try FileRoom.reserve(1 << 60, in: folder.file("a.xlsx"), as: "a.xlsx")
    }
  }

  @Test("the same answer gives the same bytes")
  func reproducible() throws {
    let answer = Sample.answer(.french, Sample.rows)
    for name in ["a.xlsx", "b.xlsx"] {
      try ExportFile.write(answer, to: folder.file(name), model: Sample.model)
    }
    #expect(folder.bytes("a.xlsx") == folder.bytes("b.xlsx"))
  }
}
