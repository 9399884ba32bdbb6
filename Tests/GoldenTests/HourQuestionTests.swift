import Assistant
import Language
import SemanticModel
import Testing
import Values

@testable import Presentation

@Suite("Hours of the day in questions and in answers")
struct HourQuestionTests {
  private static let hours = [
    DayHours(0, 8), DayHours(18, 24), DayHours(12, 14), DayHours(22, 6), DayHours(0, 12),
    DayHours(12, 24), DayHours(11, 13), DayHours(from: 8 * 60 + 30, to: 22 * 60 + 5),
  ]

  @Test("What an answer says of hours is read as the same hours", arguments: hours, Tongue.allCases)
  func roundTrip(hours: DayHours, tongue: Tongue) {
    let text = HoursPhrase(tongue: tongue).words(hours)
    let tokens = Lexer.tokens(of: text)
    let spans = Hours.spans(in: tokens, numbers: Numbers.spans(in: tokens))
    #expect(spans.map(\.hours) == [hours], "\(text)")
    #expect(spans.first?.tokens == tokens.indices)
  }

  @Test("Parts of the day add up to the whole")
  func wholeDay() throws {
    let whole = try DemoAssistant.ask("CA en 2025").rows[0][0].number ?? 0
    let parts = try ["avant 6h", "le matin", "l'après-midi", "le soir"].map {
      try DemoAssistant.ask("CA \($0) en 2025").rows[0][0].number ?? 0
    }
    #expect(whole > 0 && abs(parts.reduce(0, +) - whole) < 0.01)
  }

  @Test(
    "What has dates only says so",
    arguments: ["stock avant 8h", "retours le matin", "returns before 8am"]
  )
  func untimed(question: String) throws {
    let answer = try DemoAssistant.ask(question)
    guard case .untimed? = answer.reason else {
      Issue.record("\(String(describing: answer.reason))")
      return
    }
    #expect(answer.status == .refused)
  }

  @Test(
    "Punctuality and lengths of time are no hours of the day",
    arguments: [
      "combien de commandes livrées à l'heure en 2025", "orders delivered within 24 hours",
      "commandes livrées en 48 h", "combien de commandes livrées avant 8h",
    ]
  )
  func other(question: String) throws {
    let filters = try DemoAssistant.ask(question).query?.filters ?? []
    #expect(!filters.contains { if case .hours = $0 { true } else { false } })
  }

  @Test("Other hours take the place of those before")
  func followUp() throws {
    var conversation = Conversation(try DemoAssistant.assistant())
    _ = conversation.ask("CA le matin en 2025")
    let answer = conversation.ask("et après 18h ?")
    #expect(answer.query?.filters == [.hours([DayHours(18, 24)])])
  }
}
