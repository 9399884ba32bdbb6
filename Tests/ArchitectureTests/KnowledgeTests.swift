import Foundation
import Testing

@Suite("corpus/ is sound and index/ is made from it")
struct KnowledgeTests {
  @Test("The corpus has no problems")
  func corpus() throws {
    let check = try Tool.run(["corpus", "check"])
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }

  @Test("The index belongs to this corpus")
  func index() throws {
    let check = try Tool.run(["index", "check"])
    #expect(check.status == 0, "make index renews it\n\(check.output)\(check.errors)")
  }

  @Test("One changed word in the corpus makes the index stale")
  func staleIndex() throws {
    let process = ProcessInfo.processInfo.processIdentifier
    let home = FileManager.default.temporaryDirectory
      .appendingPathComponent("optiflow-stale-index-\(process)")
    try? FileManager.default.removeItem(at: home)
    defer { try? FileManager.default.removeItem(at: home) }
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    for folder in ["corpus", "index"] {
      let original = Project.root.appendingPathComponent(folder)
      try FileManager.default.copyItem(at: original, to: home.appendingPathComponent(folder))
    }
    let metric = home.appendingPathComponent("corpus/metrics/revenue.yaml")
    let text = try String(contentsOf: metric, encoding: .utf8)
    try Data((text + "# changed\n").utf8).write(to: metric)
    let check = try Tool.run(["index", "check", "--home", home.path])
    #expect(check.status != 0)
    #expect(check.errors.contains("the corpus has changed"), "\(check.errors)")
  }
}
