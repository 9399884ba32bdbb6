import Foundation
import Testing

@Suite("The tree keeps its shape")
struct ShapeTests {
  @Test("No source file is over 500 lines, no test file over 700")
  func lengths() throws {
    let sources = try Project.swiftFiles(under: "Sources")
    let tests = try Project.swiftFiles(under: "Tests")
    #expect(ShapeRules.tooLong(sources, limit: ShapeRules.sourceLimit) == [])
    #expect(ShapeRules.tooLong(tests, limit: ShapeRules.testLimit) == [])
  }

  @Test("A file over the limit is found, one on it is not")
  func longFile() {
    let files = [499, 500, 501].map {
      Project.SwiftFile(path: "Sources/A/\($0).swift", text: String(repeating: "x\n", count: $0))
    }
    #expect(
      ShapeRules.tooLong(files, limit: 500) == ["Sources/A/501.swift has 501 lines, over 500"]
    )
  }

  @Test("No folder is named after nothing")
  func folderNames() {
    let paths = Project.paths(under: "Sources") + Project.paths(under: "Tests")
    #expect(ShapeRules.badlyNamed(paths) == [])
    #expect(ShapeRules.badlyNamed(["Sources/A/Utils/B.swift"]) == ["Sources/A/Utils/B.swift"])
    #expect(ShapeRules.badlyNamed(["Sources/A/Utils.swift"]) == [])
  }

  @Test("No file is a link to somewhere else")
  func links() throws {
    for folder in ["Sources", "Tests", "corpus", "index", "prompts", "docs"] {
      for path in Project.paths(under: folder) {
        let file = Project.root.appendingPathComponent(path)
        let isLink = try file.resourceValues(forKeys: [.isSymbolicLinkKey]).isSymbolicLink ?? false
        #expect(!isLink, "\(path) is a link")
      }
    }
  }

  @Test("Each data folder says what it is", arguments: ["corpus", "index", "prompts"])
  func readMe(folder: String) throws {
    #expect(Project.exists(folder + "/README.md"))
  }
}
