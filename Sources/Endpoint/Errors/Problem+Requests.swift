import Diagnostics
import Server

/// What requests get wrong.
extension Problem {
  static func unknownPath(_ path: String) -> Problem {
    Problem(
      404,
      Failure(
        .usage,
        code: "unknown_url",
        french: "Il n'y a rien à l'adresse \(path.prefix(100)).",
        english: "There is nothing at \(path.prefix(100)).",
        frenchHint: "/openapi.json liste les adresses.",
        englishHint: "/openapi.json lists what there is."
      )
    )
  }

  static func wrongMethod(_ method: String, allowed: [String]) -> Problem {
    let list = allowed.joined(separator: ", ")
    return Problem(
      405,
      Failure(
        .usage,
        code: "method_not_allowed",
        french: "\(method.prefix(20)) n'est pas possible ici.",
        english: "\(method.prefix(20)) is not possible here.",
        frenchHint: "Possible\u{202F}: \(list).",
        englishHint: "Possible: \(list)."
      ),
      headers: [("Allow", list)]
    )
  }

  static let notJSON = Problem(
    400,
    Failure(
      .usage,
      code: "invalid_json",
      french: "Le corps de la requête n'est pas un objet JSON en UTF-8.",
      english: "The body of the request is not a JSON object in UTF-8.",
      frenchHint: "Exemple\u{202F}: {\"question\": \"CA en 2025\"}",
      englishHint: "Example: {\"question\": \"revenue in 2025\"}"
    )
  )

  static func missing(_ name: String) -> Problem {
    Problem(
      400,
      Failure(
        .usage,
        code: "missing_required_parameter",
        french: "Il manque « \(name) ».",
        english: "Missing required parameter: '\(name)'.",
        frenchHint: "/openapi.json décrit la requête.",
        englishHint: "/openapi.json describes the request."
      ),
      parameter: name
    )
  }

  static func invalid(_ name: String, expected: String) -> Problem {
    Problem(
      400,
      Failure(
        .usage,
        code: "invalid_value",
        french: "« \(name) » a une valeur qui n'est pas possible.",
        english: "Invalid value for '\(name)'.",
        frenchHint: "Attendu\u{202F}: \(expected).",
        englishHint: "Expected: \(expected)."
      ),
      parameter: name
    )
  }

  static func unknownModel(_ name: String) -> Problem {
    Problem(
      404,
      Failure(
        .usage,
        code: "model_not_found",
        french: "Le modèle « \(name.prefix(100)) » n'existe pas.",
        english: "The model '\(name.prefix(100))' does not exist.",
        frenchHint: "Utilisez « optiflow ».",
        englishHint: "Use 'optiflow'."
      ),
      parameter: "model"
    )
  }

  static func unknownSession(_ id: String) -> Problem {
    Problem(
      404,
      Failure(
        .usage,
        code: "session_not_found",
        french: "Il n'y a pas (ou plus) de session « \(id.prefix(64)) ».",
        english: "There is no session '\(id.prefix(64))', or not any more.",
        frenchHint: "Une question avec ce nom de session l'ouvre.",
        englishHint: "A question with that session's name opens it."
      ),
      parameter: "session"
    )
  }

  static let busySession = Problem(
    409,
    Failure(
      .usage,
      code: "session_busy",
      french: "Cette session répond encore à la question précédente.",
      english: "This session still answers the question before.",
      frenchHint: "Attendez sa réponse.",
      englishHint: "Wait for its answer."
    ),
    parameter: "session",
    headers: [("Retry-After", "1")]
  )

  static func unknownAnswer(_ id: String) -> Problem {
    Problem(
      404,
      Failure(
        .usage,
        code: "answer_not_found",
        french: "Le serveur ne se souvient pas de la réponse « \(id.prefix(64)) ».",
        english: "The server does not remember the answer '\(id.prefix(64))'.",
        frenchHint: "Donnez l'« id » d'une réponse récente.",
        englishHint: "Give the 'id' of a recent answer."
      ),
      parameter: "id"
    )
  }

  static func tooLong(_ excess: HTTPServer.Excess, _ limits: ServerLimits) -> Problem {
    switch excess {
    case .head:
      Problem(
        431,
        Failure(
          .usage,
          code: "headers_too_large",
          french: "L'en-tête de la requête dépasse \(limits.headSize) octets.",
          english: "The head of the request is longer than \(limits.headSize) bytes.",
          frenchHint: "Envoyez moins d'en-têtes, ou moins de cookies.",
          englishHint: "Send fewer headers, or fewer cookies."
        )
      )
    case .body:
      Problem(
        413,
        Failure(
          .usage,
          code: "request_too_large",
          french: "Le corps de la requête dépasse \(limits.bodySize) octets.",
          english: "The body of the request is longer than \(limits.bodySize) bytes.",
          frenchHint: "Envoyez moins de messages.",
          englishHint: "Send fewer messages."
        )
      )
    }
  }

  static let twoLengths = Problem(
    400,
    Failure(
      .usage,
      code: "ambiguous_length",
      french: "La requête dit la longueur de son corps de deux façons.",
      english: "The request tells the length of its body in two ways.",
      frenchHint: "Envoyez Content-Length ou Transfer-Encoding, pas les deux.",
      englishHint: "Send Content-Length or Transfer-Encoding, not both."
    )
  )

  static let busy = Problem(
    503,
    Failure(
      .environment,
      code: "server_busy",
      french: "Trop de questions attendent.",
      english: "Too many questions wait.",
      frenchHint: "Réessayez dans un instant.",
      englishHint: "Try again in a moment."
    ),
    headers: [("Retry-After", "2")]
  )

  static let cold = Problem(
    503,
    Failure(
      .environment,
      code: "server_warming_up",
      french: "Le serveur lit et calcule d'avance ce que les premières questions attendraient.",
      english: "The server reads and computes beforehand what first questions would wait for.",
      frenchHint: "Il répond déjà, moins vite\u{202F}; réessayez dans un instant.",
      englishHint: "It answers already, if slowly; try again in a moment."
    ),
    headers: [("Retry-After", "2")]
  )

  static let stopping = Problem(
    503,
    Failure(
      .environment,
      code: "server_stopping",
      french: "Le serveur s'arrête.",
      english: "The server is stopping.",
      frenchHint: "Réessayez quand il aura redémarré.",
      englishHint: "Try again when it has started anew."
    ),
    headers: [("Retry-After", "10"), ("Connection", "close")]
  )
}
