package import SemanticModel

extension Interpreter {
  /// « lance le batch », "clear the cache", where the text says nothing else.
  package func upkeep(_ utterance: Utterance) -> Upkeep? {
    markers(of: utterance, where: \.isOfUpkeep).flatMap { Upkeep(Set($0)) }
  }
}
