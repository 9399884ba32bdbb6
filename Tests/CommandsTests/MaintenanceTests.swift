import Corpus
import Interpretation
import SQLiteStore
import Testing
import Values
import VectorIndex

@testable import Commands

/// The commands for those who look after a database and a corpus.
struct MaintenanceTests {
  // MARK: - doctor

  @Test("doctor tells what is there, what is missing and what that switches off")
  func doctor() throws {
    let home = try TemporaryHome()
    let run = home.run("doctor", "--db", home.database, "--format", "json")
    #expect(run.code == 0)
    let json = try JSONReader.read(run.output)
    #expect(json["now"]?.text == "2024-02-20")
    #expect(json["currency"]?.text == "EUR")
    let tables = json["tables"]?.items ?? []
    #expect(tables.map { $0["name"]?.text } == ["products", "sales_history"])
    #expect(
      tables.last?["dates"]?.rendered
        == #"[{"column":"order_date","first":"2024-01-05","last":"2024-02-20"}]"#
    )
    #expect(tables.first?["missing_columns"]?.items?.contains(.string("unit_cost")) == true)
    #expect(json["missing_tables"]?.items?.contains(.string("returns")) == true)
    #expect(
      json["unreadable"]?.rendered == #"[{"column":"sales_history.order_date","count":1,"rows":4}]"#
    )
    #expect(
      json["switched_off"]?.rendered
        == #"[{"kind":"metric","name":"returned_units","label":"returned quantity","needs":"returns"}]"#
    )
    #expect(json["offered"] == .integer(3))
    #expect(json["known"] == .integer(4))
  }

  @Test("doctor speaks both languages")
  func doctorText() throws {
    let home = try TemporaryHome()
    let french = home.run("doctor", "--db", home.database, "--lang", "fr").output
    for part in [
      "Aujourd'hui", "20/02/2024", "Tables absentes", "sans returns", "quantité retournée",
    ] {
      #expect(french.contains(part), "\(part)")
    }
    let english = home.run("doctor", "--db", home.database, "--lang", "en").output
    for part in ["20 February 2024", "Missing tables", "without returns", "returned quantity"] {
      #expect(english.contains(part), "\(part)")
    }
  }

  // MARK: - demo

  @Test("demo keeps what stands at the path")
  func demoKeepsFiles() throws {
    let home = try TemporaryHome()
    let run = home.run("demo", home.database)
    #expect(run.code == 2)
    #expect(run.messages.contains("--force"))
    #expect(home.run("ask", "--db", home.database, "CA en 2024").code == 0)
  }

  // MARK: - corpus

  @Test("a sound corpus has no problem; every problem of another is printed with its place")
  func corpusCheck() throws {
    let home = try TemporaryHome(withDatabase: false)
    #expect(home.run("corpus", "check").code == 0)
    try home.write("kind: metric\nname: broken\nunit: parsecs\n", to: "corpus/metrics/broken.yaml")
    try home.write("kind: [\n", to: "corpus/metrics/torn.yaml")
    let run = home.run("corpus", "check")
    #expect(run.code == 2)
    #expect(run.output.contains("metrics/broken.yaml:3:7"))
    #expect(run.output.contains("metrics/torn.yaml:"))
    let json = home.run("corpus", "check", "--format", "json")
    #expect((try JSONReader.read(json.output)).items?.count == run.lines.count)
    #expect(home.run("index", "build").code == 2)
  }

  @Test("corpus check --db finds a declared key that is none")
  func corpusKeys() throws {
    let home = try TemporaryHome()
    #expect(home.run("corpus", "check", "--db", home.database).code == 0)
    let path = home.path + "/twice.db"
    let connection = try Connection.create(path: path)
    try connection.execute(
      "CREATE TABLE products (id, name); INSERT INTO products VALUES (7, 'a'), (7, 'b'), (8, 'c')"
    )
    try connection.finish()
    let run = home.run("corpus", "check", "--db", path, "--lang", "en")
    #expect(run.code == 2)
    #expect(
      run.lines == ["products.id: [data.duplicate-key] 1 value(s) in several rows, for example '7'"]
    )
  }

  @Test("corpus list gives every object, or those of a kind")
  func corpusList() throws {
    let home = try TemporaryHome(withDatabase: false)
    #expect(home.run("corpus", "list").lines.count == 7)
    let metrics = home.run("corpus", "list", "metric", "--lang", "fr")
    #expect(metrics.lines.count == 2)
    #expect(metrics.output.contains("CA, recettes"))
    #expect(home.run("corpus", "list", "metrics").messages.contains("Did you mean \"metric\"?"))
  }

  // MARK: - index

  @Test("an index is stale until built, current after, and stale again when the corpus changes")
  func indexLife() throws {
    let home = try TemporaryHome(withDatabase: false)
    let before = home.run("index", "check")
    #expect(before.code == 2)
    #expect(before.messages.contains("[index.stale]"))
    #expect(home.run("index", "build").code == 0)
    #expect(home.run("index", "check").code == 0)
    let found = home.run("index", "search", "--count", "2", "takings")
    #expect(found.lines.count == 2)
    #expect(found.lines[0].hasSuffix("metric revenue"))
    let files = ["corpus.bin", "embedder.bin", "prototypes.bin", "manifest.json"].map {
      home.path + "/index/" + $0
    }
    let bytes = try files.map { try VectorFile.read($0) }
    #expect(home.run("index", "build").code == 0)
    #expect(try files.map { try VectorFile.read($0) } == bytes)
    try VectorFile.write(Array(bytes[2].dropLast()), to: files[2])
    #expect(home.run("index", "check").messages.contains("prototypes.bin"))
    try VectorFile.write(bytes[2], to: files[2])
    try home.write(
      "kind: vocabulary\nname: more\nmarkers: {stop: {fr: [donc], en: [so]}}\n",
      to: "corpus/vocabulary/more.yaml"
    )
    let after = home.run("index", "check", "--lang", "fr")
    #expect(after.code == 2)
    #expect(after.messages.contains("le corpus a changé"))
  }

  @Test("the training texts cover every object in both languages, masked, with its neighbours")
  func trainingTexts() throws {
    let home = try TemporaryHome(withDatabase: false)
    let corpus = try #require(
      CorpusReader.read(folder: home.path + "/corpus", markers: Marker.names).corpus
    )
    let texts = TrainingTexts(corpus)
    let labels = Set(texts.prototypes.map(\.label))
    #expect(
      labels == [
        "metric revenue", "metric returned_units", "dimension product", "dimension category",
      ]
    )
    #expect(texts.hardNegatives == ["metric revenue": ["metric returned_units"]])
    func has(_ words: String, _ label: String) -> Bool {
      texts.prototypes.contains(
        LabelledText(tokens: words.split(separator: " ").map(String.init), label: label)
      )
    }
    #expect(has("ca", "metric revenue"))
    #expect(has("taking", "metric revenue"))
    #expect(has("famille", "dimension category"))
    #expect(texts.prototypes.contains { $0.label == "metric revenue" && $0.tokens.contains("⟨t⟩") })
    #expect(texts.examples.count > 2 * texts.prototypes.count)
    #expect(Set(texts.examples).count == texts.examples.count)
    #expect(!texts.examples.contains { $0.tokens.contains("2024") || $0.tokens.contains("…") })
    #expect(TrainingTexts(corpus).examples == texts.examples)
  }
}
