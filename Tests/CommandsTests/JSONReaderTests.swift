import Testing
import Values

@testable import Commands

struct JSONReaderTests {
  @Test(
    "what is written by JSON reads back",
    arguments: [
      "null", "true", "false", "0", "-12", "1.5", "\"\"", "[]", "{}", "[1,[2,{}]]",
      #"{"a":1,"b":[true,null],"c":{"d":"é\n\"\\"}}"#,
    ]
  )
  func roundTrip(text: String) throws {
    #expect(try JSONReader.read(text).rendered == text)
  }

  @Test(
    "other writings of the same values",
    arguments: [
      (" [ 1 , 2 ] \n", "[1,2]"), ("1e3", "1000"), ("9223372036854775808", "9.223372036854776e+18"),
      (#""\u00e9\ud83d\ude00\/""#, "\"é😀/\""), (#""\ud800x""#, "\"\u{FFFD}x\""),
    ]
  )
  func otherForms(text: String, rendered: String) throws {
    #expect(try JSONReader.read(text).rendered == rendered)
  }

  @Test(
    "what is not JSON is refused",
    arguments: [
      "", "nul", "[1,]", "{\"a\"}", "{\"a\":1,}", "[1] 2", "\"a", "\"\u{1}\"", "+1", "--1", "1.2.3",
      ".5", "NaN",
      #""\x""#, #""\u12g4""#, "{1:2}", String(repeating: "[", count: 10_000),
    ]
  )
  func refused(text: String) {
    #expect(throws: JSONFault.self) { try JSONReader.read(text) }
  }
}
