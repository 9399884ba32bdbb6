/// The two languages of questions and answers.
package enum Tongue: String, CaseIterable, Hashable, Sendable {
  case french = "fr"
  case english = "en"
}

/// A text in both languages.
package struct LocalizedText: Hashable, Sendable {
  package var french: String
  package var english: String

  package init(french: String, english: String) {
    self.french = french
    self.english = english
  }

  package subscript(tongue: Tongue) -> String {
    tongue == .french ? french : english
  }
}
