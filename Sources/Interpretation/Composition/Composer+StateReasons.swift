import Language
import SemanticModel
import Values

/// « pourquoi le ventilateur est-il critique ? »: what a computed state rests on.
extension Composer {
  private static let reason = "status_reason"

  /// States of products that the outlook computes.
  private static let states: Set<String> = [
    "critical_products", "attention_products", "to_order", "soon_out_of_stock", "out_of_stock",
  ]
  /// Figures whose verbs say that a product is in such a state: « pourquoi faut-il commander … ? ».
  private static let verbs: Set<String> = ["order_quantity", "stockout_date"]
  /// What is said to be in such a state: « pourquoi le stock est-il critique ? ».
  private static let subject = "stock_on_hand"

  /// Reads « pourquoi » beside a state as the figures that the state rests on, of the products named or of those in it.
  mutating func explainStates() {
    guard model.metrics[Self.reason] != nil,
      // « pourquoi les ruptures ont-elles augmenté ? » asks for a change.
      !items.indices.contains(where: { isMarker($0, [.growth, .decline, .trend]) }),
      let why = items.firstIndex(where: { asksWhy($0.span) })
    else { return }
    let said = items.indices.filter { isState(items[$0].span) }
    let subjects = items.indices.filter { items[$0].span.metric == Self.subject }
    guard !said.isEmpty,
      items.indices.allSatisfy({
        items[$0].span.metric == nil || said.contains($0) || subjects.contains($0)
      })
    else { return }
    for index in subjects { isUsed[index] = true }
    read(why, as: .metric(Self.reason, .noun))
    // « pourquoi …, explique-moi »: asked once more.
    for again in items.indices where again != why && asksWhy(items[again].span) {
      read(again, as: .marker(.filler))
    }
    for index in said {
      if saysWhich || items[index].span.metric != nil {
        // A product that is fine is told to be so.
        isUsed[index] = true
      } else if let state = state(of: items[index].span) {
        read(index, as: .segment(state))
      }
    }
    // « est-il », "does it": what stands for the product names none.
    for index in items.indices where isMarker(index, [.list, .each]) { isUsed[index] = true }
  }

  private func asksWhy(_ span: Span) -> Bool {
    if span.analysis == "drivers" { return true }
    guard span.isThing, let word = span.tokens.first.map({ utterance.tokens[$0].folded }) else {
      return false
    }
    return word == "pourquoi" || word == "why"
  }

  private func isState(_ span: Span) -> Bool {
    switch span.meaning {
    case .segment(let name): Self.states.contains(name)
    case .value(let value): ["stock_status", "alert_severity"].contains(value.dimension)
    case .metric(let name, .verb): Self.verbs.contains(name)
    default: false
    }
  }

  /// The segment of a state that is said as a value.
  private func state(of span: Span) -> String? {
    guard let value = span.value else { return nil }
    return value.names.contains { ["CRITIQUE", "critical"].contains($0.key.text ?? "") }
      ? "critical_products" : "to_order"
  }

  /// Whether products are named one by one or by their kind.
  private var saysWhich: Bool {
    items.contains { item in
      item.span.value.map { ["product", "subcategory", "sku"].contains($0.dimension) } ?? false
    }
  }
}
