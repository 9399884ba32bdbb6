import Analyses
import SemanticModel
import Values

/// What an analysis found, in the sentences that the corpus gives for it.
struct FindingSentences: Sendable {
  private let findings: [Finding]
  private let query: Query
  private let voice: Voice

  init(_ findings: [Finding], _ query: Query, _ voice: Voice) {
    self.findings = findings
    self.query = query
    self.voice = voice
  }

  /// One sentence a finding.
  var sentences: [String] {
    findings.map { finding in
      let query = finding.origin ?? query
      let texts = query.analysis.flatMap { voice.model.analyses[$0.name]?.findings } ?? [:]
      guard let text = texts[finding.name]?[voice.tongue] else {
        preconditionFailure("the corpus has no sentence for \(finding.name)")
      }
      return FindingSentences([], query, voice).filled(text, finding.places).capitalisedFirst
    }
  }

  /// The names of the {places} of a sentence.
  static func places(in text: String) -> [String] {
    text.split(separator: "{").dropFirst().compactMap { piece in
      piece.firstIndex(of: "}").map { String(piece[..<$0]) }
    }
  }

  /// The text with its {places} filled, left to right.
  private func filled(_ text: String, _ places: [String: Finding.Content]) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      guard let content = places[name] else {
        preconditionFailure("nothing fills {\(name)} of « \(text) »")
      }
      result += rest[..<open] + words(content)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// What fills a place.
  func words(_ content: Finding.Content) -> String {
    switch content {
    case .figure(let value, let unit): voice.figure(value, unit)
    case .difference(let number, let unit): voice.difference(number, unit)
    case .change(let fraction): voice.change(fraction)
    case .member(let value, let key): voice.member(value, of: key)
    case .key(let key): voice.noun(of: key).text
    case .things(let key): voice.pluralNoun(of: key).text
    case .metric(let name):
      voice.model.metrics[name].map(voice.name) ?? name
    case .analysis(let name):
      voice.model.analyses[name]?.noun.singular[voice.tongue] ?? name
    case .title:
      [query.analysis.map { words(.analysis($0.name)) } ?? "", restrictions]
        .filter { !$0.isEmpty }.joined(separator: " ")
    case .word(let column, let code):
      voice.column(column, of: query)?.words[code]?[voice.tongue] ?? code
    case .period(let period): PeriodWords(period, voice.tongue).label
    case .within(let period): PeriodWords(period, voice.tongue).phrase
    case .subject: subject
    case .text(let text): text[voice.tongue]
    case .list(let contents): Enumeration.and(contents.map(words), voice.tongue)
    case .against(let content): voice.pick("contre", "against") + " " + words(content)
    case .named(let key, let content):
      "\(voice.noun(of: key).text) \(words(content))"
    case .detailed(let content, let details):
      words(content)
        + (details.isEmpty ? "" : " (" + details.map(words).joined(separator: ", ") + ")")
    }
  }

  private var restrictions: String { QueryPhrase(query, voice).restrictions }

  /// The figures looked into, with the filters: « chiffre d'affaires de la région Nord ».
  private var subject: String {
    let phrase = QueryPhrase(query, voice)
    let figures = Enumeration.and(
      query.measures.indices.map { phrase.measure($0).text },
      voice.tongue
    )
    return [figures, restrictions].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
