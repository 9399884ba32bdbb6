import Assistant
import Diagnostics
import Server
import Values

/// A request that cannot be served: a status, and an error in OpenAI's form.
struct Problem: Error, Sendable {
  let status: Int
  /// Stable identifier.
  let code: String
  let message: LocalizedText
  /// The next step; empty texts where the message says it.
  let hint: LocalizedText
  /// The member or parameter at fault.
  let parameter: String?
  let headers: [(name: String, value: String)]

  init(
    _ status: Int,
    _ failure: Failure,
    parameter: String? = nil,
    headers: [(name: String, value: String)] = []
  ) {
    self.status = status
    code = failure.code
    message = LocalizedText(french: failure.french, english: failure.english)
    hint = LocalizedText(french: failure.frenchHint, english: failure.englishHint)
    self.parameter = parameter
    self.headers = headers
  }

  /// What kept a question from being answered.
  init(_ failure: Failure) {
    let status = Self.status(of: failure.code)
    self.init(status, failure, headers: Self.headers(of: status))
  }

  /// The same of an answer; nil where nothing did.
  init?(_ answer: Answer) {
    guard answer.status == .error, case .failure(let code, let message, let hint) = answer.reason
    else { return nil }
    status = Self.status(of: code)
    self.code = code
    self.message = message
    self.hint = hint
    parameter = nil
    headers = Self.headers(of: status)
  }

  /// The database cannot be used now (503), takes too long (504); anything else is ours (500).
  private static func status(of code: String) -> Int {
    if ["db.too-slow", "db.interrupted"].contains(code) { return 504 }
    return code.hasPrefix("db.") ? 503 : 500
  }

  private static func headers(of status: Int) -> [(name: String, value: String)] {
    status == 503 ? [("Retry-After", "5")] : []
  }

  /// OpenAI's names for kinds of errors.
  private var type: String {
    switch status {
    case 429: "rate_limit_error"
    case 500...: "server_error"
    default: "invalid_request_error"
    }
  }

  /// `{"error":{"message":…,"type":…,"param":…,"code":…}}`.
  func json(in tongue: Tongue) -> JSON {
    let words = [message[tongue], hint[tongue]].filter { !$0.isEmpty }.joined(separator: " ")
    return .object([
      (
        "error",
        .object([
          ("message", .string(words)), ("type", .string(type)), ("param", JSON(parameter)),
          ("code", .string(code)),
        ])
      )
    ])
  }

  /// The response.
  func response(in tongue: Tongue) -> Response {
    Response(status, json(in: tongue), headers: headers)
  }
}

extension Response {
  /// An object.
  init(_ status: Int, _ json: JSON, headers: [(name: String, value: String)] = []) {
    self.init(status, text: json.rendered, type: "application/json", headers: headers)
  }
}

extension Request {
  /// The language of messages: what the client prefers, else English.
  var tongue: Tongue {
    let wishes = (headers["accept-language"] ?? "").split(separator: ",")
    let first = wishes.lazy.map { $0.drop { $0 == " " }.prefix(2).lowercased() }
      .first { Tongue(rawValue: $0) != nil }
    return first.flatMap { Tongue(rawValue: $0) } ?? .english
  }
}
