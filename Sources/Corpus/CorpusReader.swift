package import Diagnostics
import Values

/// Reads the corpus folder, or its compiled form when that is still the same corpus.
package enum CorpusReader {
  /// Reads all `.yaml` files under a folder and checks them.
  ///
  /// - Parameters:
  ///   - folder: the corpus folder.
  ///   - markers: the names that `markers` of a vocabulary may have.
  /// - Returns: every problem at once, in order of place, and the corpus when there is none.
  package static func read(
    folder: String,
    markers: Set<String>
  ) -> (corpus: Corpus?, problems: [CorpusProblem]) {
    let (files, unreadable) = scan(folder)
    let (corpus, problems) = read(files, markers: markers)
    return unreadable.isEmpty ? (corpus, problems) : (nil, unreadable + problems)
  }

  /// The corpus to answer from.
  ///
  /// The compiled form is taken when the folder is absent, or when its hash is the folder's; else the
  /// folder is read and checked.
  ///
  /// - Parameters:
  ///   - folder: the corpus folder; it may be missing.
  ///   - compiled: path of the compiled form; it may be missing.
  ///   - markers: the names that `markers` of a vocabulary may have.
  /// - Returns: the corpus.
  /// - Throws: `corpus.missing` without folder and usable compiled form, `corpus.invalid` with the first problem.
  package static func load(
    folder: String,
    compiled: String?,
    markers: Set<String>
  ) throws(Failure) -> Corpus {
    let stored = compiled.flatMap { try? FileAccess.contents(of: $0) }
    guard FileAccess.isFolder(folder) else {
      if let stored, let corpus = try? Corpus(compiled: stored) { return corpus }
      throw missing(folder)
    }
    let (files, unreadable) = scan(folder)
    if unreadable.isEmpty, let stored, Corpus.hash(ofCompiled: stored) == Fingerprint.of(files),
      let corpus = try? Corpus(compiled: stored)
    {
      return corpus
    }
    let (corpus, problems) = read(files, markers: markers)
    guard unreadable.isEmpty, let corpus else { throw invalid(folder, unreadable + problems) }
    return corpus
  }

  private static func scan(_ folder: String) -> (files: [SourceFile], unreadable: [CorpusProblem]) {
    let (files, refusals) = FileAccess.corpusFiles(under: folder)
    let unreadable = refusals.map { refusal in
      problem(.unreadable(refusal.reason), file: refusal.path, at: YAMLPosition(line: 1, column: 1))
    }
    return (files, unreadable)
  }

  /// Reads and checks files already in memory.
  static func read(
    _ files: [SourceFile],
    markers: Set<String>
  ) -> (corpus: Corpus?, problems: [CorpusProblem]) {
    var documents: [SourceDocument] = []
    var problems: [CorpusProblem] = []
    var builder = CorpusBuilder()
    for file in files {
      do throws(YAMLError) {
        let root = try YAMLParser.parse(file.bytes, file: file.path)
        documents.append(SourceDocument(path: file.path, root: root))
      } catch {
        problems.append(problem(.syntax(error.message), file: file.path, at: error.position))
      }
    }
    for document in documents { builder.add(document) }
    problems += CorpusChecker.problems(of: builder, markers: markers)
    problems.sort { ($0.place, $0.code) < ($1.place, $1.code) }
    guard problems.isEmpty else { return (nil, problems) }
    let corpus = Corpus(
      model: builder.model,
      formulas: builder.formulas,
      words: Deferred(made: CorpusWords(builder, documents: documents)),
      hash: Fingerprint.of(files)
    )
    return (corpus, [])
  }

  private static func problem(
    _ issue: CorpusIssue,
    file: String,
    at position: YAMLPosition
  ) -> CorpusProblem {
    CorpusProblem(
      code: issue.code,
      place: SourcePlace(file: file, position: position),
      message: issue.message
    )
  }

  private static func missing(_ folder: String) -> Failure {
    Failure(
      .environment,
      code: "corpus.missing",
      french: "Le corpus n'est pas là : ni dossier « \(folder) », ni forme compilée utilisable.",
      english:
        "The corpus is not there: neither the folder '\(folder)' nor a usable compiled form.",
      frenchHint: "Réinstallez Optiflow ou indiquez le dossier du corpus.",
      englishHint: "Reinstall Optiflow or name the corpus folder."
    )
  }

  private static func invalid(_ folder: String, _ problems: [CorpusProblem]) -> Failure {
    let first = problems.first
    return Failure(
      .environment,
      code: "corpus.invalid",
      french: """
        Le corpus « \(folder) » a \(problems.count) erreur(s) : \(first?.text(in: .french) ?? "")
        """,
      english: """
        The corpus '\(folder)' has \(problems.count) error(s): \(first?.text(in: .english) ?? "")
        """,
      frenchHint: "« optiflow corpus check » les montre toutes.",
      englishHint: "'optiflow corpus check' shows them all."
    )
  }
}
