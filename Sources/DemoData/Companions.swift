/// Articles bought with another one more often than chance would have it.
enum Companions {
  /// Who calls for whom, and in what share of the orders that hold the first.
  private static let table: [(article: String, companion: String, share: Double)] = [
    ("Climatiseur mobile Polaire 9000 BTU", "Kit de calfeutrage pour fenêtre", 0.45),
    ("Climatiseur mobile Polaire 12000 BTU", "Kit de calfeutrage pour fenêtre", 0.40),
    ("Machine à café à grains Orféa", "Détartrant liquide 500 ml", 0.35),
    ("Perceuse-visseuse sans fil 18 V", "Coffret de 40 forets", 0.42),
    ("Barbecue à charbon 57 cm", "Charbon de bois 5 kg", 0.55),
    ("Bureau compact 120 cm", "Caisson de bureau trois tiroirs", 0.34),
    ("Stylos à bille bleus (lot de 10)", "Cahier grands carreaux 96 pages", 0.30),
    ("Imprimante multifonction jet d’encre", "Cartouche d’encre noire XL", 0.50),
    ("Imprimante laser monochrome", "Toner noir haute capacité", 0.45),
    ("Lampe de bureau orientable à LED", "Ampoule LED E27 9 W (lot de 3)", 0.38),
    ("Tapis de yoga antidérapant", "Briques de yoga en liège (paire)", 0.40),
    ("Casque de vélo urbain", "Antivol U renforcé", 0.35),
    ("Tablettes lave-vaisselle (boîte de 60)", "Sel régénérant 4 kg", 0.30),
  ]

  /// For each product position, the companion's position and the share; nil without one.
  static func links(in catalogue: Catalogue) -> [(companion: Int, share: Double)?] {
    var links = [(companion: Int, share: Double)?](repeating: nil, count: catalogue.products.count)
    for line in table {
      guard let article = catalogue.position(named: line.article),
        let companion = catalogue.position(named: line.companion)
      else { continue }
      links[article] = (companion, line.share)
    }
    return links
  }
}
