import Language

extension Interpreter {
  /// What a sentence teaches, or asks of what was taught; nil for every other one.
  package func lessonWish(_ utterance: Utterance) -> LessonWish? {
    var reader = LessonReader(self, utterance)
    return reader.wish()
  }

  /// Whether a text says yes, or no, and nothing else; nil for every other one.
  package func consent(_ utterance: Utterance) -> Bool? {
    var answers: Set<Marker> = []
    var place = 0
    while place < utterance.tokens.count {
      if utterance.tokens[place].kind == .symbol {
        place += 1
      } else if let answer = marker(at: place, utterance, where: { $0 == .yes || $0 == .no }) {
        answers.insert(answer.marker)
        place = answer.end
      } else if let silent = marker(at: place, utterance, where: { $0.isSilent || $0.isTalk }) {
        place = silent.end
      } else {
        return nil
      }
    }
    return answers.count == 1 ? answers == [.yes] : answers.isEmpty ? nil : false
  }
}
