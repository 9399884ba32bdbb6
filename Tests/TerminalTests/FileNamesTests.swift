import FolderSupport
import Foundation
import Terminal
import Testing

extension OneReadline {
  @Suite("Names of files are completed")
  struct FileNamesTests {
    private let scratch: TemporaryFolder

    init() throws {
      scratch = TemporaryFolder()
      for name in ["b.csv", "a.csv", "ab cd.csv", ".hidden"] { scratch.write("", as: name) }
      try FileManager.default.createDirectory(
        atPath: scratch.file("alpha"),
        withIntermediateDirectories: false
      )
    }

    private func completed(_ name: String) -> [String] {
      FileNames.completions(of: scratch.file("") + "/" + name)
        .map { String($0.dropFirst(scratch.file("").count + 1)) }
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
      let bytes = Array(scratch.file("z").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
      let file = try #require(fopen(bytes, "w"))
      fclose(file)
      #expect(completed("z").isEmpty)
    }
  }
}
