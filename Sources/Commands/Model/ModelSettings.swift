import Diagnostics
import Files
import Glibc
import ModelClient
import Presentation
import Rewording
import SQLiteStore
import Values

/// The model that answers may be given to, as the settings name it; none unless there is an address.
struct ModelSettings {
  let settings: Settings

  /// Seconds that it may take where nothing is said, and those that can be said.
  private static let usualTimeout = 5.0
  private static let timeouts = 0.05...120.0
  /// What the model is called where nothing is said: servers with one model take any name.
  private static let usualName = "default"
  /// Longest file of a key or a prompt, in bytes.
  private static let longestFile = 1 << 18

  init(_ settings: Settings) {
    self.settings = settings
  }

  /// What the model does; nothing where there is no address, or with `--no-llm`.
  ///
  /// - Parameter log: takes a line for each time that the model was of no use.
  /// - Returns: uses that share one way to the model.
  /// - Throws: what is wrong with the settings, the key or prompts/.
  func uses(log: @escaping @Sendable (String) -> Void) throws(Failure) -> ModelUses {
    guard let url = settings["llm-url"], !settings.has("no-llm") else { return ModelUses() }
    let line = ModelLine(ModelClient(try server(url)), timeout: try timeout)
    let prompts = PromptFolder(try Home.find(settings.home))
    let reworder = Reworder(
      line,
      prompt: try prompts.prompt("reword"),
      words: try prompts.words,
      showsValues: settings.has("llm-values"),
      log: log
    )
    var uses = ModelUses(reworder: AnswerReworder(reworder))
    if settings.has("llm-understand"), settings.format.hasWords {
      uses.understanding = ModelUnderstanding(
        line,
        prompt: try prompts.prompt("understand"),
        isCancelled: { Interruption.cancellation.isCancelled },
        log: log
      )
    }
    return uses
  }

  /// The same, with its lines on standard error unless that is to be quiet.
  func uses(isSilent: Bool = false) throws(Failure) -> ModelUses {
    let console = settings.console
    let isHeard = !settings.isQuiet && (!isSilent || settings.isVerbose)
    return try uses { if isHeard { console.say("optiflow: " + $0) } }
  }

  private func server(_ url: String) throws(Failure) -> ModelServer {
    let key = try key
    do throws(ModelServer.Fault) {
      var server = try ModelServer(
        url: url,
        model: settings["llm-model"] ?? Self.usualName,
        key: key
      )
      let environment = settings.environment
      server.trustedFile = environment["CURL_CA_BUNDLE"] ?? environment["SSL_CERT_FILE"]
      server.trustedFolder = environment["SSL_CERT_DIR"]
      return server
    } catch {
      switch error {
      case .notAnAddress: throw .notAnAddress
      case .keyInClear: throw .keyInClear
      }
    }
  }

  private var timeout: Duration {
    get throws(Failure) {
      guard let text = settings["llm-timeout"] else { return .seconds(Self.usualTimeout) }
      guard let seconds = Double(text), Self.timeouts.contains(seconds) else {
        throw Settings.badValue(
          "llm-timeout",
          text,
          "\(Self.timeouts.lowerBound)…\(Self.timeouts.upperBound)"
        )
      }
      return .seconds(seconds)
    }
  }

  /// The first line of the file, else the variable.
  private var key: String? {
    get throws(Failure) {
      guard let path = settings["llm-key-file"] else {
        return settings.environment["OPTIFLOW_LLM_KEY"]
      }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .noModelKey(path, String(cString: strerror(errno))) }
      defer { close(descriptor) }
      let bytes = Descriptor(descriptor).readAll(atMost: Self.longestFile)
      let line = String(decoding: bytes, as: UTF8.self).prefix { !$0.isNewline }
      let key = line.filter { $0.isASCII && !$0.isWhitespace }
      guard !key.isEmpty else {
        throw .noModelKey(path, settings.interface.pick("il est vide", "it is empty"))
      }
      return key
    }
  }
}

extension Failure {
  fileprivate static var notAnAddress: Failure {
    Failure(
      .usage,
      code: "llm.not-an-address",
      french: "--llm-url n'est pas une adresse http ou https.",
      english: "--llm-url is no http or https address.",
      frenchHint: "Exemple\u{202F}: --llm-url http://127.0.0.1:8080/v1",
      englishHint: "Example: --llm-url http://127.0.0.1:8080/v1"
    )
  }

  fileprivate static var keyInClear: Failure {
    Failure(
      .usage,
      code: "llm.key-in-clear",
      french: "La clé du modèle partirait en clair sur le réseau.",
      english: "The model's key would go over the network in clear.",
      frenchHint: "Utilisez une adresse https, ou retirez la clé.",
      englishHint: "Use an https address, or leave the key out."
    )
  }

  fileprivate static func noModelKey(_ path: String, _ reason: String) -> Failure {
    Failure(
      .usage,
      code: "llm.no-key",
      french: "La clé du modèle ne peut pas être lue dans \(path)\u{202F}: \(reason).",
      english: "The model's key cannot be read from \(path): \(reason).",
      frenchHint: "Mettez-la seule sur la première ligne d'un fichier lisible par vous.",
      englishHint: "Put it alone on the first line of a file that you can read."
    )
  }
}
