import Foundation
import Testing
import Values

@testable import Language

@Suite("Time grammar")
struct TimeGrammarTests {
  private func clock(_ iso: String, future: Bool = false) throws -> Clock {
    Clock(now: try #require(CalendarDay(iso: iso)), prefersFuture: future)
  }

  @Test(
    "a forecast takes the next one where a figure takes the latest",
    arguments: [
      ("en mars", "[2024-03-01, 2024-04-01)", "[2025-03-01, 2025-04-01)"),
      ("in July", "[2023-07-01, 2023-08-01)", "[2024-07-01, 2024-08-01)"),
      ("on Friday", "[2024-05-10, 2024-05-11)", "[2024-05-17, 2024-05-18)"),
      ("au T4", "[2023-10-01, 2024-01-01)", "[2024-10-01, 2025-01-01)"),
      ("mars 2024", "[2024-03-01, 2024-04-01)", "[2024-03-01, 2024-04-01)"),
    ]
  )
  func future(phrase: String, past: String, future: String) throws {
    let figure = Analysis(text: phrase, clock: try clock("2024-05-15"))
    let forecast = Analysis(text: phrase, clock: try clock("2024-05-15", future: true))
    #expect(figure.times.first?.period?.description == past)
    #expect(forecast.times.first?.period?.description == future)
  }

  @Test(
    "a span holds its preposition and article, and nothing of its neighbours",
    arguments: [
      ("CA de chaises en 2018 à Lyon", ["en 2018"]),
      ("ventes du mois dernier par client", ["du mois dernier"]),
      ("What did we sell during the last 3 months?", ["during the last 3 months"]),
      ("CA de mars 2018 par rapport à mars 2017", ["de mars 2018", "à mars 2017"]),
      ("ventes les 3 dern. mois", ["les 3 dern . mois"]),
      ("revenue by month in 2018", ["by month", "in 2018"]),
    ]
  )
  func words(question: String, spans: [String]) throws {
    let analysis = Analysis(text: question, clock: try clock("2018-12-30"))
    let words = analysis.times.map { span in
      analysis.tokens[span.tokens].map(\.text).joined(separator: " ")
    }
    #expect(words == spans)
  }

  @Test("the current unit is partial only while something of it is left")
  func partial() throws {
    let middle = Analysis(text: "ce mois-ci", clock: try clock("2024-05-15"))
    let last = Analysis(text: "ce mois-ci", clock: try clock("2024-05-31"))
    #expect(middle.times.first?.period?.isPartial == true)
    #expect(last.times.first?.period?.isPartial == false)
    #expect(last.times.first?.period?.description == "[2024-05-01, 2024-06-01)")
  }

  @Test("29 February is looked for until a leap year has it")
  func leapDay() throws {
    let analysis = Analysis(text: "le 29 février", clock: try clock("2023-06-01"))
    #expect(analysis.times.first?.period?.description == "[2020-02-29, 2020-03-01)")
  }

  @Test("the registry lists every family of rules of the folder")
  func registry() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let folder = tests.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/Language/Time/Rules")
    let registry = try String(
      contentsOf: folder.appending(path: "TimeRules.swift"),
      encoding: .utf8
    )
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for file in files where file != "TimeRules.swift" {
      let family = file.replacingOccurrences(of: ".swift", with: ".all")
      #expect(registry.contains(family), "\(file) is not in the registry")
    }
  }

  @Test("rules have names of their own")
  func names() {
    #expect(Set(TimeRules.all.map(\.name)).count == TimeRules.all.count)
  }

  @Test(
    "nonsense is read in bounded work",
    arguments: ["mars ", "1-", "le ", "2018 ", "par rapport à ", "entre 1 et ", "depuis "]
  )
  func nonsense(piece: String) throws {
    let text = String(repeating: piece, count: 100_000)
    let analysis = Analysis(text: text, clock: try clock("2024-05-15"))
    #expect(analysis.tokens.count <= Lexer.limit)
    let ends = analysis.times.map(\.tokens.upperBound)
    let starts = analysis.times.map(\.tokens.lowerBound)
    #expect(zip(ends, starts.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("an empty question holds nothing")
  func empty() throws {
    let analysis = Analysis(text: " \u{7}\n", clock: try clock("2024-05-15"))
    #expect(analysis.tokens.isEmpty)
    #expect(analysis.times.isEmpty)
    #expect(analysis.tongue == .french)
  }
}
