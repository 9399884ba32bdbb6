import Corpus
import Interpretation
import SemanticModel
import Terminal
import Testing
import ValueIndex
import Values

@testable import Commands

@Suite("Tab in the chat")
struct ChatCompletionTests {
  private let home: TemporaryHome
  private let completion: ChatCompletion

  private static let names = catalog([
    "Blue lamp", "Red lamp", "Reverse clock", "Éclair", "Oak chair", "Oak chair", "Revenue",
    "Saint-Étienne",
  ])

  private static func catalog(_ names: [String]) -> ValueCatalog {
    let index = ValueIndex(
      names: names.enumerated().map {
        IndexedName(dimension: 0, key: .integer(Int64($0)), name: $1)
      }
    )
    return ValueCatalog(index: index, dimensions: ["product"], translations: .empty)
  }

  init() throws {
    home = try TemporaryHome()
    completion = ChatCompletion(
      try Knowledge.load(Home(path: home.path)).corpus.model,
      names: Self.names,
      .english
    )
  }

  private func offered(_ line: String) -> [String] {
    completion.completions(line, line.count).map(\.text)
  }

  /// The line as the only completion makes it.
  private func completed(_ line: String) -> String? {
    let found = completion.completions(line, line.count)
    guard let only = found.first, found.count == 1 else { return nil }
    return line.prefix(only.start) + only.text
  }

  @Test("commands behind any of the three strokes")
  func commands() {
    #expect(offered("/expo") == ["/export", "/exporte"])
    #expect(offered(".EXPO") == [".export", ".exporte"])
    #expect(offered("\\quitt") == ["\\quitter"])
    #expect(offered("/").contains("/quit"))
    #expect(offered("/zorglub").isEmpty)
    #expect(offered(".5 rev") == offered("rev"))
  }

  @Test("figures and things before names, accents and case ignored")
  func figuresFirst() {
    #expect(offered("show me the REV") == ["revenue", "Revenue", "Reverse clock"])
    #expect(completed("revenue by cat") == nil)
    #expect(offered("revenue by cat") == ["categories", "category"])
    #expect(completed("sales of ecl") == "sales of Éclair")
    #expect(completed("sales in saint-e") == "sales in Saint-Étienne")
  }

  @Test("the other language where one's own has nothing, whatever the apostrophe")
  func otherLanguage() {
    #expect(completed("le chiffre d'aff") == "le chiffre d'affaires")
    #expect(completed("le chiffre d’aff") == "le chiffre d'affaires")
  }

  @Test("the longest run of words wins; a name is offered once")
  func longestRun() {
    #expect(completed("stock of oak ch") == "stock of Oak chair")
    #expect(completed("stock of the blue l") == "stock of the Blue lamp")
    #expect(completed("blue lamp and red") == "blue lamp and Red lamp")
  }

  @Test("a later word of a name finds it, where nothing begins so")
  func laterWord() {
    #expect(offered("sales of lam") == ["Blue lamp", "Red lamp"])
    #expect(completed("sales of etie") == "sales of Saint-Étienne")
    #expect(offered("sales of xyzzy").isEmpty)
    #expect(offered("").isEmpty)
  }

  @Test("codes, where no name begins so")
  func codes() throws {
    try home.write(
      """
      kind: dimension
      name: sku
      dataset: products
      key: sku
      values: codes
      label: {fr: {one: code, many: codes, gender: m}, en: {one: code, many: codes}}
      description: {fr: "Le code.", en: "The code."}
      synonyms: {fr: [sku], en: [sku]}
      """,
      to: "corpus/dimensions/sku.yaml"
    )
    let names = [(0, "Oak chair"), (1, "oak-12"), (1, "Pine oak"), (1, "zx-7")]
    let index = ValueIndex(
      names: names.map { IndexedName(dimension: $0, key: .text($1), name: $1) }
    )
    let completion = ChatCompletion(
      try Knowledge.load(Home(path: home.path)).corpus.model,
      names: ValueCatalog(index: index, dimensions: ["product", "sku"], translations: .empty),
      .english
    )
    #expect(completion.completions("of oak", 6).map(\.text) == ["Oak chair"])
    #expect(completion.completions("of zx", 5).map(\.text) == ["zx-7"])
  }

  @Test("what stands behind the cursor does not count")
  func cursor() {
    #expect(completion.completions("oak of 2025", 3).map(\.text) == ["Oak chair"])
  }

  @Test("of many names the first and the last, at once, in a line of any length")
  func limits() {
    let many = Self.catalog((0..<1_000).map { "Zoo \($0)" })
    let model = SemanticModel(datasets: [], dimensions: [], metrics: [], segments: [], analyses: [])
    let completion = ChatCompletion(model, names: many, .french)
    let line = String(repeating: "mot ", count: 20_000) + "zo"
    let found = completion.completions(line, line.count)
    #expect(found.count == ChatCompletion.limit + 1)
    #expect(found.last?.text == "Zoo 999")
    #expect(found.first == Completion(text: "Zoo 0", start: 80_000))
  }

  @Test("the words of a family of commands, and of /lang")
  func families() {
    #expect(offered("/alertes cr") == ["critique", "critical"])
    #expect(completion.completions("/alertes cr", 11).first?.start == 9)
    #expect(offered("/db ").contains("schema"))
    #expect(offered("/db schema s").isEmpty)
    #expect(offered("/langue e") == ["en"])
    #expect(offered("/sql rev").isEmpty)
  }

  @Test("files behind /export, folders open, hidden ones and names of two words left out")
  func files() throws {
    for name in ["out/a.csv", "out/b.csv", "old.csv", "two words.csv", ".hidden"] {
      try home.write("", to: name)
    }
    let folder = "/export " + home.path + "/"
    let expected = ["corpus/", "old.csv", "out/", "shop.db"].map { home.path + "/" + $0 }
    #expect(offered(folder) == expected)
    #expect(completed(folder + "ou") == folder + "out/")
    #expect(completed(folder + ".h") == folder + ".hidden")
    #expect(completed("/export --f") == "/export --force")
    #expect(
      completed("/exporte --force " + home.path + "/ol") == "/exporte --force \(home.path)/old.csv"
    )
    #expect(offered("/export " + home.path + "/nowhere/").isEmpty)
  }
}
