import Values

/// The code and the sentence of each problem that can be found, without its place.
struct CorpusIssue: Hashable {
  let code: String
  let message: LocalizedText

  private init(_ code: String, french: String, english: String) {
    self.code = code
    message = LocalizedText(french: french, english: english)
  }
}

/// Problems of form.
extension CorpusIssue {
  /// A file or folder the system refuses.
  static func unreadable(_ reason: String) -> CorpusIssue {
    CorpusIssue(
      "file.unreadable",
      french: "lecture impossible : \(reason)",
      english: "cannot be read: \(reason)"
    )
  }

  /// A file that is not YAML as the corpus uses it.
  static func syntax(_ message: String) -> CorpusIssue {
    CorpusIssue("yaml.syntax", french: "YAML : \(message)", english: "YAML: \(message)")
  }

  /// A key that objects of the kind do not have.
  static func unknownKey(_ key: String) -> CorpusIssue {
    CorpusIssue(
      "key.unknown",
      french: "la clé « \(key) » n'a pas de sens ici",
      english: "the key '\(key)' has no meaning here"
    )
  }

  /// A key that must be there.
  static func missingKey(_ key: String) -> CorpusIssue {
    CorpusIssue(
      "key.missing",
      french: "il manque la clé « \(key) »",
      english: "the key '\(key)' is missing"
    )
  }

  /// Something said in one language only.
  static func missingLanguage(_ tongue: Tongue, of key: String) -> CorpusIssue {
    CorpusIssue(
      "language.missing",
      french: "« \(key) » n'a pas de partie « \(tongue.rawValue) »",
      english: "'\(key)' has no '\(tongue.rawValue)' part"
    )
  }

  /// A list in place of a text, and the like.
  static func wrongType(_ key: String, expected: LocalizedText) -> CorpusIssue {
    CorpusIssue(
      "type.wrong",
      french: "« \(key) » doit être \(expected.french)",
      english: "'\(key)' must be \(expected.english)"
    )
  }

  /// A text outside a closed list.
  static func unknownChoice(_ value: String, key: String, among names: [String]) -> CorpusIssue {
    CorpusIssue(
      key == "kind" ? "kind.unknown" : "choice.unknown",
      french:
        "« \(key) » ne peut pas valoir « \(value) » (possible : \(names.joined(separator: ", ")))",
      english: "'\(key)' cannot be '\(value)' (possible: \(names.joined(separator: ", ")))"
    )
  }

  /// A list of words without words, or a blank word.
  static func emptyPhrases(_ key: String) -> CorpusIssue {
    CorpusIssue(
      "phrases.empty",
      french: "« \(key) » ne contient aucun mot",
      english: "'\(key)' holds no words"
    )
  }

  /// A formula that does not parse.
  static func formula(_ message: String) -> CorpusIssue {
    CorpusIssue("formula.syntax", french: "formule : \(message)", english: "formula: \(message)")
  }

  /// An aggregate in a formula of one row.
  static let aggregateNotAllowed = CorpusIssue(
    "formula.aggregate",
    french: "cette formule se calcule ligne par ligne : pas de sum, avg, count … ici",
    english: "this formula is worked out row by row: no sum, avg, count … here"
  )

  /// `sum(avg(x))`.
  static let nestedAggregates = CorpusIssue(
    "formula.aggregate",
    french: "une agrégation ne peut pas en contenir une autre",
    english: "an aggregate cannot hold another"
  )

  /// A segment of rows and of things at once, or of neither.
  static let segmentScope = CorpusIssue(
    "segment.scope",
    french: "un segment a soit « dataset », soit « entity », pas les deux",
    english: "a segment has either 'dataset' or 'entity', not both"
  )
}

/// Problems of names.
extension CorpusIssue {
  /// A name that is not the file's.
  static func nameMismatch(_ name: String, file: Substring) -> CorpusIssue {
    CorpusIssue(
      "name.mismatch",
      french: "le nom « \(name) » n'est pas celui du fichier, « \(file) »",
      english: "the name '\(name)' is not the file's, '\(file)'"
    )
  }

  /// A second object of the same kind and name.
  static func duplicateName(_ name: String) -> CorpusIssue {
    CorpusIssue(
      "name.duplicate",
      french: "le nom « \(name) » est déjà pris",
      english: "the name '\(name)' is already taken"
    )
  }

  /// A reference to an object that is not there.
  static func unknown(_ kind: ObjectKind, _ name: String) -> CorpusIssue {
    CorpusIssue(
      "\(kind.rawValue).unknown",
      french: "« \(name) » n'existe pas (\(kind.rawValue))",
      english: "there is no \(kind.rawValue) '\(name)'"
    )
  }

  /// A table outside the contract.
  static func unknownTable(_ name: String) -> CorpusIssue {
    CorpusIssue(
      "table.unknown",
      french: "la table « \(name) » n'est pas prévue dans les bases",
      english: "no database is expected to hold a table '\(name)'"
    )
  }

  /// A column outside the contract.
  static func unknownColumn(_ name: String, table: String) -> CorpusIssue {
    CorpusIssue(
      "column.unknown",
      french: "la table « \(table) » n'a pas de colonne « \(name) »",
      english: "the table '\(table)' has no column '\(name)'"
    )
  }

  /// A step of a path that the dataset does not have.
  static func unknownRelationship(_ name: String, dataset: String) -> CorpusIssue {
    CorpusIssue(
      "relationship.unknown",
      french: "« \(dataset) » n'a pas de relation « \(name) »",
      english: "'\(dataset)' has no relationship '\(name)'"
    )
  }

  /// A marker that no reader of questions knows.
  static func unknownMarker(_ name: String) -> CorpusIssue {
    CorpusIssue(
      "marker.unknown",
      french: "le marqueur « \(name) » n'existe pas",
      english: "there is no marker '\(name)'"
    )
  }

  /// A value that the dimension's own list does not have.
  static func unknownValue(_ value: String) -> CorpusIssue {
    CorpusIssue(
      "value.unknown",
      french: "« \(value) » n'est pas une valeur de « value_words »",
      english: "'\(value)' is no value of 'value_words'"
    )
  }

  /// A neighbour that is not there.
  static func unknownConfusable(_ name: String) -> CorpusIssue {
    CorpusIssue(
      "confusable.unknown",
      french: "rien ne s'appelle « \(name) »",
      english: "nothing is called '\(name)'"
    )
  }
}

/// Problems of meaning.
extension CorpusIssue {
  /// Aggregates without the rows they fold.
  static let missingDataset = CorpusIssue(
    "metric.dataset-missing",
    french: "la formule agrège des lignes : « dataset » doit dire lesquelles",
    english: "the formula folds rows: 'dataset' must say which"
  )

  /// A stored value that is good and bad news at once, or the same twice.
  static func twoMeanings(_ value: String) -> CorpusIssue {
    CorpusIssue(
      "meaning.duplicate",
      french: "« \(value) » figure deux fois sous « meaning »",
      english: "'\(value)' stands twice under 'meaning'"
    )
  }

  /// A metric that needs itself; the names from it back to it.
  static func metricCycle(_ names: [String]) -> CorpusIssue {
    CorpusIssue(
      "metric.cycle",
      french: "le calcul tourne en rond : \(names.joined(separator: " → "))",
      english: "the computation runs in a circle: \(names.joined(separator: " → "))"
    )
  }

  /// A phrase with two meanings of the same rank.
  static func phraseConflict(_ phrase: String, with other: String) -> CorpusIssue {
    CorpusIssue(
      "phrase.conflict",
      french: "« \(phrase) » désigne déjà \(other) ; la lecture la moins sûre va sous « weak »",
      english: "'\(phrase)' already means \(other); the less sure reading goes under 'weak'"
    )
  }

  /// A dimension reached in two shortest ways.
  static func ambiguousJoin(from dataset: String, to dimension: String) -> CorpusIssue {
    CorpusIssue(
      "join.ambiguous",
      french: """
        deux chemins aussi courts mènent de « \(dataset) » à « \(dimension) » : \
        « overrides: {\(dataset): …} » doit choisir
        """,
      english: """
        two ways equally short lead from '\(dataset)' to '\(dimension)': \
        'overrides: {\(dataset): …}' must choose
        """
    )
  }
}
