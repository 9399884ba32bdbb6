import Presentation
import Values

/// How much is shown with an answer.
enum ChatMode: CaseIterable {
  /// The answer and its table.
  case brief
  /// A picture, one line of where the figures come from, and what to ask next.
  case normal
  /// The whole receipt with the SQL and the times.
  case detailed

  /// How it is called, French first.
  var names: [String] {
    switch self {
    case .brief: ["bref", "brief", "court", "short"]
    case .normal: ["normal"]
    case .detailed: ["detaille", "detailed", "detail", "complet", "full", "expert"]
    }
  }

  /// The name shown.
  func name(_ tongue: Tongue) -> String {
    switch self {
    case .brief: tongue.pick("bref", "brief")
    case .normal: "normal"
    case .detailed: tongue.pick("détaillé", "detailed")
    }
  }

  /// The mode of a name in either language.
  static func named(_ name: String) -> ChatMode? {
    allCases.first { $0.names.contains(Fold.fold(name)) }
  }

  /// The layout of an answer in this mode.
  func options(_ base: Renderer.Options) -> Renderer.Options {
    var options = base
    options.surface = .chat
    options.quiet = options.quiet || self == .brief
    options.verbose = options.verbose || self == .detailed
    options.receipt = self == .detailed || options.verbose ? .full : .brief
    return options
  }
}
