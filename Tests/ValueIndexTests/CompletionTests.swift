import Testing
import ValueIndex
import Values

@Suite("Names are completed while they are typed")
struct CompletionTests {
  @Test(
    "What begins a name gives the name, without accents, case and punctuation",
    arguments: [
      ("gérard l", ["Gérard Lefèvre"]),
      ("GERARD", ["Gérard Dupont", "Gérard Lefèvre"]),
      ("jean f", ["Jean-François Côté"]),
      ("post-it n", ["Post-it® Notes"]),
      ("l'is", ["L'Isle-Adam"]),
      ("le ", ["Le Creuset Cocotte", "Le Mans"]),
      ("3", ["3M"]),
      ("smith's", ["Smith's"]),
      ("sean miller", ["Sean Miller"]),
      ("paper", ["Paper Pro Stapler", "Paperpro"]),
      ("paper ", ["Paper Pro Stapler"]),
      ("oeuv", []), ("gerard x", []), ("xyzzy mans", []), ("", []), ("  ", []), ("®", []),
    ]
  )
  func beginning(piece: String, names: [String]) {
    #expect(Shop.index.completions(of: piece, count: 40).beginning == names)
  }

  @Test(
    "What begins a later word gives the name apart",
    arguments: [
      ("lef", ["Gérard Lefèvre", "Marie Lefèvre"]), ("oeuv", ["Émilie Œuvrard"]),
      ("leather low b", ["Global Troy Executive Leather Low-Back Tilter"]),
      ("duran", []), ("york city x", []),
    ]
  )
  func inside(piece: String, names: [String]) {
    #expect(Shop.index.completions(of: piece, count: 40).inside == names)
  }

  @Test("Only the first names come, and the last, the order of arrival leaving no trace")
  func limit() {
    let names = Shop.list(1, (0..<500).map { "Canon \($0 * 7919 % 500)" } + ["Canon"])
    let first = ValueIndex(names: names).completions(of: "can", count: 3).beginning
    #expect(first == ["Canon", "Canon 0", "Canon 1", "Canon 99"])
    #expect(ValueIndex(names: names.reversed()).completions(of: "can", count: 3).beginning == first)
    #expect(ValueIndex(names: names).completions(of: "can", count: 0).beginning.isEmpty)
  }

  @Test("No names, nothing offered")
  func empty() {
    let none = ValueIndex(names: []).completions(of: "a", count: 40)
    #expect(none.beginning.isEmpty && none.inside.isEmpty)
  }
}
