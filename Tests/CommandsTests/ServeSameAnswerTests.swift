import SocketSupport
import Testing
import Values

@testable import Commands

@Suite("Answers over HTTP, in the chat and on the command line")
struct ServeSameAnswerTests {
  /// Figures, groups, dates, names, a typing error, analyses, small talk, refusals, what takes no database at all.
  private static let questions = [
    "CA en 2024", "revenue by category in 2024", "chiffre d'affaires par mois en 2024",
    "which 2 products sold most in 2024?", "quantités vendues de Blue lamp en février 2024",
    "revenue of Oak chiar in 2024", "panier moyen", "how many products are there?",
    "pourquoi le CA a-t-il changé en février 2024 ?", "revenue in 1987", "zorglub", "bonjour",
    "what can you do?", "",
  ]

  /// A conversation with what is kept, changed, taken back and not understood.
  private static let turns = [
    "revenue by category in 2024", "only Lamps", "and in January?", "undo", "by month",
    "comment as-tu calculé ça ?", "the 1 best", "zorglub", "start over", "by category",
  ]

  private static let streamStart = "data: "

  /// The result in a completion, whole or streamed.
  private func result(_ reply: RawClient.Reply) throws -> JSON? {
    guard reply.body.hasPrefix(Self.streamStart) else {
      return try JSONReader.read(reply.body)["choices"]?.items?.first?["message"]?["optiflow"]
    }
    return try reply.body.split(separator: "\n").lazy.filter { $0.hasPrefix("data: {") }
      .map { try JSONReader.read(String($0.dropFirst(Self.streamStart.count)))["optiflow"] }
      .compactMap { $0 }.first
  }

  @Test("are the same for one question")
  func questions() throws {
    let shop = try ServedHome(corpus: ServedHome.project)
    let home = shop.home
    for question in Self.questions {
      let run = Run(
        [
          "ask", "--db", home.database, "--home", ServedHome.project, "--cache",
          home.path + "/cache", "--format", "json", question,
        ],
        folder: home.path
      )
      let command = try JSONReader.read(run.output).withoutTimes
      #expect(try shop.ask(question).withoutTimes == command, "\(question)")
      for isStream in [false, true] {
        let told = try result(shop.chat([question], stream: isStream))
        #expect(told?.withoutTimes == command, "\(question)")
      }
    }
  }

  @Test("are the same in a conversation")
  func turns() throws {
    let shop = try ServedHome(corpus: ServedHome.project)
    let home = shop.home
    let run = Run(
      [
        "chat", "--db", home.database, "--home", ServedHome.project, "--cache",
        home.path + "/cache", "-f", "jsonl",
      ],
      input: Self.turns.joined(separator: "\n"),
      folder: home.path
    )
    let told = try run.lines.map { try JSONReader.read($0) }
    try #require(told.count == Self.turns.count)
    for (index, turn) in told.enumerated() {
      let said = Array(Self.turns[...index])
      let answers = [
        try shop.ask(Self.turns[index], session: "s"), try result(shop.chat(said)),
        try result(shop.chat(said, stream: true)),
      ]
      for answer in answers {
        for member in ["status", "answer", "columns", "rows", "sql", "choices"] {
          #expect(answer?[member] == turn[member], "\(said): \(member)")
        }
      }
    }
  }
}
