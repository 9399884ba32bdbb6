extension Renderer {
  /// How text is laid out; ignored by the formats for programs.
  package struct Options: Hashable, Sendable {
    /// Columns of the terminal.
    package var width = 100
    /// Whether escape sequences for bold and colour are written.
    package var color = false
    /// Adds SQL, parameters and times.
    package var verbose = false
    /// Leaves out picture and receipt.
    package var quiet = false
    /// Rows of a table shown in text, a handful more when those are the last; nil shows all.
    package var rowLimit: Int? = 40
    /// Where the text is read, and so what can be done next.
    package var surface = Surface.command
    /// How much is said of where the figures come from.
    package var receipt = Receipt.full

    package init() {}
  }

  /// Where a text is read.
  package enum Surface: Hashable, Sendable {
    /// The command line, which has options.
    case command
    /// The chat, which has commands.
    case chat
    /// A message in somebody else's chat client.
    case message
  }

  /// How much of the receipt stands below an answer.
  package enum Receipt: Hashable, Sendable {
    case none
    /// One line of what was understood and until when the data go, and one of what should worry.
    case brief
    /// A line for each fact.
    case full
  }
}
