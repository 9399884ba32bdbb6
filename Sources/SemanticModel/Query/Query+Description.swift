import Values

extension Query: CustomStringConvertible {
  /// Compact text for logs, tests and `explain`: `{revenue by category where region=West | [2018-01-01, 2019-01-01) top 5}`.
  package var description: String {
    var parts = [measures.map(\.description).joined(separator: ", ")]
    if !keys.isEmpty { parts.append("by " + keys.map(\.description).joined(separator: ", ")) }
    if case .every(let entity) = population { parts.append("of every \(entity)") }
    if !filters.isEmpty {
      parts.append("where " + filters.map(\.description).joined(separator: " and "))
    }
    if !conditions.isEmpty {
      parts.append("having " + conditions.map(\.description).joined(separator: " and "))
    }
    if let period { parts.append("| \(period)") }
    if let comparison { parts.append("vs \(comparison)") }
    if let onlyRising { parts.append(onlyRising ? "rising" : "falling") }
    if isCumulative { parts.append("cumulative") }
    if let analysis { parts.append(analysis.description) }
    if let rollup {
      parts.append("rollup " + rollup.functions.map(\.rawValue).joined(separator: ","))
    }
    if let over = rollup?.over { parts.append("over \(over)") }
    if let order { parts.append(order.description) }
    if let limit { parts.append("limit \(limit)") }
    if skip > 0 { parts.append("skip \(skip)") }
    if let limitWithin { parts.append("within \(limitWithin)") }
    return "{" + parts.filter { !$0.isEmpty }.joined(separator: " ") + "}"
  }
}

extension AnalysisCall: CustomStringConvertible {
  package var description: String {
    var text = "analysed: \(name)" + (amount.map { " of \($0)" } ?? "")
    text += (number.map { " in \($0)" } ?? "") + (measured.map { " of \($0)" } ?? "")
    let said = terms.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" } + stressed.sorted()
    if !said.isEmpty { text += " (\(said.joined(separator: ", ")))" }
    if !things.isEmpty { text += " on \(things.joined(separator: ", "))" }
    return text
  }
}

extension Measure: CustomStringConvertible {
  package var description: String {
    var text = display == .share ? "share(\(metric)\(whole.map { " of \($0)" } ?? ""))" : metric
    if !filters.isEmpty {
      text += "[" + filters.map(\.description).joined(separator: " and ") + "]"
    }
    if let period { text += "@\(period)" }
    if let trailingDays { text += "/\(trailingDays)d" }
    if let margin { text += "+\(margin)" }
    if !terms.isEmpty { text += "(\(terms))" }
    return text
  }
}

extension Key: CustomStringConvertible {
  package var description: String {
    switch self {
    case .dimension(let name): name
    case .time(let grain): grain.rawValue
    }
  }
}

extension Filter: CustomStringConvertible {
  package var description: String {
    switch self {
    case .values(let dimension, let values, let negated):
      "\(dimension)\(negated ? "!=" : "=")\(values.map(\.name).sorted().joined(separator: "|"))"
    case .nameMatches(let dimension, let words, let negated):
      "\(dimension)\(negated ? "!~" : "~")\(words.joined(separator: "+"))"
    case .missing(let dimension): "no \(dimension)"
    case .compare(let dimension, let comparison, let value):
      "\(dimension)\(comparison.rawValue)\(value)"
    case .segment(let name, let days, let negated):
      (negated ? "not " : "") + name + (days.map { "/\($0)d" } ?? "")
    case .weekdays(let days): "weekday in \(days)"
    case .hours(let hours): "hour in \(hours.map(\.description).joined(separator: "|"))"
    case .membership(let dimension, let query, let negated):
      "\(dimension) \(negated ? "not in" : "in") \(query)"
    }
  }
}

extension Condition: CustomStringConvertible {
  package var description: String {
    switch operand {
    case .number(let number): "\(measure)\(comparison.rawValue)\(number)"
    case .text(let text): "\(measure)\(comparison.rawValue)\(text)"
    case .measure(let other): "\(measure)\(comparison.rawValue)\(other)"
    }
  }
}

extension Order: CustomStringConvertible {
  package var description: String {
    let subject =
      switch subject {
      case .measure(let index): "measure \(index)"
      case .change(let index): "change \(index)"
      case .difference(let index): "difference \(index)"
      case .key(let index): "key \(index)"
      }
    return "order \(subject) \(isDescending ? "desc" : "asc")"
  }
}
