/// A shelf of the shop, with the rhythm of its demand.
enum Category: Int, CaseIterable {
  case cooling, appliances, tools, garden, furniture
  case stationery, computing, lighting, sport, cleaning

  /// What the `category` column holds.
  var name: String {
    switch self {
    case .cooling: "Froid et climatisation"
    case .appliances: "Électroménager"
    case .tools: "Outillage"
    case .garden: "Jardin"
    case .furniture: "Mobilier"
    case .stationery: "Papeterie"
    case .computing: "Informatique"
    case .lighting: "Éclairage"
    case .sport: "Sport et loisirs"
    case .cleaning: "Entretien"
    }
  }

  /// First letters of the article codes.
  var code: String {
    switch self {
    case .cooling: "FRO"
    case .appliances: "ELE"
    case .tools: "OUT"
    case .garden: "JAR"
    case .furniture: "MOB"
    case .stationery: "PAP"
    case .computing: "INF"
    case .lighting: "ECL"
    case .sport: "SPO"
    case .cleaning: "ENT"
    }
  }

  /// Demand in the middle of each month, January first, against a mean of about 1.
  var season: [Double] {
    switch self {
    case .cooling: [0.35, 0.40, 0.60, 0.90, 1.40, 2.20, 2.60, 2.00, 0.90, 0.50, 0.40, 0.40]
    case .appliances: [0.95, 0.90, 0.90, 0.90, 0.95, 0.95, 0.95, 0.85, 1.00, 1.05, 1.25, 1.50]
    case .tools: [0.80, 0.85, 1.05, 1.15, 1.20, 1.10, 1.00, 0.90, 1.05, 1.05, 0.95, 0.95]
    case .garden: [0.40, 0.60, 1.20, 1.80, 1.90, 1.50, 1.10, 0.80, 0.80, 0.70, 0.50, 0.40]
    case .furniture: [1.10, 0.90, 0.90, 1.00, 1.05, 1.10, 1.10, 0.90, 1.05, 1.00, 0.95, 0.95]
    case .stationery: [1.05, 0.85, 0.85, 0.85, 0.85, 0.90, 0.80, 1.80, 1.90, 0.95, 0.85, 0.85]
    case .computing: [0.95, 0.85, 0.90, 0.85, 0.85, 0.90, 0.85, 1.05, 1.15, 1.00, 1.40, 1.50]
    case .lighting: [1.15, 1.05, 0.95, 0.85, 0.75, 0.70, 0.70, 0.80, 1.00, 1.20, 1.30, 1.45]
    case .sport: [1.20, 0.90, 0.95, 1.05, 1.15, 1.25, 1.10, 0.90, 1.05, 0.85, 0.80, 1.00]
    case .cleaning: [1.00, 0.95, 1.10, 1.15, 1.05, 0.95, 0.95, 0.90, 1.05, 1.00, 0.95, 0.95]
    }
  }

  /// Demand on each weekday, Monday first, against a mean of about 1.
  var week: [Double] {
    switch self {
    case .stationery, .computing: [1.10, 1.12, 1.10, 1.02, 1.00, 0.98, 0.68]
    case .garden, .sport, .tools: [0.82, 0.80, 0.94, 0.86, 1.02, 1.58, 0.98]
    default: [0.92, 0.90, 1.02, 0.92, 1.05, 1.38, 0.81]
    }
  }

  /// Units a line holds and how often, before what is particular to the buyer.
  var quantities: [(value: Int, weight: Double)] {
    switch self {
    case .stationery: [(1, 30), (2, 25), (3, 15), (5, 14), (10, 12), (20, 4)]
    case .cleaning: [(1, 45), (2, 28), (3, 13), (4, 8), (6, 6)]
    case .lighting: [(1, 60), (2, 24), (3, 8), (4, 8)]
    case .cooling, .appliances, .furniture: [(1, 91), (2, 9)]
    default: [(1, 78), (2, 16), (3, 4), (4, 2)]
    }
  }

  /// Share of the lines that come back.
  var returnRate: Double {
    switch self {
    case .stationery, .cleaning: 0.0115
    case .furniture, .sport: 0.042
    case .computing, .appliances: 0.039
    default: 0.030
    }
  }

  /// Where the category's shelves are in every warehouse.
  var aisle: String {
    String(UnicodeScalar(UInt8(0x41 + rawValue)))
  }
}
