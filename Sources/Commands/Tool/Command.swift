import Diagnostics

/// One command of the tool.
struct Command: Sendable {
  let name: String
  /// Examples first, then what it does and its options.
  let help: String
  /// Options of its own, beside the common ones.
  let options: [Option]
  let run: @Sendable (Settings) throws(Failure) -> Int32

  /// Every command, in the order the help lists them.
  static let all: [Command] = [
    .ask,
  ]
}
