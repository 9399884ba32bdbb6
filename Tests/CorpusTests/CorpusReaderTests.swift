import Diagnostics
import Foundation
import SemanticModel
import Testing

@testable import Corpus

@Suite("Reading the corpus folder")
struct CorpusReaderTests {
  /// A folder of the test's own, removed when the test ends.
  private final class Folder {
    let url: URL

    init(_ files: [String: String]) throws {
      url = FileManager.default.temporaryDirectory.appending(path: "corpus-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      for (path, text) in files { try write(text, to: path) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var path: String { url.path }

    func write(_ text: String, to path: String) throws {
      let file = url.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
  }

  private let markers = SampleCorpus.markers

  @Test("a folder reads as its files do, other files left aside")
  func folder() throws {
    let folder = try Folder(SampleCorpus.files)
    try folder.write("# notes", to: "README.md")
    try folder.write("kind: [", to: ".draft.yaml")
    let (read, problems) = CorpusReader.read(folder: folder.path, markers: markers)
    let expected = CorpusReader.read(SampleCorpus.sources(), markers: markers).corpus
    #expect(problems.isEmpty)
    #expect(read?.hash == expected?.hash)
    #expect(read?.entries == expected?.entries)
  }

  @Test("a folder that is not there is a problem, not a crash")
  func missingFolder() {
    let (corpus, problems) = CorpusReader.read(folder: "/nowhere/corpus", markers: markers)
    #expect(corpus == nil)
    #expect(problems.map(\.code) == ["file.unreadable"])
  }

  @Test("an empty folder gives an empty corpus")
  func emptyFolder() throws {
    let folder = try Folder([:])
    let (corpus, problems) = CorpusReader.read(folder: folder.path, markers: markers)
    #expect(problems.isEmpty)
    #expect(corpus?.model.metrics.isEmpty == true)
  }

  @Test("the compiled form serves as long as the folder is the same, and no longer")
  func loading() throws {
    let folder = try Folder(SampleCorpus.files)
    let first = try CorpusReader.load(folder: folder.path, compiled: nil, markers: markers)
    let other = try Folder([:])
    let compiled = other.url.appending(path: "corpus.bin").path
    // No markers: reading the YAML would fail, so a success shows that the compiled form was used.
    #expect(throws: Failure.self) {
      try CorpusReader.load(folder: folder.path, compiled: compiled, markers: [])
    }
    try Data(first.compiled).write(to: URL(filePath: compiled))
    let second = try CorpusReader.load(folder: folder.path, compiled: compiled, markers: [])
    #expect(second.entries == first.entries)

    try folder.write("kind: vocabulary\nname: more\nmarkers: {}\n", to: "vocabulary/more.yaml")
    let third = try CorpusReader.load(folder: folder.path, compiled: compiled, markers: markers)
    #expect(third.hash != first.hash)
    let failure = try #require(throws: Failure.self) {
      try CorpusReader.load(folder: folder.path, compiled: compiled, markers: [])
    }
    #expect(failure.code == "corpus.invalid")
    #expect(failure.english.contains("vocabulary/words.yaml:4:3"))
  }

  @Test("without a folder the compiled form alone serves")
  func compiledAlone() throws {
    let folder = try Folder(SampleCorpus.files)
    let corpus = try CorpusReader.load(folder: folder.path, compiled: nil, markers: markers)
    let compiled = folder.url.appending(path: "corpus.bin").path
    try Data(corpus.compiled).write(to: URL(filePath: compiled))
    let alone = try CorpusReader.load(folder: "/nowhere", compiled: compiled, markers: [])
    #expect(alone.hash == corpus.hash)

    try Data(corpus.compiled.dropLast(3)).write(to: URL(filePath: compiled))
    let failure = try #require(throws: Failure.self) {
      try CorpusReader.load(folder: "/nowhere", compiled: compiled, markers: [])
    }
    #expect(failure.code == "corpus.missing")
    // A damaged compiled form beside a good folder is passed over.
    let again = try CorpusReader.load(folder: folder.path, compiled: compiled, markers: markers)
    #expect(again.entries == corpus.entries)
  }
}
