import SemanticModel
import Values

/// The members that a query selects: « produits en rupture de la région West ».
extension QueryPhrase {
  /// The members, in the plural or as the noun of a single one, with filters, conditions and period.
  func group(_ key: Key, isPlural: Bool = true) -> NounPhrase {
    members(key, isPlural: isPlural).with(period)
  }

  /// The members as a filter of another query over a period: « clients ayant des commandes du produit Lamp ».
  func memberGroup(_ key: Key, within outer: Period?) -> NounPhrase {
    if query.measures.isEmpty || !query.conditions.isEmpty || query.population != .facts {
      return members(key, isPlural: true).with(ownPeriod(outer))
    }
    if let limit = query.limit, let order = query.order {
      let count = voice.numbers.count(Double(limit))
      let noun = voice.metricNoun(query.measures[0].metric).text
      let rank =
        order.isDescending
        ? voice.pick("les \(count) premiers", "top \(count)")
        : voice.pick("les \(count) derniers", "bottom \(count)")
      return members(key, isPlural: true)
        .with("(\(rank) \(voice.pick("par", "by")) \(noun))").with(ownPeriod(outer))
    }
    return voice.pluralNoun(of: key).with(voice.pick("ayant", "with"))
      .with(activity(isNegated: false)).with(ownPeriod(outer))
  }

  private func members(_ key: Key, isPlural: Bool) -> NounPhrase {
    var noun = isPlural ? voice.pluralNoun(of: key) : voice.noun(of: key)
    var filters = query.filters
    if let index = filters.firstIndex(where: { segmentNoun($0, of: key) != nil }),
      let named = segmentNoun(filters[index], of: key, isPlural: isPlural)
    {
      noun = named
      filters.remove(at: index)
    }
    filters.removeAll { filter in
      guard let clause = membershipClause(filter, of: key) else { return false }
      noun = noun.with(clause)
      return true
    }
    var phrase = filterPhrase
    if case .dimension(let name) = key { phrase.head = name }
    return noun.with(phrase.words(filters)).with(conditions)
  }

  /// Whether a filter is a segment of the key's own entity, whose noun then stands for the members.
  func segmentNoun(_ filter: Filter, of key: Key, isPlural: Bool = true) -> NounPhrase? {
    guard case .segment(let name, let days, false) = filter,
      let segment = voice.model.segments[name],
      case .entity(let dimension, _) = segment.scope, key == .dimension(dimension)
    else { return nil }
    let noun = isPlural ? voice.plural(segment.noun) : voice.singular(segment.noun)
    return noun.with(days.map { "(\(voice.numbers.days(Double($0))))" } ?? "")
  }

  /// A membership of the members themselves: « sans commandes du produit Lamp », "with orders for product Lamp".
  private func membershipClause(_ filter: Filter, of key: Key) -> String? {
    guard case .membership(let dimension, let inner, let negated) = filter,
      key == .dimension(dimension), !inner.measures.isEmpty, inner.conditions.isEmpty,
      inner.limit == nil, inner.population == .facts
    else { return nil }
    let phrase = QueryPhrase(inner, voice)
    let link = negated ? voice.pick("sans", "without") : voice.pick("ayant", "with")
    return [link, phrase.activity(isNegated: negated), phrase.ownPeriod(query.period)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What a member has: « des commandes du produit Lamp », « un chiffre d'affaires », "orders for product Lamp".
  private func activity(isNegated: Bool) -> String {
    guard let first = query.measures.first, let metric = voice.model.metrics[first.metric] else {
      return ""
    }
    let noun =
      voice.things(metric).map { NounPhrase($0.many, isPlural: true) }
      ?? voice.metricNoun(metric.name)
    let head = voice.isFrench && !isNegated ? FrenchGrammar.indefinite(noun) : noun.text
    return NounPhrase(head).with(restrictions).text
  }

  /// The period, unless it is that of the query around or none was said.
  private func ownPeriod(_ outer: Period?) -> String {
    query.period == nil || query.period == outer ? "" : period
  }
}
