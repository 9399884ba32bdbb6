import Diagnostics
import Endpoint
import Files
import Glibc
import Server
import Values

extension Command {
  /// `optiflow serve`: the assistant over HTTP.
  static let serve = Command(
    name: "serve",
    summary: "answers over HTTP: OpenAI's chat format, JSON, a chat page",
    examples: [
      "optiflow serve --db optiflow.db                     then open http://127.0.0.1:8321/",
      #"curl -d '{"question": "CA par région en 2025"}' http://127.0.0.1:8321/v1/ask"#,
      "optiflow serve keys add \"shop-app\"                  prints a key, once",
      "optiflow serve --host 0.0.0.0 --tls-cert chain.pem --tls-key key.pem --origin https://shop.example",
    ],
    usage: "serve [options]    serve keys list|add NAME|revoke NAME",
    notes: [
      "Only programs of this machine can ask, unless --host says otherwise; then callers need a key, which",
      "is checked as soon as there is a file of keys. SIGTERM and Ctrl-C let running answers end.",
      "See docs/http.md, docs/threat-model.md.",
    ],
    options: [
      Option("host", value: "ADDRESS", "listen there, 127.0.0.1 if not said"),
      Option("port", "p", value: "PORT", "listen there, 8321 if not said; 0 for any that is free"),
      Option("socket", value: "PATH", "listen on a Unix socket instead"),
      Option("keys", value: "FILE", "the file of keys"),
      Option("allow-anyone", nil, "let other machines ask without a key"),
      Option("origin", value: "URL", "web pages of this origin may ask; may be repeated"),
      Option("rate-limit", value: "N", "requests a minute of each key; 0 for any number"),
      Option("sessions", value: "N", "conversations remembered, 1000 if not said"),
      Option("workers", value: "N", "threads that answer, 4 if not said"),
      Option("audit", value: "FILE", "add a line of JSON to FILE for each question"),
      Option("audit-questions", nil, "with the questions themselves"),
      Option("tls-cert", value: "FILE", "serve HTTPS with this certificate chain (PEM)"),
      Option("tls-key", value: "FILE", "and this private key (PEM)"),
    ] + Option.model,
    operand: .words(["keys"]),
    run: { settings throws(Failure) in
      if settings.operands.first == "keys" { return try ServeKeys(settings: settings).run() }
      if let word = settings.operands.first {
        throw Settings.unknownOperand(word, among: ["keys"])
      }
      return try ServeCommand(settings: settings).run()
    }
  )
}

/// Opens the database, serves until a signal, and stops.
struct ServeCommand {
  let settings: Settings

  /// 0 when all that ran had ended; 1 when some answers were cut.
  func run() throws(Failure) -> Int32 {
    let signals = StopSignals()
    FreeMemory.keepLittle()
    let wishes = ServeOptions(settings)
    let socket = try wishes.socket
    let options = try wishes.endpoint(at: socket.address)
    let served = try ServedDatabase(settings, help: options.understanding)
    let endpoint = try Endpoint(served, on: socket, options)
    let refresher = Ticker(every: .milliseconds(500)) { served.refresh() }
    defer {
      served.stop()
      refresher.stop()
    }
    say(
      "À l'écoute sur \(Self.text(endpoint.address, isSecure: options.certificate != nil))",
      "Listening on \(Self.text(endpoint.address, isSecure: options.certificate != nil))"
    )
    signals.wait()
    say("Arrêt\u{202F}: les réponses en cours se terminent.", "Stopping: running answers end.")
    signals.leaveOnNext()
    return endpoint.stop() ? ExitCode.answered.rawValue : ExitCode.fault.rawValue
  }

  private func say(_ french: String, _ english: String) {
    if !settings.isQuiet { settings.console.say(settings.interface.pick(french, english)) }
  }

  /// "http://127.0.0.1:8321/", "http://[::1]:8321/", "/run/optiflow.sock".
  private static func text(_ address: ServerAddress, isSecure: Bool) -> String {
    switch address {
    case .unix(let path): return path
    case .network(let host, let port):
      let name = host.contains(":") ? "[\(host)]" : host
      return "\(isSecure ? "https" : "http")://\(name):\(port)/"
    }
  }
}
