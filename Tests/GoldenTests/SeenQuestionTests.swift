import DemoData
import Foundation
import Testing
import Values

@testable import Commands

/// The question sets that have been learned from must not be unlearned.
@Suite("Questions already seen stay right")
struct SeenQuestionTests {
  /// Share of right answers and of wrong ones said with confidence, on the day each set was last looked at.
  @Test(
    "On the whole demonstration database",
    arguments: [
      ("seen-demo-1", 0.91, 0.04), ("seen-demo-2", 0.94, 0.03), ("seen-demo-3", 0.83, 0.04),
      ("seen-demo-4", 0.69, 0.13), ("seen-demo-5", 0.93, 0.05), ("seen-demo-6", 0.92, 0.06),
      ("seen-demo-7", 0.86, 0.11), ("seen-demo-8", 0.94, 0.04), ("seen-demo-9", 0.94, 0.04),
      ("seen-demo-10", 0.94, 0.04), ("seen-demo-11", 0.88, 0.07),
      ("seen-demo-12", 0.94, 0.04), ("seen-demo-13", 0.84, 0.1), ("seen-demo-14", 0.85, 0.07),
      ("seen-demo-15", 0.83, 0.08),
    ]
  )
  func seen(set: String, least: Double, most: Double) throws {
    let folder = try Self.databaseFolder.get()
    let file = DemoAssistant.root + "/Tests/GoldenTests/QuestionSets/\(set).jsonl"
    let output = Output()
    let code = CommandLineTool.run(
      [
        "eval", file, "--db-dir", folder, "--home", DemoAssistant.root, "--cache", folder, "--json",
      ],
      console: Console(output: { output.add($0) }, messages: { _ in }),
      environment: Environment(variables: [:], folder: folder)
    )
    #expect(code == 0)
    let object = try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [String: Any]
    let right = try #require(object?["execution_accuracy"] as? Double)
    let wrong = try #require(object?["silent_wrong_rate"] as? Double)
    #expect(right >= least, "\(set): \(right) right")
    #expect(wrong <= most, "\(set): \(wrong) silently wrong")
  }

  private static let databaseFolder = Result {
    let folder = FileManager.default.temporaryDirectory.path + "/optiflow-seen-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try DemoDatabase.write(to: folder + "/demo.db", replacing: true)
    return folder
  }

  /// Collects what the command prints.
  private final class Output: @unchecked Sendable {
    // Written only by the one command run of the test that owns it.
    private(set) var text = ""

    func add(_ part: String) -> Bool {
      text += part
      return true
    }
  }
}
