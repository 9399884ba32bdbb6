/// A file or folder that the tool looks for without being told.
struct KnownFile: Sendable {
  let path: String
  /// A sentence, for the manual.
  let meaning: String

  /// Databases first, then settings, then what is kept.
  static let all: [KnownFile] = [
    KnownFile(path: "./optiflow.db", meaning: "The database where --db names none."),
    KnownFile(
      path: "./optiflow.yaml",
      meaning:
        "Options, one a line without the dashes (\"format: table\"); the environment and the command line win over it."
    ),
    KnownFile(
      path: "~/.config/optiflow/optiflow.yaml",
      meaning: "The same for every folder; ./optiflow.yaml wins over it."
    ),
    KnownFile(
      path: "~/.cache/optiflow/",
      meaning: "What was computed about databases. It may be deleted at any time."
    ),
    KnownFile(
      path: "corpus/, index/",
      meaning:
        "What the words mean, and the index made from it: beside the program, in ../share/optiflow, or in a folder above it."
    ),
  ]
}
