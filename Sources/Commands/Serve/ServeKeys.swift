import Diagnostics
import Endpoint
import Values

/// `optiflow serve keys`: makes, lists and takes back the keys of callers.
struct ServeKeys {
  static let words = ["list", "add", "revoke"]

  let settings: Settings

  /// 0.
  func run() throws(Failure) -> Int32 {
    let file = try ServeOptions.keyFile(settings)
    let rest = settings.operands.dropFirst()
    let word = rest.first ?? "list"
    guard Self.words.contains(word) else {
      throw Settings.unknownOperand(word, among: Self.words)
    }
    if word == "list" {
      list(try file.exists ? file.keys() : [])
      return ExitCode.answered.rawValue
    }
    guard let name = rest.dropFirst().first else { throw .noKeyName }
    if word == "add" {
      let key = try file.add(name, on: .today)
      settings.console.print(key)
      say(
        "La clé « \(name) » est en vigueur. Elle ne sera plus montrée.",
        "The key \"\(name)\" is in force. It will not be shown again."
      )
    } else {
      try file.revoke(name)
      say("La clé « \(name) » ne vaut plus.", "The key \"\(name)\" holds no more.")
    }
    return ExitCode.answered.rawValue
  }

  private func list(_ keys: [StoredKey]) {
    if settings.isJSON {
      let items = keys.map { key in
        JSON.object([("name", .string(key.name)), ("made_on", .string(key.madeOn))])
      }
      settings.console.print(JSON.array(items).rendered)
    } else if keys.isEmpty {
      say("Il n'y a pas de clé.", "There are no keys.")
    } else {
      let lines = Columns.lines(keys.map { [$0.name, $0.madeOn] })
      settings.console.print(lines.joined(separator: "\n"))
    }
  }

  private func say(_ french: String, _ english: String) {
    if !settings.isQuiet { settings.console.say(settings.interface.pick(french, english)) }
  }
}

extension Failure {
  fileprivate static var noKeyName: Failure {
    Failure(
      .usage,
      code: "serve.no-key-name",
      french: "Il manque le nom de la clé.",
      english: "The name of the key is missing.",
      frenchHint: "Exemple\u{202F}: optiflow serve keys add boutique",
      englishHint: "Example: optiflow serve keys add shop"
    )
  }
}
