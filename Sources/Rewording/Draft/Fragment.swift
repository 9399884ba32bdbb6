/// A piece of a template sentence that comes from the data or from the question, as it stands there.
package struct Fragment: Hashable, Sendable {
  package var text: String
  /// What becomes of it: a slot without a name yet.
  package var slot: Slot

  /// `isScope`: says what the whole answer is about, as its period does.
  package init(
    _ text: String,
    _ kind: Slot.Kind,
    meaning: String = "",
    leading: String? = nil,
    direction: Slot.Direction? = nil,
    isPersonal: Bool = false,
    isScope: Bool = false
  ) {
    self.text = text
    slot = Slot(
      "",
      kind,
      meaning: meaning,
      text: text,
      leading: leading,
      direction: direction,
      isPersonal: isPersonal,
      freedom: isScope ? .free : .fixed
    )
  }
}
