/// Where stock is kept.
struct Warehouse {
  /// What the `name` or `city` column holds.
  var name: String
  /// Where it is.
  var city: String
  /// Share of an article's stock, against the other warehouses that keep it.
  var share: Double

  /// By id, which is the position plus one.
  static let all: [Warehouse] = [
    Warehouse(name: "Entrepôt Paris Nord", city: "Paris", share: 4),
    Warehouse(name: "Entrepôt Lyon Confluence", city: "Lyon", share: 2.5),
    Warehouse(name: "Entrepôt Marseille Littoral", city: "Marseille", share: 2),
    Warehouse(name: "Entrepôt Lille Métropole", city: "Lille", share: 2),
  ]
}

/// Where customers live.
struct City {
  /// What the `name` or `city` column holds.
  var name: String
  /// French region, or its like abroad.
  var region: String
  /// In French.
  var country: String
  /// Relative number of customers.
  var weight: Double
  /// Positions in `Warehouse.all`, the nearest first.
  var nearest: [Int]

  /// All cities, in the order of the table.
  static let all: [City] = table.split(separator: "\n").map { line in
    let fields = line.split(separator: ";").map(String.init)
    guard fields.count == 5, let weight = Double(fields[3]), let first = Int(fields[4]),
      let nearest = proximity.first(where: { $0[0] == first })
    else { preconditionFailure("not a city: \(line)") }
    return City(
      name: fields[0],
      region: fields[1],
      country: fields[2],
      weight: weight,
      nearest: nearest
    )
  }

  private static let proximity = [[0, 3, 1, 2], [1, 2, 0, 3], [2, 1, 0, 3], [3, 0, 1, 2]]

  /// Name; region; country; weight; nearest warehouse.
  private static let table = """
    Paris;Île-de-France;France;16;0
    Versailles;Île-de-France;France;4;0
    Saint-Denis;Île-de-France;France;4;0
    Créteil;Île-de-France;France;3;0
    Évry-Courcouronnes;Île-de-France;France;3;0
    Lyon;Auvergne-Rhône-Alpes;France;7;1
    Grenoble;Auvergne-Rhône-Alpes;France;3;1
    Saint-Étienne;Auvergne-Rhône-Alpes;France;2;1
    Clermont-Ferrand;Auvergne-Rhône-Alpes;France;2;1
    Annecy;Auvergne-Rhône-Alpes;France;2;1
    Marseille;Provence-Alpes-Côte d’Azur;France;6;2
    Nice;Provence-Alpes-Côte d’Azur;France;4;2
    Toulon;Provence-Alpes-Côte d’Azur;France;2;2
    Aix-en-Provence;Provence-Alpes-Côte d’Azur;France;2;2
    Toulouse;Occitanie;France;5;2
    Montpellier;Occitanie;France;4;2
    Nîmes;Occitanie;France;1;2
    Perpignan;Occitanie;France;1;2
    Bordeaux;Nouvelle-Aquitaine;France;5;0
    Limoges;Nouvelle-Aquitaine;France;1;0
    Poitiers;Nouvelle-Aquitaine;France;1;0
    La Rochelle;Nouvelle-Aquitaine;France;1.5;0
    Nantes;Pays de la Loire;France;5;0
    Angers;Pays de la Loire;France;2;0
    Le Mans;Pays de la Loire;France;1.5;0
    Rennes;Bretagne;France;3;0
    Brest;Bretagne;France;2;0
    Quimper;Bretagne;France;1;0
    Rouen;Normandie;France;2;0
    Caen;Normandie;France;2;0
    Le Havre;Normandie;France;1.5;0
    Lille;Hauts-de-France;France;5;3
    Amiens;Hauts-de-France;France;2;3
    Roubaix;Hauts-de-France;France;1.5;3
    Strasbourg;Grand Est;France;3.5;3
    Reims;Grand Est;France;2;3
    Metz;Grand Est;France;1.5;3
    Nancy;Grand Est;France;1.5;3
    Dijon;Bourgogne-Franche-Comté;France;2;1
    Besançon;Bourgogne-Franche-Comté;France;1.5;1
    Orléans;Centre-Val de Loire;France;1.5;0
    Tours;Centre-Val de Loire;France;2;0
    Ajaccio;Corse;France;0.7;2
    Bruxelles;Bruxelles-Capitale;Belgique;3;3
    Liège;Wallonie;Belgique;1.5;3
    Namur;Wallonie;Belgique;1;3
    Genève;Genève;Suisse;2;1
    Lausanne;Vaud;Suisse;1.5;1
    Luxembourg;Luxembourg;Luxembourg;1.5;3
    """
}
