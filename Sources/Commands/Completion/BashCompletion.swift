/// The completion script for bash; it needs bash 4, not the package bash-completion.
enum BashCompletion {
  /// The script.
  static var script: String {
    """
    # bash completion for optiflow, made by "optiflow completion bash".

    _optiflow() {
      local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
      local words='' options='\(flags(Option.common))'
      # bash makes a word of the = in --name=value.
      if [[ $current == '=' ]]; then
        current=''
      elif [[ $previous == '=' ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      fi
      COMPREPLY=()
      if (( COMP_CWORD == 1 )); then
        _optiflow_words '\(firstWords)' "$current"
        return
      fi
      case "${COMP_WORDS[1]} $previous" in
    \(values.joined(separator: "\n"))
      esac
      case "${COMP_WORDS[1]}" in
    \(commands.joined(separator: "\n"))
      esac
      if [[ $current == -* ]]; then
        words=$options
      elif (( COMP_CWORD > 2 )); then
        words=''
      fi
      _optiflow_words "$words" "$current"
    }

    # Those of some words that begin so.
    _optiflow_words() {
      mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
    }

    # Files (-f) or folders (-d), written as the shell quotes them.
    _optiflow_paths() {
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
    }

    complete -F _optiflow optiflow
    """
  }

  private static var names: String { Command.all.map(\.name).joined(separator: " ") }

  private static var firstWords: String { names + " help -h --help --version" }

  private static func flags(_ options: [Option]) -> String {
    options.flatMap(\.forms).joined(separator: " ")
  }

  /// What stands behind an option: those of one command first, as their letters are its own.
  private static var values: [String] {
    let own = Command.all.flatMap { command in
      command.options.compactMap { branch($0, after: "'\(command.name) '") }
    }
    return own + Option.common.compactMap { branch($0, after: "*' '") }
  }

  private static func branch(_ option: Option, after start: String) -> String? {
    let action: String
    switch option.argument {
    case .nothing: return nil
    case .text: action = "return"
    case .file: action = #"_optiflow_paths -f "$current"; return"#
    case .folder: action = #"_optiflow_paths -d "$current"; return"#
    case .words(let words):
      action = #"_optiflow_words '\#(words.joined(separator: " "))' "$current"; return"#
    }
    return "    \(option.forms.map { start + $0 }.joined(separator: " | "))) \(action) ;;"
  }

  /// What a command adds to the common options, and what stands behind its name.
  private static var commands: [String] {
    let own = Command.all.compactMap { command -> String? in
      var actions: [String] = []
      if !command.options.isEmpty { actions.append("options+=' \(flags(command.options))'") }
      switch command.operand {
      case .nothing, .text: break
      case .file: actions.append(paths("-f"))
      case .folder: actions.append(paths("-d"))
      case .words(let words): actions.append("words='\(words.joined(separator: " "))'")
      }
      guard !actions.isEmpty else { return nil }
      return "    \(command.name)) " + actions.joined(separator: "; ") + " ;;"
    }
    return own + ["    help) words='\(names)' ;;"]
  }

  private static func paths(_ kind: String) -> String {
    #"[[ $current == -* ]] || { _optiflow_paths \#(kind) "$current"; return; }"#
  }
}
