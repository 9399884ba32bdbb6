/// A shell that command lines are completed in.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The names, as they are written on the command line.
  static var names: [String] { allCases.map(\.rawValue) }

  /// Its completion script.
  var script: String {
    switch self {
    case .bash: BashCompletion.script
    case .zsh: ZshCompletion.script
    case .fish: FishCompletion.script
    }
  }
}
