import FolderSupport
import Glibc
import Testing

@testable import SQLiteStore

@Suite("The side folder")
struct SideFolderTests {
  let folder = TemporaryFolder()
  let fingerprint = DatabaseFingerprint(path: "/a.db", size: 1, modified: 2, changeCounter: 3)

  @Test(
    "its place: what the user says, then XDG_CACHE_HOME, then HOME",
    arguments: [
      ("/x", ["HOME": "/h"], "/x", "/x/optiflow.cache-NAME.db"),
      ("/x/mine.db", [:], "/x", "/x/mine.db"),
      (
        nil, ["XDG_CACHE_HOME": "/c", "HOME": "/h"], "/c/optiflow",
        "/c/optiflow/optiflow.cache-NAME.db"
      ),
      (nil, ["XDG_CACHE_HOME": "c", "HOME": "/h"], "/h/.cache/optiflow", nil),
      ("", ["HOME": "/h"], "/h/.cache/optiflow", nil),
      (nil, [:], nil, nil),
    ] as [(String?, [String: String], String?, String?)]
  )
  func place(override: String?, environment: [String: String], path: String?, file: String?) {
    let side = SideFolder(override: override, environment: environment)
    #expect(side.path == path)
    guard let file else { return }
    let name = file.split(separator: "NAME", omittingEmptySubsequences: false)
      .joined(separator: fingerprint.databaseName)
    #expect(side.sideFilePath(of: fingerprint) == name)
  }

  @Test("what was kept comes back for the same state, version and kind only")
  func keeping() throws {
    let side = SideFolder(override: folder.file("a/b"), environment: [:])
    let bytes: [UInt8] = [0, 10, 255, 10]
    #expect(side.read("index", version: 1, of: fingerprint) == nil)
    #expect(side.write([9], as: "index", version: 1, of: fingerprint))
    #expect(side.write(bytes, as: "index", version: 1, of: fingerprint))
    #expect(side.read("index", version: 1, of: fingerprint) == bytes)
    #expect(side.read("index", version: 2, of: fingerprint) == nil)
    #expect(side.read("other", version: 1, of: fingerprint) == nil)
    var changed = fingerprint
    changed.logSize = 1
    #expect(side.read("index", version: 1, of: changed) == nil)
    #expect(namesInFolder(folder.file("a/b")).count == 1, "no temporary file stays")
  }

  @Test("folders are 0700, files 0600")
  func permissions() throws {
    let side = SideFolder(override: folder.file("a/b"), environment: [:])
    side.write([1], as: "index", version: 1, of: fingerprint)
    var status = stat()
    stat(folder.file("a"), &status)
    #expect(status.st_mode & 0o777 == 0o700)
    let name = try #require(namesInFolder(folder.file("a/b")).first)
    stat(folder.file("a/b/" + name), &status)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test("a file cut short or lengthened counts as absent")
  func damaged() throws {
    let side = SideFolder(override: folder.path, environment: [:])
    side.write([1, 2, 3], as: "index", version: 1, of: fingerprint)
    let name = try #require(namesInFolder(folder.path).first)
    let bytes = folder.bytes(name)
    for damaged in [Array(bytes.dropLast()), bytes + [4], Array(bytes.prefix(5)), []] {
      folder.write(damaged, as: name)
      #expect(side.read("index", version: 1, of: fingerprint) == nil)
    }
  }

  @Test("a symbolic link in place of a file is not followed")
  func link() throws {
    let side = SideFolder(override: folder.path, environment: [:])
    side.write([1], as: "index", version: 1, of: fingerprint)
    let name = try #require(namesInFolder(folder.path).first)
    folder.write(folder.bytes(name), as: "elsewhere")
    unlink(folder.file(name))
    symlink(folder.file("elsewhere"), folder.file(name))
    #expect(side.read("index", version: 1, of: fingerprint) == nil)
  }

  @Test("a folder that cannot be made costs nothing but the cache")
  func unwritable() {
    folder.write([1], as: "file")
    let side = SideFolder(override: folder.file("file/cache"), environment: [:])
    #expect(!side.write([1], as: "index", version: 1, of: fingerprint))
    #expect(side.read("index", version: 1, of: fingerprint) == nil)
    #expect(!SideFolder.none.write([1], as: "index", version: 1, of: fingerprint))
  }
}
