import Assistant
import Values

/// What a follow-up kept and changed, in a sentence: the period and the filters kept, the grouping changed.
struct CarriedWording: Sendable {
  let voice: Voice

  init(_ voice: Voice) {
    self.voice = voice
  }

  /// One sentence; nil when nothing was kept.
  func sentence(_ carried: Answer.Carried) -> String? {
    guard !carried.kept.isEmpty, !carried.changed.isEmpty else { return nil }
    let kept = Enumeration.and(carried.kept.map(name), voice.tongue)
    let changed = Enumeration.and(carried.changed.map(name), voice.tongue)
    return voice.pick(
      "Repris de la question précédente\(FrenchGrammar.colon) \(kept)\u{202F}; changé\(FrenchGrammar.colon) \(changed).",
      "Kept from the question before: \(kept); changed: \(changed)."
    )
  }

  private func name(_ part: Answer.Carried.Part) -> String {
    switch part {
    case .figures: voice.pick("chiffre", "figure")
    case .groups: voice.pick("regroupement", "grouping")
    case .names: voice.pick("filtres", "filters")
    case .thresholds: voice.pick("seuils", "thresholds")
    case .period: voice.pick("période", "period")
    case .comparison: voice.pick("comparaison", "comparison")
    case .order: voice.pick("ordre", "order")
    case .fold: voice.pick("calcul", "computation")
    }
  }
}
