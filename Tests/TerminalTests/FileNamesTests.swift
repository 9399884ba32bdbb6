import Foundation
import Terminal
import Testing

extension OneReadline {
  @Suite("Names of files are completed")
  struct FileNamesTests {
    private let scratch: Scratch

    init() throws {
      scratch = try Scratch()
      for name in ["b.csv", "a.csv", "ab cd.csv", ".hidden"] { try scratch.write("", to: name) }
      try FileManager.default.createDirectory(
        atPath: scratch.path("alpha"),
        withIntermediateDirectories: false
      )
    }

    private func completed(_ name: String) -> [String] {
      FileNames.completions(of: scratch.path("") + "/" + name)
        .map { String($0.dropFirst(scratch.path("").count + 1)) }
    }

    @Test("in order, folders open, hidden ones only when asked for")
    func order() {
      #expect(completed("") == ["a.csv", "ab cd.csv", "alpha/", "b.csv"])
      #expect(completed("a") == ["a.csv", "ab cd.csv", "alpha/"])
      #expect(completed(".h") == [".hidden"])
      #expect(completed("x").isEmpty)
      #expect(completed("alpha/").isEmpty)
      #expect(completed("nowhere/a").isEmpty)
    }

    @Test("a tilde is replaced by the folder it stands for")
    func tilde() throws {
      let home = try #require(ProcessInfo.processInfo.environment["HOME"])
      #expect(FileNames.completions(of: "~/").allSatisfy { $0.hasPrefix(home) })
      #expect(FileNames.completions(of: "~nobody-of-this-name/x").isEmpty)
    }

    @Test("a name that is not UTF-8 is not offered, since it could not be typed back")
    func notText() throws {
      let bytes = Array(scratch.path("z").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
      let file = try #require(fopen(bytes, "w"))
      fclose(file)
      #expect(completed("z").isEmpty)
    }
  }
}
