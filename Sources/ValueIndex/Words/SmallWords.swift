/// Words that never stand for a name by themselves.
enum SmallWords {
  /// Function words of French and English, and the letters that elision and possession leave.
  ///
  /// Skipped inside a mention and weightless in a name: "pot fleurs" finds "Pot de fleurs".
  static func isStop(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    packed(word).map(stop.contains) ?? false
  }

  /// Words of trade and legal forms found in so many names that one alone tells nothing.
  static func isGeneric(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    packed(word).map(generic.contains) ?? false
  }

  private static let stop = table(
    """
    de du des la le les l d s j n m t qu a au aux en et ou un une par pour sur sous dans avec sans
    chez the of and an in on at by for to from with as is are it its
    ce cet cette ces se son ses mon ma mes nos vos leur leurs ne pas que qui dont sont il elle
    ils elles on nous vous je tu y this that these those my our your their we you he she they be
    """
  )

  private static let generic = table(
    """
    pro set kit pack lot box new plus mini max top best big small petit petite grand grande gros
    nouveau nouvelle bleu rouge noir noire blanc blanche vert verte black white red blue green grey
    gray sarl sas sa sasu eurl sci inc ltd llc gmbh co corp cie ste societe company group groupe
    size taille model modele serie series type item article color couleur
    """
  )

  private static func table(_ words: String) -> Set<UInt64> {
    var table: Set<UInt64> = []
    for word in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      table.insert(word.reduce(0) { $0 << 8 | UInt64($1) })
    }
    return table
  }

  /// A word of up to eight bytes as one number, for a set without strings; nil when longer.
  private static func packed(_ word: UnsafeBufferPointer<UInt8>) -> UInt64? {
    word.count > 8 ? nil : word.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
