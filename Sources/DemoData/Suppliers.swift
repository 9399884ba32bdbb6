/// Who delivers the articles, and how reliably.
struct Supplier {
  /// Its own language’s spelling.
  var name: String
  /// In French.
  var country: String
  /// 0–5.
  var rating: Double
  /// Announced days from order to delivery.
  var leadTime: Int
  /// In French.
  var paymentTerms: String
  /// Share of the deliveries that come after the announced day, and by how many days at most.
  var lateShare: Double
  var lateDays: Int
  /// Share of the received units that are refused.
  var rejectShare: Double
  /// What it delivers.
  var categories: [Category]

  /// The supplier whose deliveries have nearly stopped since `crisisStart`.
  static let late = 1
  /// Position of the day the late supplier's trouble begins: 12 January 2026.
  static let crisisStart = DemoCalendar.index(2026, 1, 12)
  /// The supplier who raised all prices on `jumpDay`.
  static let raising = 4
  /// Position of that day: 6 October 2025.
  static let jumpDay = DemoCalendar.index(2025, 10, 6)
  /// By how much.
  static let jumpFactor = 1.22
  /// The supplier no longer worked with, who delivered the articles withdrawn since.
  static let former = 19

  /// By id, which is the position plus one.
  static let all: [Supplier] = [
    .init("Froid Atlantique", "France", 4.6, 6, "30 jours fin de mois", 0.07, 3, 0.004, [.cooling]),
    .init("Nordkälte AB", "Suède", 2.9, 18, "60 jours", 0.55, 16, 0.012, [.cooling]),
    .init(
      "Rhône Électroménager",
      "France",
      4.4,
      5,
      "30 jours",
      0.08,
      3,
      0.005,
      [.appliances, .cooling]
    ),
    .init(
      "Casa Bella SpA",
      "Italie",
      4.0,
      12,
      "45 jours fin de mois",
      0.18,
      5,
      0.01,
      [.appliances]
    ),
    .init("Werkzeug Brandt GmbH", "Allemagne", 4.3, 9, "30 jours", 0.06, 2, 0.003, [.tools]),
    .init("Outillage Vauban", "France", 3.9, 6, "45 jours", 0.14, 4, 0.008, [.tools]),
    .init("Jardins de Loire", "France", 4.5, 4, "30 jours fin de mois", 0.09, 2, 0.01, [.garden]),
    .init("Viveros Levante SL", "Espagne", 3.2, 10, "60 jours", 0.22, 6, 0.065, [.garden]),
    .init("Alpina Outdoor BV", "Pays-Bas", 4.1, 8, "45 jours", 0.12, 4, 0.009, [.garden, .sport]),
    .init("Meubles Ardenne", "Belgique", 4.2, 11, "30 jours", 0.16, 5, 0.012, [.furniture]),
    .init("Mobília Douro Lda", "Portugal", 3.7, 16, "60 jours", 0.25, 8, 0.02, [.furniture]),
    .init("Papeterie du Parc", "France", 4.7, 3, "30 jours", 0.05, 2, 0.002, [.stationery]),
    .init("Office Linden GmbH", "Allemagne", 4.2, 7, "30 jours", 0.08, 3, 0.004, [.stationery]),
    .init(
      "Alpes Informatique",
      "Suisse",
      4.5,
      6,
      "45 jours fin de mois",
      0.09,
      3,
      0.006,
      [.computing]
    ),
    .init("Dane Digital ApS", "Danemark", 3.8, 12, "60 jours", 0.20, 6, 0.013, [.computing]),
    .init(
      "Lumière & Compagnie",
      "France",
      4.3,
      5,
      "30 jours fin de mois",
      0.10,
      3,
      0.007,
      [.lighting]
    ),
    .init("Stella Światło", "Pologne", 3.6, 13, "45 jours", 0.19, 6, 0.018, [.lighting]),
    .init("Sport Pyrénées", "France", 4.4, 6, "30 jours", 0.11, 3, 0.006, [.sport]),
    .init("Savonnerie du Midi", "France", 4.8, 4, "30 jours", 0.04, 2, 0.003, [.cleaning]),
    .init("Comptoir Général", "France", 3.0, 9, "Comptant", 0.30, 7, 0.03, []),
  ]

  private init(
    _ name: String,
    _ country: String,
    _ rating: Double,
    _ leadTime: Int,
    _ paymentTerms: String,
    _ lateShare: Double,
    _ lateDays: Int,
    _ rejectShare: Double,
    _ categories: [Category]
  ) {
    self.name = name
    self.country = country
    self.rating = rating
    self.leadTime = leadTime
    self.paymentTerms = paymentTerms
    self.lateShare = lateShare
    self.lateDays = lateDays
    self.rejectShare = rejectShare
    self.categories = categories
  }

  /// Positions of those who deliver a category, the main one first.
  static func positions(of category: Category) -> [Int] {
    all.indices.filter { all[$0].categories.contains(category) }
  }
}
