/// The completion script for zsh: a function for `fpath`, which may be sourced too.
enum ZshCompletion {
  /// The script.
  static var script: String {
    """
    #compdef optiflow
    # zsh completion for optiflow, made by "optiflow completion zsh".

    _optiflow() {
      local context curcontext="$curcontext" state state_descr line
      typeset -A opt_args
      local -a commands common
      commands=(
    \(names.joined(separator: "\n"))
      )
      common=(
    \(Option.common.flatMap(specifications).map { "    " + $0 }.joined(separator: "\n"))
      )
      _arguments -C \\
        '(- : *)'{-h,--help}'[help]' \\
        '(- : *)--version[version]' \\
        '1:command:->command' \\
        '*::argument:->argument'
      case $state in
        command) _describe -t commands command commands ;;
        argument)
          case $words[1] in
    \(branches.joined(separator: "\n"))
            help) (( CURRENT == 2 )) && _describe -t commands command commands ;;
          esac ;;
      esac
    }

    if [[ $funcstack[1] == _optiflow ]]; then
      _optiflow "$@"
    else
      compdef _optiflow optiflow
    fi
    """
  }

  /// The commands as `_describe` takes them.
  private static var names: [String] {
    let pairs = Command.all.map { ($0.name, $0.summary) } + [("help", "the help of a command")]
    return pairs.map { "    " + quoted("\($0.0):\(escaped($0.1))") }
  }

  private static var branches: [String] {
    Command.all.map { command in
      let own = command.options.flatMap(specifications) + operands(command.operand)
      return "        \(command.name)) _arguments -s -S "
        + (["$common"] + own).joined(separator: " ") + " ;;"
    }
  }

  /// An option as `_arguments` takes it, once for each of its forms, which exclude each other.
  private static func specifications(_ option: Option) -> [String] {
    option.forms.map { form in
      let others = option.forms.count > 1 ? "(\(option.forms.joined(separator: " ")))" : ""
      guard let value = option.value else {
        return quoted("\(others)\(form)[\(escaped(option.description))]")
      }
      let joint = form.hasPrefix("--") ? "=" : "+"
      return quoted(
        "\(others)\(form)\(joint)[\(escaped(option.description))]:\(escaped(value)):"
          + action(option.argument)
      )
    }
  }

  /// Words that are not completed; a blank here would show a message in place of the only option that fits.
  private static let anyText = quoted("*:text:()")

  private static func operands(_ operand: Argument) -> [String] {
    switch operand {
    case .nothing: []
    case .text: [anyText]
    case .words: [quoted("1:what:" + action(operand)), anyText]
    case .file, .folder: [quoted("1:path:" + action(operand))]
    }
  }

  /// How a place is completed; one blank shows what it is for and completes nothing.
  private static func action(_ argument: Argument) -> String {
    switch argument {
    case .nothing, .text: " "
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .file: "_files"
    case .folder: "_files -/"
    }
  }

  /// A text inside a specification, where colons and brackets mean something.
  private static func escaped(_ text: String) -> String {
    text.map { #"\:[]"#.contains($0) ? #"\\#($0)"# : String($0) }.joined()
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? #"'\''"# : String($0) }.joined() + "'"
  }
}
