extension Option {
  /// The options of commands that word answers.
  static let model: [Option] = [
    Option(
      "llm-url",
      value: "URL",
      "an OpenAI-compatible server that may reword answers (OPTIFLOW_LLM_URL)"
    ),
    Option("llm-model", value: "NAME", "what it calls the model (OPTIFLOW_LLM_MODEL)"),
    Option(
      "llm-key-file",
      value: "FILE",
      "a file with the key it wants (OPTIFLOW_LLM_KEY_FILE, or the key in OPTIFLOW_LLM_KEY)"
    ),
    Option("llm-values", nil, "show it figures and names too, never those of persons"),
    Option(
      "llm-understand",
      nil,
      "ask it what a question means that is not understood, and ask back whether that is meant"
    ),
    Option(
      "llm-timeout",
      value: "SECONDS",
      "the longest it may take, 5 if not said (OPTIFLOW_LLM_TIMEOUT)"
    ),
  ]
}
