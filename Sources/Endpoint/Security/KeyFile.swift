package import Diagnostics
import Files
import Glibc
import Server
package import Values

/// A key that may be used: who has it, and its hash.
package struct StoredKey: Hashable, Sendable {
  /// What it is called in lists, logs and limits.
  package let name: String
  /// SHA-256 of the key, in hexadecimal digits.
  let hash: String
  /// The day it was made, ISO.
  package let madeOn: String
}

/// The keys that the endpoint takes, one a line in a file: name, hash, day.
///
/// The keys themselves are kept nowhere.
/// A key is 256 random bits, so a plain hash is enough: there is nothing to guess (unlike passwords).
package struct KeyFile: Sendable {
  /// Where it is.
  package let path: String

  private static let mostBytes = 1 << 20

  package init(path: String) {
    self.path = path
  }

  /// Whether there is such a file.
  package var exists: Bool { access(path, F_OK) == 0 }

  /// All keys.
  ///
  /// - Throws: "serve.keys-unreadable".
  package func keys() throws(Failure) -> [StoredKey] {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try PrivateFile(path: path).read(atMost: Self.mostBytes).bytes
    } catch {
      throw .unreadableKeys(path, error.reason)
    }
    var keys: [StoredKey] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.isEmpty || line.hasPrefix("#") { continue }
      guard parts.count == 3, parts[1].hasPrefix("sha256:"), parts[1].utf8.count == 7 + 64 else {
        throw .unreadableKeys(path, String(parts[0].prefix(40)))
      }
      keys.append(
        StoredKey(
          name: String(parts[0]),
          hash: String(parts[1].dropFirst(7)),
          madeOn: String(parts[2])
        )
      )
    }
    return keys
  }

  /// Makes a key, which is shown once.
  ///
  /// - Throws: "serve.bad-key-name", "serve.key-exists", "serve.keys-unreadable", "serve.keys-unwritable".
  package func add(_ name: String, on day: CalendarDay) throws(Failure) -> String {
    guard PlainName.isOne(name) else { throw .badKeyName(name) }
    let keys = try exists ? keys() : []
    guard !keys.contains(where: { $0.name == name }) else { throw .keyExists(name) }
    var generator = SystemRandomNumberGenerator()
    let parts = (0..<4).map { _ -> String in
      let hex = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - hex.count) + hex
    }
    let key = "of-" + parts.joined()
    let made = StoredKey(name: name, hash: SHA256.hex(key), madeOn: day.iso)
    try write(keys + [made])
    return key
  }

  /// Takes a key back; whoever has it is refused from the next request on.
  ///
  /// - Throws: "serve.no-such-key", "serve.keys-unreadable", "serve.keys-unwritable".
  package func revoke(_ name: String) throws(Failure) {
    let keys = try keys()
    let rest = keys.filter { $0.name != name }
    guard rest.count < keys.count else {
      throw .noSuchKey(name, near: nearest(to: name, among: keys.map(\.name)))
    }
    try write(rest)
  }

  private func write(_ keys: [StoredKey]) throws(Failure) {
    let lines = keys.map { "\($0.name) sha256:\($0.hash) \($0.madeOn)\n" }
    do throws(FileFault) {
      try PrivateFile(path: path).replace(
        with: "# Keys of optiflow serve: name, hash, day.\n" + lines.joined()
      )
    } catch {
      throw .unwritableKeys(path, error.reason)
    }
  }
}

extension Failure {
  fileprivate static func unreadableKeys(_ path: String, _ reason: String) -> Failure {
    Failure(
      .environment,
      code: "serve.keys-unreadable",
      french: "Le fichier de clés \(path) est illisible (\(reason)).",
      english: "The key file \(path) cannot be read (\(reason)).",
      frenchHint: "Chaque ligne est faite par « optiflow serve keys add NOM ».",
      englishHint: "Each line is made by \"optiflow serve keys add NAME\"."
    )
  }

  fileprivate static func unwritableKeys(_ path: String, _ reason: String) -> Failure {
    Failure(
      .environment,
      code: "serve.keys-unwritable",
      french: "Impossible d'écrire le fichier de clés \(path) (\(reason)).",
      english: "Cannot write the key file \(path) (\(reason)).",
      frenchHint: "Nommez-en un autre par --keys FICHIER.",
      englishHint: "Name another one with --keys FILE."
    )
  }

  fileprivate static func badKeyName(_ name: String) -> Failure {
    Failure(
      .usage,
      code: "serve.bad-key-name",
      french: "« \(name) » ne peut pas être le nom d'une clé.",
      english: "\"\(name)\" cannot be the name of a key.",
      frenchHint: "Lettres, chiffres, « - », « _ », « . » et « : », 64 au plus.",
      englishHint: "Letters, digits, \"-\", \"_\", \".\" and \":\", at most 64."
    )
  }

  fileprivate static func keyExists(_ name: String) -> Failure {
    Failure(
      .usage,
      code: "serve.key-exists",
      french: "Il y a déjà une clé « \(name) ».",
      english: "There is a key \"\(name)\" already.",
      frenchHint:
        "Choisissez un autre nom, ou retirez-la\u{202F}: optiflow serve keys revoke \(name)",
      englishHint: "Choose another name, or take it back: optiflow serve keys revoke \(name)"
    )
  }

  fileprivate static func noSuchKey(_ name: String, near: String?) -> Failure {
    Failure(
      .usage,
      code: "serve.no-such-key",
      french: "Il n'y a pas de clé « \(name) ».",
      english: "There is no key \"\(name)\".",
      frenchHint: near.map { "Vouliez-vous dire « \($0) »\u{202F}?" }
        ?? "« optiflow serve keys list » les liste.",
      englishHint: near.map { "Did you mean \"\($0)\"?" }
        ?? "\"optiflow serve keys list\" lists them."
    )
  }
}
