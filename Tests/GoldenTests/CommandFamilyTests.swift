import Assistant
import Planning
import Testing
import Values

@testable import Commands

/// What the commands of several words ask, on the small demonstration shop.
@Suite("The questions behind commands are answered, in both languages")
struct CommandFamilyTests {
  /// What somebody might type behind a command.
  private static let arguments = [
    "calcul": ["Mobilier", "2026-05-31", "20"], "generate": ["Mobilier", "14"],
    "compare": ["Mobilier", "2026-03-20", "2026-03-26"],
  ]

  @Test(
    arguments: CommandFamily.all.flatMap { family in family.parts.map { (family.names[0], $0) } }
  )
  func answered(family: String, part: CommandFamily.Part) throws {
    var questions: [(String, Tongue)] = []
    switch part.action {
    case .ask(let french, let english): questions = [(french, .french), (english, .english)]
    case .askAll(let texts):
      questions = texts.flatMap { [($0.french, Tongue.french), ($0.english, .english)] }
    case .askOf(let french, let english, let count):
      let values = try #require(Self.arguments[part.words[0]])
      #expect(values.count == count)
      for (text, tongue) in [(french, Tongue.french), (english, .english)] {
        let filled = values.enumerated().reduce(text) {
          $0.replacing("{\($1.offset + 1)}", with: $1.element)
        }
        questions.append((filled, tongue))
      }
    case .schema, .statistics, .check, .backup, .preview, .batch, .teach: return
    }
    for (question, tongue) in questions {
      let answer = try DemoAssistant.ask(question, in: tongue)
      #expect(answer.status == .answered, "/\(family) \(part.words[0]): \(question)")
    }
  }

  @Test(
    "/predictions compare tells each day what was stored, what was sold, the gap and its status"
  )
  func compare() throws {
    let action = CommandFamily.named("predictions")?.action(
      "compare Mobilier 2026-03-20 2026-03-26"
    )
    guard case .askOf(_, let english, _)? = action else {
      Issue.record("no question")
      return
    }
    let question = english.replacing("{1}", with: "Mobilier").replacing("{2}", with: "2026-03-20")
      .replacing("{3}", with: "2026-03-26")
    let answer = try DemoAssistant.ask(question, in: .english)
    #expect(answer.rows.count == 7)
    for row in answer.rows {
      let (predicted, actual) = (row[1].number ?? 0, row[2].number ?? 0)
      guard actual > 0 else {
        #expect(row[3] == .null && row[4] == .null)
        continue
      }
      let gap = (predicted - actual) / actual
      #expect(abs((row[3].number ?? .nan) - gap) < 1e-9)
      let status = abs(gap) <= 0.15 ? "≤ 15 %" : abs(gap) <= 0.3 ? "≤ 30 %" : "> 30 %"
      #expect(row[4].text == status)
    }
    // Days that no forecast was stored for have no gap.
    let before = try DemoAssistant.ask(
      "gap of the stored forecast by day from 2023-05-01 to 2023-05-03",
      in: .english
    )
    #expect(before.rows.allSatisfy { $0[1] == .null })
  }
}
