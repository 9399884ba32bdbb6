import Diagnostics
import Endpoint
import Files
import Glibc
import Server

/// What the command line says of how to serve.
struct ServeOptions {
  let settings: Settings

  private static let usualHost = "127.0.0.1"
  private static let usualPort = 8_321
  /// Requests a minute of each key where nothing is said.
  private static let usualRate = 600
  /// Longest file of a certificate, in bytes.
  private static let longestFile = 1 << 20

  init(_ settings: Settings) {
    self.settings = settings
  }

  /// The file of keys, whether it is there or not: `--keys`, else beside what the program keeps of its user.
  static func keyFile(_ settings: Settings) throws(Failure) -> KeyFile {
    if let path = settings["keys"] { return KeyFile(path: path) }
    guard let folder = StateFolder(settings.environment).path else { throw .noKeyFolder }
    return KeyFile(path: folder + "/serve.keys")
  }

  /// The socket: that of systemd, the Unix socket that was named, else host and port.
  var socket: ListeningSocket {
    get throws(Failure) {
      if let given = ListeningSocket.inherited(settings.environment.variables) { return given }
      return try ListeningSocket.open(address)
    }
  }

  private var address: ServerAddress {
    get throws(Failure) {
      if let path = settings["socket"] { return .unix(path: path) }
      let port = try number("port", 0...65_535) ?? Self.usualPort
      return .network(host: settings["host"] ?? Self.usualHost, port: UInt16(port))
    }
  }

  /// Everything else, for a server that is reached at an address.
  func endpoint(at address: ServerAddress) throws(Failure) -> EndpointOptions {
    var options = EndpointOptions()
    options.isLocalOnly = address.isLocal
    options.keys = try keys(isLocal: address.isLocal)
    options.origins = settings.all("origin")
    let rate = try number("rate-limit", 0...1_000_000)
    let usual = options.keys == nil ? 0 : Self.usualRate
    options.requestsPerMinute = (rate ?? usual) == 0 ? nil : rate ?? usual
    options.sessionCount = try number("sessions", 1...100_000) ?? options.sessionCount
    options.workers = try number("workers", 1...64) ?? options.workers
    options.audit = try audit
    options.certificate = try certificate
    let uses = try ModelSettings(settings).uses()
    options.reworder = uses.reworder
    options.understanding = uses.understanding
    return options
  }

  /// Keys are needed where a file of them was named or made, and wherever other machines can ask.
  private func keys(isLocal: Bool) throws(Failure) -> KeyFile? {
    if settings.has("keys") || !isLocal && !settings.has("allow-anyone") {
      let file = try Self.keyFile(settings)
      guard file.exists else { throw .noKeys(file.path) }
      _ = try file.keys()
      return file
    }
    guard let file = try? Self.keyFile(settings), file.exists, !settings.has("allow-anyone") else {
      return nil
    }
    _ = try file.keys()
    return file
  }

  private var audit: AuditLog? {
    get throws(Failure) {
      guard let path = settings["audit"] else { return nil }
      let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw .unusableFile(path, errno) }
      return AuditLog(Descriptor(descriptor), withQuestions: settings.has("audit-questions"))
    }
  }

  private var certificate: HTTPServer.Certificate? {
    get throws(Failure) {
      switch (settings["tls-key"], settings["tls-cert"]) {
      case (nil, nil): return nil
      case (let key?, let chain?):
        return HTTPServer.Certificate(key: try text(of: key), chain: try text(of: chain))
      default: throw .halfCertificate
      }
    }
  }

  private func text(of path: String) throws(Failure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unusableFile(path, errno) }
    defer { close(descriptor) }
    let bytes = Descriptor(descriptor).readAll(atMost: Self.longestFile)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func number(_ option: String, _ range: ClosedRange<Int>) throws(Failure) -> Int? {
    guard let text = settings[option] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Settings.badValue(option, text, "\(range.lowerBound)…\(range.upperBound)")
    }
    return number
  }
}

extension Failure {
  fileprivate static var noKeyFolder: Failure {
    Failure(
      .environment,
      code: "serve.no-key-folder",
      french: "Il n'y a pas de dossier pour le fichier de clés.",
      english: "There is no folder for the file of keys.",
      frenchHint: "Nommez un fichier par --keys FICHIER.",
      englishHint: "Name a file with --keys FILE."
    )
  }

  fileprivate static func noKeys(_ path: String) -> Failure {
    Failure(
      .usage,
      code: "serve.no-keys",
      french: "Il faut des clés, et il n'y en a pas dans \(path).",
      english: "Keys are needed, and there are none in \(path).",
      frenchHint:
        "Faites-en une par « optiflow serve keys add NOM », ou laissez entrer tout le monde par --allow-anyone.",
      englishHint:
        "Make one with \"optiflow serve keys add NAME\", or let everybody in with --allow-anyone."
    )
  }

  fileprivate static var halfCertificate: Failure {
    Failure(
      .usage,
      code: "serve.half-certificate",
      french: "--tls-cert et --tls-key vont ensemble.",
      english: "--tls-cert and --tls-key belong together.",
      frenchHint: "Donnez les deux, ou aucun.",
      englishHint: "Give both, or neither."
    )
  }

  fileprivate static func unusableFile(_ path: String, _ error: Int32) -> Failure {
    let reason = String(cString: strerror(error))
    return Failure(
      .environment,
      code: "serve.unusable-file",
      french: "Le fichier \(path) ne peut pas être utilisé (\(reason)).",
      english: "The file \(path) cannot be used (\(reason)).",
      frenchHint: "Vérifiez le chemin et les droits.",
      englishHint: "Check its path and permissions."
    )
  }
}
