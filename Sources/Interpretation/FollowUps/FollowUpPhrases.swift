import SemanticModel
import Values

/// The closed class of words that tie a turn to the one before, folded and without apostrophes, in both languages.
enum FollowUpPhrases {
  /// « aussi »: beside what there is.
  static let adding = [
    "aussi", "egalement", "en plus", "ajoute", "rajoute", "ajouter", "rajouter", "ajoutes",
    "ajoute y", "avec", "plus le", "plus la", "plus les", "a cote", "inclus", "inclure",
    "y compris",
    "remets y", "also", "too", "add", "adding", "include", "as well", "with", "next to it",
    "in addition", "along with", "on top of that", "plus",
  ]
  /// « plutôt »: in place of what there is, or the same once more.
  static let replacing = [
    "plutot", "a la place", "au lieu", "instead", "rather", "maintenant", "now", "reviens",
    "back to", "again", "pareil", "idem", "same", "meme chose", "mm chose", "refais", "redo",
    "remets", "remet", "remettre", "repasse", "passe a", "passe en", "switch to", "change to",
    "ca represente", "ca fait", "ca pese", "cela represente", "does that represent", "is that",
    "put back", "lequel", "laquelle", "which one", "voulais dire", "parlais de", "parlais du",
    "parlais des", "pensais a", "meant", "i mean", "actually", "en fait", "finalement", "pardon",
    "sorry", "decoupe", "decoupe par", "detaille", "ventile", "split", "break down",
    "break it down", "drill down", "zoom", "show it", "voir par", "cross it", "croise", "overall",
    "globalement", "in all", "alors", "then", "du coup", "dans ce cas", "in that case",
  ]
  /// « seulement »: only these.
  static let narrowing = [
    "seulement", "uniquement", "juste", "que pour", "rien que", "only", "just", "limite a",
    "restreins a", "filtre sur", "filtre", "garde", "garder", "narrow", "restrict", "keep",
    "keep only",
    "pour la", "pour le", "pour les", "dans", "rien qu", "que les", "que la", "limite", "restreins",
    "focus", "focus on",
  ]
  /// « ces produits », "them": the things of the last result.
  static let references = [
    "ils", "elles", "ces", "ceux", "celles", "ceux la", "celles la", "those", "these", "them",
    "they", "leur", "leurs", "their", "eux", "en reste", "en a", "en avons", "en avait",
    "en restait", "en ai", "en avez", "en ont", "the same ones", "les memes", "chacun", "chacune",
    "each of them", "ce produit", "ce client", "ce fournisseur", "cet article", "cette categorie",
    "this product", "this customer", "this supplier", "this category", "that product",
    "that customer", "that supplier", "that category", "it", "its", "son", "sa", "les a", "les ont",
    "l a", "qui les", "of which", "dont", "of each", "de chaque", "de chacun", "d entre eux",
    "d entre elles",
  ]
  /// « lui », "in there": the one thing spoken of.
  static let pronounsOfOne = [
    "lui", "him", "her", "he", "she", "la dedans", "dedans", "in there", "in it",
  ]
  static let withOne = ["avec lui", "with him", "with her", "with them", "avec eux", "avec elles"]
  /// Heads of a question that points at nothing: « celles qui rapportent le moins ».
  static let freeHeads = [
    "ceux qui", "celles qui", "those that", "those who", "those which", "the ones that",
    "the ones who", "the ones which", "the ones with", "ones that", "ones who", "ceux avec",
    "celles avec", "those with", "celui qui", "celle qui",
  ]
  static let persons: Set<String> = ["lui", "him", "her", "he", "she"]
  /// « va-t-il recommander ? », "will it sell?": the one spoken of, person or not.
  static let ones: Set<String> = [
    "il", "elle", "it", "ca", "cela", "celui", "celle", "his", "hers",
  ]
  static let oneOfThem = [
    "ce client", "cette cliente", "ce dernier", "cette derniere", "ce produit", "cet article",
    "this customer", "that customer", "the customer", "this client", "that client", "this product",
    "that product", "this item", "that item", "this one", "that one", "ce client la", "le client",
    "la cliente", "le produit", "the product",
  ]
  /// What follows an « il » that stands for nothing.
  static let impersonal: Set<String> = [
    "y", "reste", "restait", "restent", "en", "faut", "manque", "existe", "s", "n", "me", "te",
    "nous", "vous", "se",
  ]
  /// Of whom: « chez qui ? », "from whom?".
  static let whom = [
    "chez qui", "avec qui", "a qui", "with whom", "from whom", "from who", "with who", "to whom",
    "to who", "who from", "who with", "who to",
  ]
  static let countingLines = ["ca en fait", "cela en fait", "en tout ca fait"]
  /// What says where a thing is done and nothing more.
  static let besideUs = ["with us", "chez nous", "avec nous"]
  /// « lesquels ? »: what was counted, one by one.
  static let listing = [
    "lesquels", "lesquelles", "which ones", "which are they", "what are they", "who are they",
    "quels sont ils", "quelles sont elles", "qui sont ils", "qui sont elles", "liste les",
    "liste moi ca", "list them", "show them", "montre les", "affiche les", "name them", "nomme les",
    "cite les", "la liste", "the list", "donne la liste", "give me the list",
  ]
  /// « enlève », "drop": away with it.
  static let dropping = [
    "enleve", "enlever", "retire", "retirer", "supprime", "vire", "oublie", "sans", "ote", "remove",
    "drop", "without", "forget", "lose", "get rid of", "take out", "never mind the", "skip",
    "ditch", "no more",
    "plus besoin", "pas besoin", "laisse tomber", "stop", "arrete", "arreter", "arrete de", "cesse",
    "no comparison", "pas de", "get rid", "scrap", "delete",
    "efface",
  ]
  /// The restriction said last falls.
  static let droppingFilter = [
    "enleve ce filtre", "enleve le filtre", "retire ce filtre", "retire le filtre",
    "sans ce filtre", "sans filtre", "enleve les filtres", "retire les filtres", "sans les filtres",
    "drop that filter", "drop the filter", "remove that filter", "remove the filter",
    "without that filter", "without the filter", "no filter", "no filters", "remove the filters",
    "clear the filter", "clear the filters",
  ]
  /// What a restriction is called: "drop the furniture filter", "forget the promo thing".
  static let filterNouns: Set<String> = [
    "filtre", "filtres", "filter", "filters", "restriction", "thing", "truc", "critere",
    "condition",
    "selection",
  ]
  /// "not %": the figures instead of their shares.
  static let plainNumbers = [
    "en valeur absolue", "en valeurs absolues", "valeurs absolues", "chiffres bruts",
    "en absolu", "pas en pourcentage", "pas en pourcent", "pas en %", "sans les %",
    "plain numbers", "plain figures", "actual numbers", "actual figures", "the actual numbers",
    "the numbers", "absolute numbers",
    "absolute values", "raw numbers",
    "real numbers", "not %", "not in %", "not as a percentage", "not percentages", "no percentages",
    "rather than %", "instead of %",
  ]
  static let singular = [
    "arrive en premier", "arrive premier", "wins", "gagne", "le plus lourd", "la plus lourde",
    "le plus", "la plus", "le moins", "la moins", "the most", "the least", "the best", "the worst",
    "le meilleur", "la meilleure", "le pire", "la pire", "the biggest", "the smallest",
    "the fastest", "the slowest", "the cheapest", "lequel", "laquelle", "which one", "who s the",
    "qui est le", "comes first", "is worst", "is best", "arrive en tete", "en tete",
  ]
  static let comparing = [
    "compare", "compares", "compared", "compare a", "comparer", "par rapport", "versus", "vs",
    "contre", "than", "face a", "en face", "mets en face", "comparison", "comparaison", "comparing",
    "against", "a cote de", "beside",
  ]
  /// « ça fait combien »: the sum.
  static let amounting = [
    "ca fait", "ca represente", "cela fait", "ca nous fait",
  ]
  /// « combien au total ? »: the sum of what is told.
  static let inAll = ["au total", "en tout", "in total", "in all", "altogether"]
  /// « globalement »: without any groups.
  static let overall = [
    "overall", "globalement", "au global", "en global", "tous confondus", "toutes confondues",
    "all together", "dans l ensemble", "tout confondu",
  ]
  static let both = [
    "les deux", "les 2", "both", "both of them", "both together", "the two", "tous les deux",
    "toutes les deux", "l un et l autre", "l une et l autre",
  ]
  static let allAgain = [
    "all of them again", "all of them", "everything again", "everyone again", "remets tout",
    "tout remettre", "remets les tous", "remets les toutes", "toutes a nouveau", "tous a nouveau",
    "all again", "the lot again", "tout le monde", "sans limite", "no limit",
  ]
  /// Another state of the same things.
  static let thoseOther = [
    "et ceux", "et celles", "pareil pour ceux", "pareil pour celles", "idem pour ceux",
    "idem pour celles", "same for those", "same for the ones", "and those", "and the ones",
    "what about those", "what about the ones",
  ]
  static let inUnits = [
    "en unites", "en quantite", "en quantites", "en pieces", "en nombre d unites", "en volume",
    "in units", "in quantity", "in quantities", "in pieces", "in volume", "en nombre de pieces",
  ]
  static let worth = [
    "ca vaut combien", "ca vaut", "combien ca vaut", "what are those worth", "what are they worth",
    "how much are they worth", "how much is it worth", "what is it worth", "what is that worth",
    "worth", "in value", "en valeur", "quelle valeur", "what value", "how much value", "en argent",
    "in money", "the dollars", "dollars",
    "in dollars",
  ]
  static let excluding = [
    "de cote", "on sort", "sors", "sortir", "exclus", "exclure", "exclut", "exclude", "excluding",
    "minus", "hormis", "excepte", "except", "but not", "mais pas", "ignore",
  ]
  /// What compares a figure with a number, the longest first.
  static let comparators: [(words: [String], test: ComparisonOperator)] = [
    (["au", "dessus", "de"], .greater), (["en", "dessous", "de"], .less),
    (["more", "than"], .greater), (["less", "than"], .less), (["fewer", "than"], .less),
    (["plus", "de"], .greater), (["moins", "de"], .less), (["at", "least"], .greaterOrEqual),
    (["au", "moins"], .greaterOrEqual), (["at", "most"], .lessOrEqual),
    (["au", "plus"], .lessOrEqual),
    (["superieur", "a"], .greater), (["superieurs", "a"], .greater),
    (["superieures", "a"], .greater),
    (["inferieur", "a"], .less), (["inferieurs", "a"], .less), (["inferieures", "a"], .less),
    (["sous"], .less), (["under"], .less), (["below"], .less), (["over"], .greater),
    (["above"], .greater), (["depasse"], .greater), (["depassent"], .greater),
    (["exceeding"], .greater), (["<"], .less), ([">"], .greater),
  ]

  /// What this does: « ça fait », « ça donne ».
  static let verbsOfThis: Set<String> = [
    "fait", "donne", "vaut", "pese", "represente", "se", "en", "nous", "va", "serait", "ferait",
    "marche", "me", "m'", "te", "y",
  ]
  /// What stands before the revenue and not before a pronoun.
  static let beforeRevenue: Set<String> = [
    "le", "du", "au", "en", "de", "d'", "et", "mon", "notre", "nos", "son", "leur", "quel", "par",
    "the", "of", "and", "in", "total", ",",
  ]
  static let before = ["d avant", "avant", "precedent", "precedente", "before", "earlier"]
  static let after = ["suivant", "suivante", "d apres", "apres", "after", "later"]
  /// « celle d'avant »: the unit before, not named.
  static let stepBack = [
    "celui d avant", "celle d avant", "celui precedent", "celle precedente", "le precedent",
    "la precedente", "the one before", "the one before that", "the previous one", "the prior one",
    "the period before", "previous period", "prior period", "la periode d avant",
    "la periode precedente", "periode precedente",
  ]
  /// « ce mois-là »: the one shown.
  static let thatTime = [
    "that month", "that day", "that quarter", "that year", "that week", "ce mois la", "ce jour la",
    "cette semaine la", "ce trimestre la", "cette annee la", "cette journee la", "ce mois-la",
    "ce jour-la", "cette semaine-la", "ce trimestre-la", "cette annee-la",
  ]
  static let same = [
    "meme", "memes", "same",
  ]
  static let lastYear = [
    "l an dernier", "l annee derniere", "l an passe", "l annee passee", "last year",
  ]
  static let yearBefore = [
    "l annee d avant", "l annee precedente", "un an avant", "un an plus tot", "one year earlier",
    "a year earlier", "one year before", "a year before", "the year before", "previous year",
    "prior year", "year ago", "de l annee d avant", "annee n 1", "n 1",
  ]
  /// Times counted from today, whatever was looked at before.
  static let fromToday = [
    "this month", "this quarter", "this week", "this year", "ce mois", "ce mois ci",
    "ce trimestre", "cette semaine", "cette annee", "cet", "last month", "last quarter",
    "last week",
    "le mois dernier", "mois dernier", "le trimestre dernier", "trimestre dernier",
    "la semaine derniere", "semaine derniere", "le mois passe", "mois passe", "semaine passee",
    "last 2", "last 3", "last 4", "last 6", "last 7", "last 12", "last 30", "last 90", "current",
    "courant",
    "en cours", "actuel", "actuelle", "today", "aujourd hui", "hier",
    "yesterday", "so far", "to date", "a ce jour", "next month", "next quarter", "prochain",
    "prochaine",
  ]
  static let backFromToday: Set<String> = ["derniers", "dernieres", "past", "rolling", "glissants"]
  static let wholeYear = [
    "toute l annee", "l annee entiere", "annee complete", "l annee complete", "whole year",
    "full year", "all year", "entire year",
  ]
  static let allHistory = [
    "tout l historique", "all time", "whole history", "entire history", "full history",
    "depuis toujours", "depuis le debut", "toutes les annees", "all years", "toutes periodes",
    "any period", "sans la periode", "toute la periode", "all periods", "since the beginning",
    "all the data", "toutes les donnees",
  ]
  static let low: Set<String> = [
    "petit", "petite", "petits", "petites", "faible", "faibles", "court", "courts", "bas", "basse",
    "lowest", "smallest", "shortest", "low", "small", "least", "cheapest", "fewest", "ascending",
    "croissant", "moins",
  ]
  static let high: Set<String> = [
    "grand", "grande", "grands", "grandes", "gros", "grosse", "fort", "forte", "long", "longs",
    "lourd", "lourde", "haut", "haute", "eleve", "elevee", "highest", "biggest", "largest",
    "longest", "high", "big",
    "large", "descending", "decroissant",
  ]
  static let each = [
    "chacun", "chacune", "each", "each one", "per item", "un par un", "une par une", "one by one",
  ]
  static let superlatives: Set<String> = [
    "highest", "biggest", "largest", "lowest", "smallest", "longest", "shortest", "most", "least",
    "best", "worst", "plus", "moins", "meilleur", "meilleure", "pire", "max", "maximum", "min",
    "minimum",
  ]
  /// The words of an end of a list, behind a place: "the second slowest".
  static let extremes = superlatives.union([
    "slowest", "fastest", "cheapest", "lent", "rapide", "cher",
  ])
  static let first = [
    "first", "d abord", "en premier", "en tete", "ordre croissant", "ordre decroissant",
    "croissant",
    "decroissant", "ascending", "descending",
  ]
  static let what = [
    "quoi", "what did", "what have", "what has", "what do they", "what does he", "what does she",
    "what they", "qu est ce qu", "qu est ce que",
  ]
  /// The best and the worst of how long or how much, whichever end that is.
  static let fastest = [
    "fastest", "quickest", "le plus rapide", "la plus rapide", "plus rapide", "plus rapides",
    "cheapest",
  ]
  static let slowest = [
    "slowest", "plus lents", "plus lentes", "le plus lent", "la plus lente", "plus lent",
    "plus lente",
  ]
  /// What opens a turn without saying anything.
  static let opening: Set<String> = [
    "ok", "okay", "bon", "bien", "alors", "et", "and", "so", "now", "maintenant", "puis", "then",
    "non", "no", "please", "stp",
  ]
  static let owning: Set<String> = ["leur", "leurs", "their", "its", "son", "sa"]
  static let pointing: Set<String> = ["ces", "those", "these", "them", "they", "ils", "elles"]
  static let asking: Set<String> = [
    "et", "and", "quel", "quels", "quelle", "quelles", "what", "which", "who", "avec", "with",
  ]
  static let units: [String: Grain] = [
    "jour": .day, "jours": .day, "day": .day, "days": .day, "semaine": .week, "semaines": .week,
    "week": .week, "weeks": .week, "mois": .month, "month": .month, "months": .month,
    "trimestre": .quarter, "trimestres": .quarter, "quarter": .quarter, "quarters": .quarter,
    "an": .year, "ans": .year, "annee": .year, "annees": .year, "year": .year, "years": .year,
  ]

  /// Every word of a phrase above, and those that say nothing in a follow-up.
  static let known: Set<String> = {
    let families: [[String]] = [
      narrowing, adding, replacing, references, pronounsOfOne, whom, countingLines, before, after,
      dropping, droppingFilter, listing,
      plainNumbers, singular, comparing, amounting, stepBack, same, yearBefore, first, fastest,
      slowest,
      Array(filterNouns), Array(units.keys), Array(low), Array(high), wholeYear, allHistory,
    ]
    let words = families.joined().flatMap { $0.split(separator: " ").map(String.init) }
    return Set(words).union([
      "taux", "rate", "rates", "il", "y", "d", "make", "next", "following", "how", "does", "that",
      "with", "comment", "ca",
      "se", "together", "please", "stp", "svp", "nouveau", "encore", "once", "more", "des", "sont",
      "viennent", "come", "from", "en", "quels", "quel", "quelle", "quelles", "what", "one", "are",
      "do", "previous", "prior", "preceding", "toute", "tout", "l", "time", "then", "all", "them",
      "up", "out", "off", "leave", "aside", "cote", "mets", "alors", "then", "mon", "ma", "table",
      "tableau", "liste", "list", "report", "put", "get", "give", "me",
    ])
  }()
}
