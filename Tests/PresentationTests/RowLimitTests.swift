import Assistant
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite struct RowLimitTests {
  private func rendered(
    _ count: Int,
    _ tongue: Tongue = .french,
    _ change: (inout Renderer.Options) -> Void = { _ in }
  ) -> String {
    var options = Renderer.Options()
    options.quiet = true
    change(&options)
    let rows = (1...count).map { [Value.text("P\($0)"), .real(Double($0))] }
    let answer = answer(tongue, query(["revenue"], by: [.dimension("category")]), rows)
    return visible(Renderer.render(answer, model: Shop.model, format: .text, options: options))
  }

  @Test func `text shows forty rows and says how many there are`() {
    let text = rendered(1234)
    #expect(text.hasSuffix("\n40 lignes sur 1_234_; tout voir_: --format csv"))
    #expect(text.contains("\nP40 ") && !text.contains("\nP41 "))
  }

  @Test func `the chat names its commands`() {
    #expect(
      rendered(1234) { $0.surface = .chat }.hasSuffix(
        "\n40 lignes sur 1_234_; /tout pour tout voir, /export FICHIER pour tout garder"
      )
    )
    #expect(
      rendered(1234, .english) { $0.surface = .chat }.hasSuffix(
        "\n40 of 1,234 rows; /all to see them all, /export FILE to keep them"
      )
    )
  }

  @Test func `a handful more than the limit is shown`() {
    #expect(rendered(50).contains("\nP50 ") && !rendered(50).contains("--format"))
    #expect(!rendered(51).contains("\nP41 "))
  }

  @Test func `the limit can be lower or none`() {
    #expect(rendered(30) { $0.rowLimit = 5 }.contains("\n5 lignes sur 30_"))
    #expect(rendered(1234) { $0.rowLimit = nil }.contains("\nP1234 "))
  }

  @Test func `other readable formats show every row`() {
    let rows = (1...1234).map { [Value.text("P\($0)"), .real(Double($0))] }
    let answer = answer(.english, query(["revenue"], by: [.dimension("category")]), rows)
    let text = Renderer.render(answer, model: Shop.model, format: .table)
    #expect(text.contains("\nP1234 "))
  }

  @Test func `a result the database cut says so`() {
    let voice = Voice(answer(.english, nil, []), model: Shop.model)
    let cut = ShownRows(total: 100, limit: 40).note(voice, on: .command, isTruncated: true)
    #expect(cut == "40 of 100+ rows; see them all: --format csv")
    let all = ShownRows(total: 100, limit: nil).note(voice, on: .command, isTruncated: true)
    #expect(all == "the first 100 rows only")
  }
}
