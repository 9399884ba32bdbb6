import Files
import Glibc
import Testing

@Suite("Files of our own")
struct PrivateFileTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/optiflow-files-XXXXXX".utf8CString)
    folder = try template.withUnsafeMutableBufferPointer { buffer in
      let start = try #require(buffer.baseAddress)
      return String(cString: try #require(mkdtemp(start)))
    }
  }

  @Test("made with its folder when first written, for its user only")
  func made() throws {
    let file = PrivateFile(path: folder + "/a/b/c.txt")
    #expect(try file.read(atMost: 10).bytes.isEmpty)
    try file.append("one\n")
    try file.append("two\n")
    #expect(String(decoding: try file.read(atMost: 100).bytes, as: UTF8.self) == "one\ntwo\n")
    var status = stat()
    #expect(stat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(folder + "/a/b", &status) == 0 && status.st_mode & 0o777 == 0o700)
  }

  @Test("replaced at once, be it new or old; the end of a long one is read")
  func replaced() throws {
    let file = PrivateFile(path: folder + "/x.txt")
    try file.replace(with: "first")
    try file.replace(with: "0123456789")
    let (bytes, isCut) = try file.read(atMost: 4)
    #expect(String(decoding: bytes, as: UTF8.self) == "6789" && isCut)
  }

  @Test("a folder in its place, and a full disk, are faults with their reason")
  func faults() throws {
    mkdir(folder + "/d", 0o755)
    #expect(throws: FileFault.self) { try PrivateFile(path: folder + "/d").append("x") }
    #expect(throws: FileFault(ENOSPC)) { try PrivateFile(path: "/dev/full").append("x") }
    #expect(FileFault(ENOSPC).reason.contains("space"))
  }
}
