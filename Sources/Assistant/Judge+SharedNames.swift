import Diagnostics
import Interpretation
import Planning
import SemanticModel
import Values

/// « Julien Durand » is three customers: which one is meant is asked by what tells them apart.
extension Judge {
  /// The question which of several things of one name is meant; nil where the question itself settles it, or
  /// where nothing the database knows of them tells them apart.
  func askWhich(_ name: Reading.NameChoice, _ query: Query) -> Verdict? {
    guard let dimension = model.dimensions[name.dimension], !isSettled(name, query) else {
      return nil
    }
    for attribute in attributes(of: dimension) {
      guard let members = members(name, attribute: attribute) else { continue }
      var verdict = Verdict(.ask(.ambiguousName(name.words, dimension: dimension.noun)))
      verdict.choices = members.prefix(4).map { member in
        let label = "\(member.name) (\(member.attribute))"
        return Answer.Choice(label: label, question: replacing(name.words, by: label))
      }
      verdict.confidence = 0.5
      return verdict
    }
    return nil
  }

  /// Whether something else said of the thing picks one, or all of them are listed anyway.
  private func isSettled(_ name: Reading.NameChoice, _ query: Query) -> Bool {
    let home = model.dimensions[name.dimension]?.dataset
    return query.filters.contains { filter in
      guard let other = filter.dimension, other != name.dimension else { return false }
      return model.dimensions[other]?.dataset == home
    }
  }

  /// Properties that may tell two things of one name apart, the plainest first.
  private func attributes(of entity: Dimension) -> [Dimension] {
    let plain = ["city", "region", "country", "segment", "sku", "category", "supplier_country"]
    return model.dimensions.values.filter {
      $0.dataset == entity.dataset && !$0.isEntity && $0.type == .text && $0.computation == nil
        && $0.policy != .none
    }.sorted { left, right in
      let places = [left, right].map { plain.firstIndex(of: $0.name) ?? plain.count }
      return places[0] != places[1] ? places[0] < places[1] : left.name < right.name
    }
  }

  /// Each thing with its value of the attribute, where these are known and all different.
  private func members(
    _ name: Reading.NameChoice,
    attribute: Dimension
  ) -> [(name: String, attribute: String)]? {
    var query = Query()
    query.keys = [.dimension(name.dimension), .dimension(attribute.name)]
    query.filters = [.values(dimension: name.dimension, values: name.names, negated: false)]
    guard let plan = try? assistant.planner.plan(query),
      let rows = try? assistant.executor.run(plan.sql, parameters: plan.parameters, limit: 50).rows
    else { return nil }
    let members = rows.compactMap { row -> (name: String, attribute: String)? in
      guard row.count == 2, case .text(let text) = row[0], case .text(let value) = row[1] else {
        return nil
      }
      return (text, value)
    }
    let isDistinct = Set(members.map(\.attribute)).count == members.count
    return isDistinct && members.count == name.names.count ? members : nil
  }
}
