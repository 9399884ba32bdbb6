import Language
import Testing
import Values

@Suite("Time corpora")
struct TimeCorpusTests {
  @Test("every phrase of a corpus has the value above it", arguments: CorpusFile.all)
  func phrases(file: CorpusFile) throws {
    for item in try file.cases() {
      let analysis = Analysis(text: item.phrase, clock: Clock(now: item.now))
      let forms = analysis.times.map(\.meaning.corpusForm)
      let got = forms.isEmpty ? "none" : forms.joined(separator: " + ")
      let place = SourceLocation(
        fileID: "LanguageTests/Corpora/\(file.name)",
        filePath: file.path,
        line: item.line,
        column: 1
      )
      #expect(got == item.expected, "\(item.phrase)", sourceLocation: place)
    }
  }

  @Test("both languages have a corpus of every topic")
  func topics() {
    let french = CorpusFile.all.filter { $0.name.hasPrefix("fr/") }.map { $0.name.dropFirst(3) }
    let english = CorpusFile.all.filter { $0.name.hasPrefix("en/") }.map { $0.name.dropFirst(3) }
    #expect(french == english)
    #expect(french.count >= 6)
  }
}
