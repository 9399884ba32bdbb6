import Testing
import Values

@testable import Corpus

/// A file with one fault; `#!` stands at the end of the line to blame.
struct FaultyFile: Sendable, CustomTestStringConvertible {
  let code: String
  let path: String
  let text: String
  var suggestion: String?
  /// Text on the line to blame at which the column must stand.
  var column: String?

  var testDescription: String { "\(code) in \(path)" }
}

@Suite("Problems of the corpus")
struct CorpusProblemTests {
  private func problems(_ changes: [String: String]) -> [CorpusProblem] {
    CorpusReader.read(SampleCorpus.sources(with: changes), markers: SampleCorpus.markers).problems
  }

  @Test(
    "each fault is found once, at its line, with the nearest right name",
    arguments: FaultyFile.all
  )
  func faults(_ file: FaultyFile) throws {
    let found = problems([file.path: file.text])
    #expect(found.map(\.code) == [file.code], "\(found.map { $0.text(in: .english) })")
    let problem = try #require(found.first)
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let index = try #require(lines.firstIndex { $0.contains("#!") })
    #expect(problem.place.file == file.path)
    #expect(problem.place.position.line == index + 1, "\(problem.text(in: .english))")
    #expect(problem.suggestion == file.suggestion)
    if let column = file.column {
      let line = lines[index]
      let range = try #require(line.firstRange(of: column))
      let expected = line.distance(from: line.startIndex, to: range.lowerBound) + 1
      #expect(problem.place.position.column == expected)
    }
    #expect(!problem.message.french.isEmpty && problem.message.french != problem.message.english)
  }

  @Test("all problems come at once, in order of place")
  func allAtOnce() {
    let found = problems([
      "metrics/units.yaml": "kind: metric\nname: units\nunits: count\n",
      "analyses/forecast.yaml": "kind: [",
    ])
    #expect(found.map(\.place) == found.map(\.place).sorted())
    #expect(Set(found.map(\.code)) == ["yaml.syntax", "key.unknown", "key.missing"])
    #expect(found.count { $0.code == "key.missing" } == 4)
  }

  @Test("a phrase with two meanings names both places")
  func conflictPlaces() throws {
    let path = "metrics/units.yaml"
    let text = (SampleCorpus.files[path] ?? "") + "\nsynonyms: {fr: [ca], en: [units]}\n"
    let problem = try #require(problems([path: text]).first)
    #expect(problem.code == "phrase.conflict")
    #expect(problem.place.text == "metrics/units.yaml:9:17")
    #expect(problem.other?.text == "metrics/revenue.yaml:12:17")
    #expect(
      problem.text(in: .english) == """
        metrics/units.yaml:9:17: [phrase.conflict] 'ca' already means metric revenue; \
        the less sure reading goes under 'weak' (see metrics/revenue.yaml:12:17)
        """
    )
  }

  @Test("the same name twice names both places")
  func duplicateName() throws {
    let found = problems([
      "metrics/more/mean_price.yaml": SampleCorpus.files["metrics/mean_price.yaml"] ?? ""
    ])
    let problem = try #require(found.first)
    #expect(found.count == 1)
    #expect(problem.code == "name.duplicate")
    #expect(problem.place.text == "metrics/more/mean_price.yaml:2:7")
    #expect(problem.other?.text == "metrics/mean_price.yaml:2:7")
  }

  @Test("a circle of metrics is told once, from its first name on")
  func cycle() throws {
    let path = "metrics/revenue.yaml"
    let text = (SampleCorpus.files[path] ?? "")
      .split(separator: "\n")
      .map { $0.hasPrefix("expression") ? "expression: mean_price * 2" : String($0) }
      .joined(separator: "\n")
    let found = problems([path: text])
    #expect(found.map(\.code) == ["metric.cycle"])
    #expect(found.first?.message.english.contains("mean_price → revenue → mean_price") == true)
  }

  private static let twoWays = """
    kind: dataset
    name: sales
    table: sales_history
    type: flow
    primary_key: id
    time: order_date
    label: {fr: {one: vente, many: ventes, gender: f}, en: {one: sale, many: sales}}
    relationships:
      - {name: product, to: products, from: product_id, key: id}
      - {name: other_product, to: products, from: product_id, key: id}
    """

  @Test("a dimension reached in two shortest ways must choose, and may by an override")
  func ambiguousJoin() throws {
    let found = problems(["datasets/sales.yaml": Self.twoWays])
    #expect(found.map(\.code) == ["join.ambiguous"])
    // `product` overrides sales; `state` does not.
    #expect(found.first?.place.text == "dimensions/state.yaml:3:10")
    #expect(found.first?.message.english.contains("from 'sales' to 'state'") == true)
  }
}
