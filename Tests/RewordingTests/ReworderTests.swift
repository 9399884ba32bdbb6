import Glibc
import Synchronization
import Testing
import Values

@testable import Rewording

@Suite("A model is asked, and never waited for")
struct ReworderTests {
  /// A model that says what a test wants.
  private struct Parrot: LanguageModel {
    let name = "parrot"
    let said: @Sendable () throws(ModelFault) -> String

    func reply(
      to request: ModelRequest,
      by end: ContinuousClock.Instant,
      isCancelled: @escaping @Sendable () -> Bool
    ) throws(ModelFault) -> String { try said() }
  }

  private static func reworder(
    _ model: any LanguageModel,
    timeout: Duration = .seconds(300),
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) throws -> Reworder {
    Reworder(
      ModelLine(model, timeout: timeout),
      prompt: try Prompt(PromptFile(Prompts.text("reword"))),
      words: Prompts.words,
      log: log
    )
  }

  @Test("What may stand is filled, and tells its prompt and model")
  func reworded() throws {
    let reworder = try Self.reworder(
      Parrot { #"{"text": "{{v2}}, le chiffre d'affaires {{v1}} atteint {{v3}}."}"# }
    )
    let outcome = reworder.reword(Drafts.figure)
    guard case .reworded(let rewording) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(
      rewording.text
        == "En 2025, le chiffre d'affaires de la catégorie Mobilier atteint 1\u{202F}234,50\u{202F}€."
    )
    #expect(rewording.prompt == "reword" && rewording.model == "parrot")
    #expect(reworder.counts == ["reworded": 1])
  }

  @Test("What may not is counted and logged by its rule, without anything of the data")
  func refused() throws {
    let lines = Mutex<[String]>([])
    let reworder = try Self.reworder(
      Parrot { "Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}, soit 12." },
      log: { line in lines.withLock { $0.append(line) } }
    )
    #expect(reworder.reword(Drafts.figure) == .refused(.digit))
    #expect(reworder.counts == ["refused_digit": 1])
    #expect(lines.withLock { $0 } == ["llm: refused_digit (reword \(reworder.prompt.version))"])
  }

  @Test("A model that never comes back is left behind at the deadline")
  func deaf() throws {
    let isReleased = Mutex(false)
    defer { isReleased.withLock { $0 = true } }
    let reworder = try Self.reworder(
      Parrot {
        while !isReleased.withLock({ $0 }) { usleep(1_000) }
        return ""
      },
      timeout: .milliseconds(50)
    )
    #expect(reworder.reword(Drafts.figure) == .failed(.tooLate))
  }

  @Test("So it is when nobody wants the reply any more")
  func cancelled() throws {
    let isReleased = Mutex(false)
    defer { isReleased.withLock { $0 = true } }
    let reworder = try Self.reworder(
      Parrot {
        while !isReleased.withLock({ $0 }) { usleep(1_000) }
        return ""
      },
      timeout: .seconds(600)
    )
    #expect(reworder.reword(Drafts.figure) { true } == .failed(.cancelled))
  }

  @Test("After three faults in a row it is left alone for a while")
  func rest() throws {
    let asked = Mutex(0)
    let reworder = try Self.reworder(
      Parrot { () throws(ModelFault) in
        asked.withLock { $0 += 1 }
        throw .unreachable
      }
    )
    for _ in 0..<5 { _ = reworder.reword(Drafts.figure) }
    #expect(asked.withLock { $0 } == 3)
    #expect(reworder.counts == ["failed_unreachable": 3, "rested": 2])
  }

  @Test("A draft that could not stand itself is not sent")
  func unfit() throws {
    let draft = Draft(
      .french,
      text: "Le stock est de {{v1}}. Oui. Oui. Oui. Oui.",
      slots: [Slot("v1", .count, text: "3")]
    )
    #expect(try Self.reworder(NoModel()).reword(draft) == .unfit(.sentences))
  }
}
