/// A variable that the tool reads.
struct EnvironmentVariable: Sendable {
  let name: String
  /// A sentence, for the manual.
  let meaning: String

  /// Those that stand for an option, then those that every program knows.
  static let all: [EnvironmentVariable] =
    Option.withVariable.map {
      EnvironmentVariable(
        name: $0.variable,
        meaning: "The value of --\($0.name) where it is not given."
      )
    } + [
      EnvironmentVariable(
        name: "OPTIFLOW_LLM_KEY",
        meaning: "The key of the model's server, where --llm-key-file names no file."
      ),
      EnvironmentVariable(
        name: "http_proxy, https_proxy, no_proxy, CURL_CA_BUNDLE, SSL_CERT_FILE, SSL_CERT_DIR",
        meaning: "The way to the model's server, and the certificates to trust."
      ),
      EnvironmentVariable(
        name: "NO_COLOR",
        meaning: "Set and not empty: no colour, unless --color always is given."
      ),
      EnvironmentVariable(
        name: "TERM",
        meaning: "The value dumb: no colour either, and no progress bar."
      ),
      EnvironmentVariable(
        name: "LC_ALL, LC_MESSAGES, LANG",
        meaning:
          "The language of messages where no option says it: French when the first that is set begins with fr, else English."
      ),
      EnvironmentVariable(
        name: "XDG_CONFIG_HOME",
        meaning: "Where the user's optiflow/optiflow.yaml is, ~/.config if not set."
      ),
      EnvironmentVariable(
        name: "XDG_CACHE_HOME",
        meaning: "Where what is computed is kept, in optiflow/, ~/.cache if not set."
      ),
    ]
}
