/// A column of a worksheet.
package struct SheetColumn: Hashable, Sendable {
  package let header: String
  package let style: SheetStyle
  /// Whether positive numbers carry a plus, as differences and changes do.
  package let isSigned: Bool
  /// Characters of the widest cell as answers show it, the header too.
  package let width: Int
}
