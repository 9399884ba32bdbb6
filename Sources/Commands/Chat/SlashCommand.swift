import Diagnostics
import Values

/// A command typed in the chat instead of a question: « /export ventes.xlsx ».
enum SlashCommand: CaseIterable {
  case help, sql, explain, chart, all, export, saved, feedback, mode, language, asOf
  case tables, schema, figures, reset, history, quit

  /// How it is called, French and English, the first of each being the usual one.
  var names: (french: [String], english: [String]) {
    switch self {
    case .help: (["aide"], ["help", "?"])
    case .sql: (["sql", "requete"], ["sql", "query"])
    case .explain: (["explique", "recu"], ["explain", "receipt"])
    case .chart: (["graphe", "graphique"], ["chart", "graph", "plot"])
    case .all: (["tout"], ["all"])
    case .export: (["export", "exporte"], ["export"])
    case .saved: (["favoris", "saved"], ["saved"])
    case .feedback: (["avis", "feedback"], ["feedback"])
    case .mode: (["mode"], ["mode"])
    case .asOf: (["date", "as-of"], ["as-of", "date"])
    case .language: (["langue", "lang"], ["lang", "language"])
    case .tables: (["tables"], ["tables"])
    case .schema: (["schema", "colonnes"], ["schema", "columns"])
    case .figures: (["indicateurs", "metriques"], ["metrics", "figures"])
    case .reset: (["oublie", "recommence"], ["reset", "restart"])
    case .history: (["historique"], ["history"])
    case .quit: (["quitter", "q"], ["quit", "exit", "q"])
    }
  }

  /// What it does, in a line.
  func summary(_ tongue: Tongue) -> String {
    switch self {
    case .help: tongue.pick("cette aide", "this help")
    case .sql: tongue.pick("le SQL de la dernière réponse", "the SQL of the last answer")
    case .explain:
      tongue.pick(
        "comment la dernière réponse a été trouvée, avec le SQL et les temps",
        "how the last answer was found, with the SQL and the times"
      )
    case .chart:
      tongue.pick(
        "barres, courbe ou sparkline\u{202F}: la dernière réponse en image",
        "bars, line or sparkline: the last answer as a picture"
      )
    case .all:
      tongue.pick("toutes les lignes de la dernière réponse", "every row of the last answer")
    case .saved:
      tongue.pick(
        "garde NOM, lance NOM, oublie NOM ou liste\u{202F}: des questions gardées",
        "save NAME, run NAME, delete NAME or list: questions kept"
      )
    case .feedback:
      tongue.pick(
        "bon, ou mauvais et pourquoi\u{202F}: votre avis sur la dernière réponse, noté sur cette machine",
        "good, or bad and why: your opinion of the last answer, noted on this machine"
      )
    case .mode:
      tongue.pick(
        "bref, normal ou détaillé\u{202F}: ce qui accompagne une réponse",
        "brief, normal or detailed: what comes with an answer"
      )
    case .asOf:
      tongue.pick(
        "AAAA-MM-JJ ou auto\u{202F}: le jour pris pour aujourd'hui",
        "YYYY-MM-DD or auto: the day taken for today"
      )
    case .export:
      tongue.pick(
        "FICHIER : la dernière réponse en .csv, .json, .md ou .xlsx (--force remplace)",
        "FILE: the last answer as .csv, .json, .md or .xlsx (--force replaces)"
      )
    case .language:
      tongue.pick(
        "fr, en ou auto : la langue des réponses",
        "fr, en or auto: the language of answers"
      )
    case .tables:
      tongue.pick(
        "les tables de la base et leurs lignes",
        "the tables of the database and their rows"
      )
    case .schema:
      tongue.pick("les colonnes, d'une TABLE ou de toutes", "the columns, of a TABLE or of all")
    case .figures:
      tongue.pick(
        "les chiffres que l'on peut demander\u{202F}; avec un MOT, ce qu'ils veulent dire",
        "the figures that can be asked for; with a WORD, what they mean"
      )
    case .reset: tongue.pick("oublie la conversation", "forgets the conversation")
    case .history: tongue.pick("ce qui a été tapé", "what was typed")
    case .quit: tongue.pick("quitte (ou Ctrl-D)", "leaves (or Ctrl-D)")
    }
  }

  /// The name shown in a language, with its stroke.
  func name(_ tongue: Tongue) -> String {
    "/" + (tongue == .french ? names.french[0] : names.english[0])
  }

  /// A line that is a command: its name and the rest; nil for a question.
  ///
  /// `/`, `.` and `\` all open one.
  static func split(_ line: String) -> (name: String, rest: String)? {
    guard let first = line.first, "/.\\".contains(first),
      line.dropFirst().first?.isLetter == true || line.dropFirst().first == "?"
    else { return nil }
    let parts = line.dropFirst().split(
      separator: " ",
      maxSplits: 1,
      omittingEmptySubsequences: true
    )
    return (Fold.fold(String(parts[0])), parts.count > 1 ? String(parts[1]).trimmed : "")
  }

  /// The command of a name in either language.
  static func named(_ name: String) -> SlashCommand? {
    allCases.first { ($0.names.french + $0.names.english).contains(name) }
  }

  /// A name typed wrong, with the nearest one.
  static func unknown(_ name: String, _ tongue: Tongue) -> String {
    let all =
      allCases.flatMap { tongue == .french ? $0.names.french : $0.names.english }
      + CommandFamily.all.flatMap(\.names)
    let near = nearest(to: name, among: all).map { "/" + $0 }
    return tongue.pick(
      "Il n'y a pas de commande /\(name)."
        + (near.map { " Vouliez-vous dire \($0)\u{202F}?" } ?? " /aide les liste."),
      "There is no command /\(name)."
        + (near.map { " Did you mean \($0)?" } ?? " /help lists them.")
    )
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
