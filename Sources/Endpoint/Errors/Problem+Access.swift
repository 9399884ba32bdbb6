import Diagnostics

/// What callers may not do.
extension Problem {
  static let noKey = Problem(
    401,
    Failure(
      .usage,
      code: "invalid_api_key",
      french: "Il faut une clé valable.",
      english: "A valid API key is needed.",
      frenchHint: "Envoyez-la ainsi\u{202F}: Authorization: Bearer CLÉ",
      englishHint: "Send it as: Authorization: Bearer KEY"
    ),
    headers: [("WWW-Authenticate", "Bearer realm=\"optiflow\"")]
  )

  static let foreignOrigin = Problem(
    403,
    Failure(
      .usage,
      code: "origin_not_allowed",
      french: "Cette page web n'a pas le droit d'interroger ce serveur.",
      english: "That web page may not ask this server.",
      frenchHint: "Démarrez « optiflow serve » avec --origin et l'adresse de la page.",
      englishHint: "Start \"optiflow serve\" with --origin and the page's address."
    )
  )

  static let foreignHost = Problem(
    403,
    Failure(
      .usage,
      code: "host_not_allowed",
      french: "Ce serveur ne répond qu'aux adresses de cette machine.",
      english: "This server answers to addresses of this machine only.",
      frenchHint: "Utilisez http://127.0.0.1 et son port.",
      englishHint: "Use http://127.0.0.1 and its port."
    )
  )

  static func tooMany(retryAfter seconds: Int) -> Problem {
    Problem(
      429,
      Failure(
        .usage,
        code: "rate_limit_exceeded",
        french: "Trop de requêtes avec cette clé.",
        english: "Too many requests with this key.",
        frenchHint: "Réessayez dans \(seconds) s.",
        englishHint: "Try again in \(seconds) s."
      ),
      headers: [("Retry-After", String(seconds))]
    )
  }
}
