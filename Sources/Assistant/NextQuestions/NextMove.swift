import Interpretation
package import SemanticModel
package import Values

/// One way to go on after an answer: what a follow-up would change of its query.
///
/// The words of a move are Presentation's; the query they come to is that of `Assistant.query(of:after:)`.
package enum NextMove: Hashable, Sendable {
  /// The same figure in other groups: « et par région ? ».
  case split(Key)
  /// Against the unit before: « compare au mois d'avant ».
  case compareUnitBefore(Grain)
  /// Against the same days a year ago: « compare à l'an dernier ».
  case compareLastYear
  /// The same of the unit before: « et l'année d'avant ? ».
  case unitBefore(Grain)
  /// Within one year: « et en 2025 ? ».
  case year(Int)
  /// Another figure of the same: « et la marge brute ? ».
  case figure(String)
  /// The other end of a ranking: « et les 5 derniers ? ».
  case otherEnd(count: Int, of: String, highest: Bool)
  /// A figure of the things found: « et le stock de ces produits ? ».
  case figureOfThings(String, of: String, isOne: Bool)
  /// A property of the things found: « et leur fournisseur ? ».
  case property(String, of: String, isOne: Bool)

  /// What the move changes, in the terms of follow-ups.
  var fragment: Fragment {
    var fragment = Fragment()
    switch self {
    case .split(let key): fragment.keys = [key]
    case .compareUnitBefore(let grain):
      fragment.unitBefore = grain
      fragment.compares = true
    case .unitBefore(let grain): fragment.unitBefore = grain
    case .compareLastYear:
      fragment.isLastYear = true
      fragment.compares = true
    case .year(let year):
      fragment.periods =
        CalendarDay(year: year, month: 1, day: 1).map {
          [Period(.year, containing: $0)]
        } ?? []
    case .figure(let metric): fragment.metrics = [metric]
    case .otherEnd(let count, _, let highest):
      fragment.limit = count
      fragment.descends = highest
    case .figureOfThings(let metric, let thing, _):
      fragment.refersBack = true
      fragment.metrics = [metric]
      fragment.things = [thing]
    case .property(let property, let thing, _):
      fragment.refersBack = true
      fragment.things = [thing, property]
    }
    return fragment
  }
}
