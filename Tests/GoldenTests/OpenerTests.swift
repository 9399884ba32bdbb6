import Assistant
import Corpus
import Testing
import Values

@testable import Commands

@Suite("The questions of the first screen")
struct OpenerTests {
  @Test("each is answered, and alike in both languages")
  func openers() throws {
    let openers = try DemoAssistant.knowledge.get().corpus.openers
    #expect(openers.count >= 3)
    for opener in openers {
      let one = try DemoAssistant.ask(opener.french, in: .french)
      let other = try DemoAssistant.ask(opener.english, in: .english)
      #expect(one.status == .answered, "\(opener.french)")
      #expect(other.status == .answered, "\(opener.english)")
      #expect(one.sql == other.sql && one.parameters == other.parameters, "\(opener.english)")
    }
  }
}
