/// What a turn asks of the conversation itself instead of the data.
package enum ConversationOrder: Hashable, Sendable {
  case undo, restart
  /// The first answer of this subject again.
  case backToFirst
  /// How the last figures were found.
  case explain(Aspect)
  /// What the last change comes from.
  case reason
  /// How long the last answer took.
  case elapsed
  /// The last result as a picture.
  case chart
  /// The last result as a file; nil when no form is named.
  case export(FileForm?)

  /// What of the way to a figure is asked about.
  package enum Aspect: Hashable, Sendable {
    /// What the figures mean.
    case method
    /// Which tables and days they come from.
    case source
    /// The SQL.
    case statement
  }

  /// What a file is wanted as; the raw value is its ending.
  package enum FileForm: String, Hashable, Sendable {
    case workbook = "xlsx"
    case csv, json
    case markdown = "md"
  }
}

extension ConversationOrder {
  /// What these words ask for together; nil when they ask for nothing, or for two things.
  init?(_ markers: [Marker]) {
    let forms = markers.compactMap(\.fileForm)
    let orders = markers.filter { $0.fileForm == nil && $0 != .export }.compactMap(\.order)
    if orders.contains(.chart), orders.allSatisfy({ $0 == .chart }), forms.isEmpty {
      // "put it in a chart" is no file.
      self = .chart
    } else if orders.isEmpty, !markers.isEmpty, forms.count <= 1 {
      self = .export(forms.first)
    } else if forms.isEmpty, !markers.contains(.export), let order = orders.first,
      orders.allSatisfy({ $0 == order })
    {
      self = order
    } else {
      return nil
    }
  }
}

extension Marker {
  /// The form of a file that it names.
  fileprivate var fileForm: ConversationOrder.FileForm? {
    switch self {
    case .workbook: .workbook
    case .csv: .csv
    case .json: .json
    case .markdown: .markdown
    default: nil
    }
  }

  /// What it asks of the conversation.
  fileprivate var order: ConversationOrder? {
    switch self {
    case .undo: .undo
    case .restart: .restart
    case .backToFirst: .backToFirst
    case .explanation: .explain(.method)
    case .source: .explain(.source)
    case .statement: .explain(.statement)
    case .reason: .reason
    case .elapsed: .elapsed
    case .chart: .chart
    default: nil
    }
  }

  /// Whether it is about the conversation and not about the data.
  var isOfConversation: Bool { order != nil || fileForm != nil || self == .export }
}
