/// The completion script for fish, 3.0 or later.
enum FishCompletion {
  /// The script.
  static var script: String {
    let lines =
      names(when: "__optiflow_at 1") + [
        complete("__optiflow_at 1", "-a help -d 'the help of a command'"),
        complete("__optiflow_at 1", "-s h -l help -d 'help'"),
        complete("__optiflow_at 1", "-l version -d 'version'"),
      ]
      + Option.common.map { option($0, when: "not __optiflow_at 1") }
      + Command.all.flatMap(lines)
      + names(when: "__optiflow_at 2; and __optiflow_after help")
    return """
      # fish completion for optiflow, made by "optiflow completion fish".

      # Whether so many words stand before the cursor.
      function __optiflow_at
          test (count (commandline -opc)) -eq $argv[1]
      end

      # Whether the command is this one.
      function __optiflow_after
          set -l words (commandline -opc)
          test (count $words) -ge 2; and test "$words[2]" = $argv[1]
      end

      complete -c optiflow -f
      \(lines.joined(separator: "\n"))
      """
  }

  /// The commands, as the first word or behind another one.
  private static func names(when condition: String) -> [String] {
    Command.all.map { complete(condition, "-a \($0.name) -d \(quoted($0.summary))") }
  }

  /// What a command takes beside the common options.
  private static func lines(_ command: Command) -> [String] {
    let condition = "__optiflow_after \(command.name)"
    let own = command.options.map { option($0, when: condition) }
    switch command.operand {
    case .nothing, .text: return own
    case .file: return own + [complete(condition, "-F")]
    case .folder: return own + [complete(condition, "-a '\(folders)'")]
    case .words(let words):
      let place = "__optiflow_at 2; and \(condition)"
      return own + [complete(place, "-a \(quoted(words.joined(separator: " ")))")]
    }
  }

  private static func option(_ option: Option, when condition: String) -> String {
    let letter = option.letter.map { "-s \($0) " } ?? ""
    return complete(
      condition,
      "\(letter)-l \(option.name)\(value(option.argument)) -d \(quoted(option.description))"
    )
  }

  private static func value(_ argument: Argument) -> String {
    switch argument {
    case .nothing: ""
    case .text: " -x"
    case .words(let words): " -x -a \(quoted(words.joined(separator: " ")))"
    case .file: " -r -F"
    case .folder: " -x -a '\(folders)'"
    }
  }

  private static let folders = "(__fish_complete_directories)"

  private static func complete(_ condition: String, _ rest: String) -> String {
    "complete -c optiflow -n '\(condition)' \(rest)"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { #"\'"#.contains($0) ? #"\\#($0)"# : String($0) }.joined() + "'"
  }
}
