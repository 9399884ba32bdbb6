import Analyses
import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite("Analyses of the corpus are computed and told")
struct AnalysisTests {
  @Test("Every analysis with a figure has a method, and every method an analysis")
  func registry() throws {
    let model = try DemoAssistant.assistant().model
    let computed = model.analyses.values.filter(\.isComputed).map(\.name).sorted()
    #expect(AnalysisMethods.all.map(\.name).sorted() == computed)
  }

  @Test("The corpus has a sentence for every finding, and names no place that is not filled")
  func sentences() throws {
    let model = try DemoAssistant.assistant().model
    for method in AnalysisMethods.all {
      let sentences = try #require(model.analyses[method.name]).findings
      #expect(Set(sentences.keys) == Set(method.findings.keys))
      for (name, sentence) in sentences {
        for tongue in Tongue.allCases {
          let named = Set(FindingSentences.places(in: sentence[tongue]))
          #expect(named.isSubset(of: method.findings[name] ?? []), "\(method.name).\(name)")
        }
      }
    }
  }
}
