import ValueIndex
import Values

/// Names found in questions, by the number of names there are.
enum NameLookup {
  /// Names looked up for each measurement.
  private static let lookups = 2_000
  /// Beginnings of names completed for each measurement.
  private static let completions = 200

  /// Builds and searches indexes of 1,000, 100,000 … names, none above a limit.
  static func measure(upTo limit: Int) -> JSON {
    let counts = [1_000, 100_000, 1_000_000].filter { $0 <= limit }
    return .array(counts.map { times(count: $0) })
  }

  private static func times(count: Int) -> JSON {
    let names = GeneratedNames.list(count: count, seed: 42)
    let clock = ContinuousClock()
    let start = clock.now
    let index = ValueIndex(names: names)
    let seconds = (clock.now - start).milliseconds / 1000
    let asked = stride(from: 0, to: count, by: max(1, count / lookups)).map { names[$0].name }
    let exact = times(of: asked.map(words), in: index)
    let misspelt = times(of: asked.map { words(GeneratedNames.misspelt($0)) }, in: index)
    let begun = asked.prefix(completions).flatMap { [$0.prefix(3), $0.prefix($0.count / 2)] }
    let completed = times(ofCompleting: begun.map(String.init), in: index)
    let rate = Double(count) / max(seconds, 1e-9)
    Report.say(
      "\(count) names: built at \(Report.fixed(rate, 0))/s; found, ms: \(exact.summary); "
        + "misspelt: \(misspelt.summary); completed: \(completed.summary)"
    )
    return .object([
      ("count", .integer(Int64(count))),
      ("build_per_second", .number(rate.rounded())),
      ("exact_ms", exact.json),
      ("misspelt_ms", misspelt.json),
      ("completed_ms", completed.json),
    ])
  }

  /// A short question around the name, as the lexer would hand it over.
  private static func words(_ name: String) -> [String] {
    ["ventes", "de"] + Fold.fold(name).split(separator: " ").map(String.init) + ["en", "2025"]
  }

  private static func times(of questions: [[String]], in index: ValueIndex) -> Sample {
    times(of: questions) { index.matches(in: $0).count }
  }

  private static func times(ofCompleting pieces: [String], in index: ValueIndex) -> Sample {
    times(of: pieces) { index.completions(of: $0, count: 40).beginning.count }
  }

  private static func times<Item>(of items: [Item], _ find: (Item) -> Int) -> Sample {
    let clock = ContinuousClock()
    var times: [Double] = []
    var found = 0
    for item in items {
      let start = clock.now
      found += find(item)
      times.append((clock.now - start).milliseconds)
    }
    // Using the count keeps the search from being optimised away.
    precondition(found >= 0)
    return Sample(times)
  }
}
