import Planning
import SemanticModel
import Testing
import Values

/// An answer and its exact sentences in both languages; "_" stands for a narrow no-break space.
struct WordingCase: CustomTestStringConvertible, Sendable {
  let name: String
  let asked: Query
  let rows: [[Value]]
  let columns: [PlannedColumn]?
  let french: String
  let english: String

  init(
    _ name: String,
    _ asked: Query,
    _ rows: [[Value]],
    columns: [PlannedColumn]? = nil,
    french: String,
    english: String
  ) {
    self.name = name
    self.asked = asked
    self.rows = rows
    self.columns = columns
    self.french = french
    self.english = english
  }

  var testDescription: String { name }
}

private let month = Key.time(.month)
private let product = Key.dimension("product")
private let category = Key.dimension("category")
private let customer = Key.dimension("customer")
private let furniture = isOne("category", "Furniture")
private let desc = Order(.measure(0), descending: true)
private let asc = Order(.measure(0), descending: false)
private let outOfStock = Filter.segment("out_of_stock", days: nil, negated: false)
private let discounted = Filter.segment("discounted", days: nil, negated: false)
private let overThousand = Condition(Measure("revenue"), .greaterOrEqual, .number(1000))
private let bought = query(["orders"], by: [customer], where: [isOne("product", "Lamp")])

/// Twelve months of figures that go up and down.
private let twelve: [[Value]] = (1...12).map {
  [.text("2018-" + ($0 < 10 ? "0" : "") + "\($0)"), .real(Double($0 * 7 % 12) * 1000)]
}

private func stat(
  _ function: Rollup.Function,
  _ measure: Int?,
  _ unit: Metric.Unit
) -> PlannedColumn {
  PlannedColumn(role: .rollup(function, measure: measure), name: function.rawValue, unit: unit)
}

extension WordingCase {
  /// One case a kind of sentence.
  static let all = figures + ranks + groups + changes + lists + statistics

  private static let figures: [WordingCase] = [
    WordingCase(
      "one figure with a filter",
      query(["revenue"], where: [furniture]),
      [[.real(238480.123)]],
      french: "Le chiffre d'affaires de la catégorie Furniture en 2018 est de 238_480,12_$US.",
      english: "The revenue for category Furniture in 2018 is $238,480.12."
    ),
    WordingCase(
      "a zero outside the data names their range",
      query(["revenue"], in: year(2030)),
      [[.real(0)]],
      french:
        "Le chiffre d'affaires en 2030 est de 0,00_$US. Les données vont du 03/01/2015 au 30/12/2018.",
      english: "The revenue in 2030 is $0.00. The data go from 3 January 2015 to 30 December 2018."
    ),
    WordingCase(
      "an unknown ratio",
      query(["margin_rate"], in: year(2030)),
      [[.null]],
      french:
        "Aucune donnée ne permet de calculer le taux de marge en 2030. Les données vont du 03/01/2015 au 30/12/2018.",
      english:
        "There are no data to compute the margin rate in 2030. The data go from 3 January 2015 to 30 December 2018."
    ),
    WordingCase(
      "a figure of things in a state that none is in",
      query(
        ["margin_rate"],
        where: [.segment("out_of_stock", days: nil, negated: false)],
        in: year(2018)
      ),
      [[.null]],
      french:
        "Pas de taux de marge des produits en rupture en 2018_: aucune donnée n'y correspond. Les données vont du 03/01/2015 au 30/12/2018.",
      english:
        "No margin rate for products out of stock in 2018: no data match. The data go from 3 January 2015 to 30 December 2018."
    ),
    WordingCase(
      "no period is all the history",
      query(["revenue"], in: nil),
      [[.real(2297200.86)]],
      french:
        "Le chiffre d'affaires sur tout l'historique (du 03/01/2015 au 30/12/2018) est de 2_297_200,86_$US.",
      english:
        "The revenue over the whole history (from 3 January 2015 to 30 December 2018) is $2,297,200.86."
    ),
    WordingCase(
      "a count, two filters, a worded value",
      query(["orders"], where: [isOne("region", "West", "East"), isOne("payment", "card")]),
      [[.integer(5009)]],
      french:
        "Le nombre de commandes des régions West et East pour le mode de paiement carte bancaire en 2018 est de 5_009.",
      english:
        "The number of orders for regions West and East, payment method bank card in 2018 is 5,009."
    ),
    WordingCase(
      "a plural noun and a negated filter",
      query(["purchases"], where: [isOne("supplier", "Acme", not: true)]),
      [[.real(1234)]],
      french: "Les achats hors fournisseur Acme en 2018 sont de 1_234,00_$US.",
      english: "The purchases excluding supplier Acme in 2018 are $1,234.00."
    ),
    WordingCase(
      "units are counted in English",
      query(["units_sold"]),
      [[.integer(37873)]],
      french: "La quantité vendue en 2018 est de 37_873 unités.",
      english: "The number of units sold in 2018 is 37,873."
    ),
    WordingCase(
      "a level is dated",
      query(["stock_on_hand"], in: nil),
      [[.integer(12345)]],
      french: "Le stock au 30/12/2018 est de 12_345 unités.",
      english: "The stock on hand as of 30 December 2018 is 12,345 units."
    ),
    WordingCase(
      "a date",
      query(["last_sale"], where: [isOne("product", "Lamp")], in: nil),
      [[.text("2018-12-30")]],
      french: "La date de dernière vente du produit Lamp est le 30/12/2018.",
      english: "The last sale date for product Lamp is 30 December 2018."
    ),
    WordingCase(
      "a duration",
      query(["delivery_days"]),
      [[.real(3.9123)]],
      french: "Le délai de livraison en 2018 est de 3,9 jours.",
      english: "The delivery time in 2018 is 3.9 days."
    ),
    WordingCase(
      "several figures",
      query(["revenue", "units_sold", "margin", "purchases"], where: [furniture]),
      [[.real(1000), .integer(12), .real(3.5), .real(2)]],
      french:
        "En 2018, pour la catégorie Furniture, le chiffre d'affaires est de 1_000,00_$US, la quantité vendue de 12 unités, la marge brute de 3,50_$US et les achats sont de 2,00_$US.",
      english:
        "In 2018, for category Furniture, the revenue is $1,000.00, the number of units sold is 12, the gross margin is $3.50 and the purchases are $2.00."
    ),
    WordingCase(
      "English speaks of a closed period in the past",
      query(["revenue"], in: year(2016)),
      [[.real(2)]],
      french: "Le chiffre d'affaires en 2016 est de 2,00_$US.",
      english: "The revenue in 2016 was $2.00."
    ),
    WordingCase(
      "a partial month says until when",
      query(
        ["revenue"],
        in: Period(start: day("2018-12-01"), end: day("2018-12-31"), grain: .month, isPartial: true)
      ),
      [[.real(2)]],
      french: "Le chiffre d'affaires en décembre 2018 (jusqu'au 30/12/2018) est de 2,00_$US.",
      english: "The revenue in December 2018 (to 30 December 2018) is $2.00."
    ),
  ]

  private static let ranks: [WordingCase] = [
    WordingCase(
      "the first one",
      query(["revenue"], by: [product]) {
        $0.order = desc; $0.limit = 1
      },
      [[.text("Canon"), .real(61599.824)]],
      french:
        "Le produit avec le chiffre d'affaires le plus élevé en 2018 est Canon, avec 61_599,82_$US.",
      english: "The product with the highest revenue in 2018 is Canon, with $61,599.82."
    ),
    WordingCase(
      "the one with the fewest things",
      query(["orders"], by: [customer], where: [furniture]) {
        $0.order = asc; $0.limit = 1
      },
      [[.text("Sean Miller"), .integer(1)]],
      french:
        "Le client avec le moins de commandes de la catégorie Furniture en 2018 est Sean Miller, avec 1 commande.",
      english:
        "The customer with the fewest orders for category Furniture in 2018 is Sean Miller, with 1 order."
    ),
    WordingCase(
      "the best month",
      query(["margin"], by: [month]) {
        $0.order = desc; $0.limit = 1
      },
      [[.text("2018-11"), .real(10)]],
      french:
        "Le mois avec la marge brute la plus élevée en 2018 est novembre 2018, avec 10,00_$US.",
      english: "The month with the highest gross margin in 2018 is November 2018, with $10.00."
    ),
    WordingCase(
      "the first one with another figure beside",
      query(["margin", "orders"], by: [category]) {
        $0.order = desc; $0.limit = 1
      },
      [[.text("A"), .real(10), .integer(3)]],
      french:
        "La catégorie avec la marge brute la plus élevée en 2018 est A, avec 10,00_$US (commandes_: 3).",
      english: "The category with the highest gross margin in 2018 is A, with $10.00 (orders: 3)."
    ),
    WordingCase(
      "three first, all named",
      query(["revenue"], by: [product]) {
        $0.order = desc; $0.limit = 3
      },
      [[.text("A"), .real(3)], [.text("B"), .real(2)], [.text("C"), .real(1)]],
      french:
        "Les 3 produits avec le chiffre d'affaires le plus élevé en 2018 sont A (3,00_$US), B (2,00_$US) et C (1,00_$US).",
      english:
        "The 3 products with the highest revenue in 2018 are A ($3.00), B ($2.00) and C ($1.00)."
    ),
    WordingCase(
      "ten last, three named",
      query(["margin"], by: [product]) {
        $0.order = asc; $0.limit = 10
      },
      (1...10).map { [.text("P\($0)"), .real(Double($0))] },
      french:
        "Les 10 produits avec la marge brute la plus faible en 2018 sont P1 (1,00_$US), P2 (2,00_$US), P3 (3,00_$US) et 7 autres.",
      english:
        "The 10 products with the lowest gross margin in 2018 are P1 ($1.00), P2 ($2.00), P3 ($3.00) and 7 others."
    ),
    WordingCase(
      "first ones within each group",
      query(["margin"], by: [category, product]) {
        $0.order = desc; $0.limit = 2; $0.limitWithin = category
      },
      [[.text("A"), .text("x"), .real(1)], [.text("B"), .text("y"), .real(1)]],
      french:
        "Les 2 produits avec la marge brute la plus élevée pour chaque catégorie en 2018_: A – x (1,00_$US)_; B – y (1,00_$US).",
      english:
        "The 2 products with the highest gross margin for each category in 2018: A – x ($1.00); B – y ($1.00)."
    ),
  ]

  private static let groups: [WordingCase] = [
    WordingCase(
      "few groups, all named, with their total",
      query(["revenue"], by: [category]),
      [[.text("Technology"), .real(3)], [.text("Furniture"), .real(2)]],
      french:
        "Le chiffre d'affaires par catégorie en 2018 est de 3,00_$US pour Technology et de 2,00_$US pour Furniture. Le total est de 5,00_$US.",
      english:
        "The revenue by category in 2018 is $3.00 for Technology and $2.00 for Furniture. The total is $5.00."
    ),
    WordingCase(
      "many groups, the extremes",
      query(["revenue"], by: [category]),
      (1...7).map { [.text("P\($0)"), .real(Double($0))] },
      french:
        "Le chiffre d'affaires par catégorie en 2018 va de 1,00_$US (P1) à 7,00_$US (P7), sur 7 catégories. Le total est de 28,00_$US, dont 25,0_% pour P7.",
      english:
        "The revenue by category in 2018 ranges from $1.00 (P1) to $7.00 (P7), over 7 categories. The total is $28.00, of which 25.0% for P7."
    ),
    WordingCase(
      "groups that are all equal have no range",
      query(["returns"], by: [product]),
      (1...7).map { [.text("P\($0)"), .integer(1)] },
      french:
        "Le nombre de retours par produit en 2018 est de 1 pour chacun des 7 produits. Le total est de 7.",
      english:
        "The number of returns by product in 2018 is 1 for each of the 7 products. The total is 7."
    ),
    WordingCase(
      "ratios have no total",
      query(["margin_rate"], by: [category]),
      [[.text("Technology"), .real(0.31)], [.text("Furniture"), .real(0.2)]],
      french:
        "Le taux de marge par catégorie en 2018 est de 31,0_% pour Technology et de 20,0_% pour Furniture.",
      english:
        "The margin rate by category in 2018 is 31.0% for Technology and 20.0% for Furniture."
    ),
    WordingCase(
      "shares of the total",
      query(["revenue"], by: [category]) { $0.measures[0].display = .share },
      [[.text("Technology"), .real(3), .real(0.6)], [.text("Furniture"), .real(2), .real(0.4)]],
      french:
        "La part du chiffre d'affaires par catégorie en 2018 est de 60,0_% pour Technology et de 40,0_% pour Furniture.",
      english:
        "The share of the revenue by category in 2018 is 60.0% for Technology and 40.0% for Furniture."
    ),
    WordingCase(
      "share of a segment",
      query(["revenue"]) {
        $0.measures[0].display = .share; $0.measures[0].filters = [discounted]
      },
      [[.real(3), .real(0.6)]],
      french:
        "La part des ventes avec remise dans le chiffre d'affaires en 2018 est de 60,0_% (3,00_$US).",
      english: "The share of discounted sales in the revenue in 2018 is 60.0% ($3.00)."
    ),
    WordingCase(
      "share of a value",
      query(["revenue"]) {
        $0.measures[0].display = .share; $0.measures[0].filters = [furniture]
      },
      [[.real(3), .real(0.6)]],
      french:
        "La part de la catégorie Furniture dans le chiffre d'affaires en 2018 est de 60,0_% (3,00_$US).",
      english: "The share of category Furniture in the revenue in 2018 is 60.0% ($3.00)."
    ),
    WordingCase(
      "a series",
      query(["revenue"], by: [month]),
      twelve,
      french:
        "Le chiffre d'affaires par mois en 2018 passe de 7_000,00_$US (janvier 2018) à 0,00_$US (décembre 2018). Le maximum est de 11_000,00_$US (mai 2018), le minimum de 0,00_$US (décembre 2018).",
      english:
        "The revenue by month in 2018 goes from $7,000.00 (January 2018) to $0.00 (December 2018). The maximum is $11,000.00 (May 2018), the minimum $0.00 (December 2018)."
    ),
    WordingCase(
      "weekdays do not run",
      query(["revenue"], by: [.time(.weekday)]),
      (1...7).map { [.integer(Int64($0)), .real(Double($0 * 7 % 12) * 1000)] },
      french:
        "Le chiffre d'affaires par jour de la semaine en 2018 va de 1_000,00_$US (dimanche) à 11_000,00_$US (vendredi), sur 7 jours de la semaine. Le total est de 40_000,00_$US, dont 27,5_% pour vendredi.",
      english:
        "The revenue by weekday in 2018 ranges from $1,000.00 (Sunday) to $11,000.00 (Friday), over 7 weekdays. The total is $40,000.00, of which 27.5% for Friday."
    ),
    WordingCase(
      "two keys",
      query(["revenue"], by: [category, month]),
      (1...7).map { [.text("P"), .text("2018-0\($0)"), .real(Double($0))] },
      french:
        "Le chiffre d'affaires par catégorie et par mois en 2018 va de 1,00_$US (P, janvier 2018) à 7,00_$US (P, juillet 2018), sur 7 lignes. Le total est de 28,00_$US.",
      english:
        "The revenue by category and month in 2018 ranges from $1.00 (P, January 2018) to $7.00 (P, July 2018), over 7 rows. The total is $28.00."
    ),
  ]

  private static let changes: [WordingCase] = [
    WordingCase(
      "a comparison",
      query(["revenue"]) { $0.comparison = year(2017) },
      [[.real(733215.26), .real(609205.6), .real(124009.66), .real(0.20356)]],
      french:
        "Le chiffre d'affaires en 2018 est de 733_215,26_$US, contre 609_205,60_$US en 2017, en hausse de 20,4_% (+124_009,66_$US).",
      english:
        "The revenue in 2018 is $733,215.26, against $609,205.60 in 2017, up 20.4% (+$124,009.66)."
    ),
    WordingCase(
      "nothing to compare with",
      query(["revenue"]) { $0.comparison = year(2017) },
      [[.real(5), .null, .null, .null]],
      french: "Le chiffre d'affaires en 2018 est de 5,00_$US, sans valeur connue en 2017.",
      english: "The revenue in 2018 is $5.00, with no known value in 2017."
    ),
    WordingCase(
      "percentages move by points",
      query(["margin_rate"]) { $0.comparison = year(2017) },
      [[.real(0.12), .real(0.141), .real(-0.021), .real(-0.15)]],
      french:
        "Le taux de marge en 2018 est de 12,0_%, contre 14,1_% en 2017, en baisse de 2,1 points.",
      english: "The margin rate in 2018 is 12.0%, against 14.1% in 2017, down 2.1 points."
    ),
    WordingCase(
      "changes by group",
      query(["revenue"], by: [category]) { $0.comparison = year(2017) },
      [
        [.text("A"), .real(3), .real(2), .real(1), .real(0.5)],
        [.text("B"), .real(3), .real(4), .real(-1), .real(-0.25)],
      ],
      french:
        "Le chiffre d'affaires par catégorie en 2018, par rapport à la période précédente (2017)_: 1 en hausse et 1 en baisse sur 2. La plus forte hausse est pour A (+1,00_$US, +50,0_%), la plus forte baisse pour B (-1,00_$US, -25,0_%).",
      english:
        "The revenue by category in 2018, against the previous period (2017): 1 up and 1 down of 2. The largest rise is for A (+$1.00, +50.0%), the largest fall for B (-$1.00, -25.0%)."
    ),
    WordingCase(
      "the strongest rises",
      query(["revenue"], by: [product]) {
        $0.comparison = year(2017); $0.limit = 2; $0.order = Order(.change(0), descending: true)
      },
      [
        [.text("A"), .real(3), .real(2), .real(1), .real(0.5)],
        [.text("B"), .real(5), .real(4), .real(1), .real(0.25)],
      ],
      french:
        "Les 2 produits dont le chiffre d'affaires a le plus augmenté en 2018 par rapport à 2017 sont A (+1,00_$US, +50,0_%) et B (+1,00_$US, +25,0_%).",
      english:
        "The 2 products whose revenue rose the most in 2018 against 2017 are A (+$1.00, +50.0%) and B (+$1.00, +25.0%)."
    ),
    WordingCase(
      "the strongest fall",
      query(["purchases"], by: [category]) {
        $0.comparison = year(2017); $0.limit = 1;
        $0.order = Order(.difference(0), descending: false)
      },
      [[.text("A"), .real(3), .real(5), .real(-2), .real(-0.4)]],
      french:
        "La catégorie dont les achats ont le plus baissé en 2018 par rapport à 2017 est A (-2,00_$US, -40,0_%).",
      english:
        "The category whose purchases fell the most in 2018 against 2017 is A (-$2.00, -40.0%)."
    ),
  ]

  private static let lists: [WordingCase] = [
    WordingCase(
      "a noun that already says number of",
      query(["returns"], by: [customer]) {
        $0.order = desc
        $0.limit = 1
      },
      [[.text("A"), .integer(4)]],
      french: "Le client avec le plus de retours en 2018 est A, avec 4 retours.",
      english: "The customer with the most returns in 2018 is A, with 4 returns."
    ),
    WordingCase(
      "number of one thing whose singular is not known",
      query([], by: [customer], in: nil) {
        $0.conditions = [Condition(Measure("returns"), .greater, .number(1))]
      },
      [[.text("A")]],
      french: "On compte 1 client dont le nombre de retours est supérieur à 1_: A.",
      english: "There is 1 customer with a number of returns above 1: A."
    ),
    WordingCase(
      "rows counted under a condition are things",
      query(["late_orders"]),
      [[.integer(7)]],
      french: "Le nombre de commandes en retard en 2018 est de 7.",
      english: "The number of late orders in 2018 is 7."
    ),
    WordingCase(
      "a list",
      query([], by: [.dimension("supplier")], where: [isOne("region", "West")], in: nil),
      (1...7).map { [.text("S\($0)")] },
      french: "On compte 7 fournisseurs de la région West_: S1, S2, S3, S4, S5 et 2 autres.",
      english: "There are 7 suppliers for region West: S1, S2, S3, S4, S5 and 2 others."
    ),
    WordingCase(
      "a list by a figure",
      query(["revenue"], by: [customer]) { $0.conditions = [overThousand] },
      [[.text("A"), .real(2000)]],
      french:
        "On compte 1 client dont le chiffre d'affaires est supérieur ou égal à 1_000_$US en 2018_: A (2_000,00_$US).",
      english: "There is 1 customer with revenue of at least $1,000 in 2018: A ($2,000.00)."
    ),
    WordingCase(
      "more than a number of things",
      query([], by: [customer], in: nil) {
        $0.conditions = [Condition(Measure("orders"), .greater, .number(5))]
      },
      [[.text("A")], [.text("B")]],
      french: "On compte 2 clients avec plus de 5 commandes_: A et B.",
      english: "There are 2 customers with more than 5 orders: A and B."
    ),
    WordingCase(
      "a figure against another one",
      query(["revenue"], by: [product]) {
        $0.conditions = [Condition(Measure("revenue"), .less, .measure(Measure("purchases")))]
      },
      [[.text("A"), .real(2)]],
      french:
        "On compte 1 produit dont le chiffre d'affaires est inférieur aux achats en 2018_: A (2,00_$US).",
      english: "There is 1 product with revenue below the purchases in 2018: A ($2.00)."
    ),
    WordingCase(
      "things by their own property",
      query(
        [],
        by: [product],
        where: [.compare(dimension: "price", .greater, .integer(100))],
        in: nil
      ),
      [[.text("A")]],
      french: "On compte 1 produit avec un prix unitaire supérieur à 100_: A.",
      english: "There is 1 product with a unit price above 100: A."
    ),
    WordingCase(
      "never sold",
      query([], by: [product], in: nil) {
        $0.conditions = [Condition(Measure("units_sold"), .equal, .number(0))]
      },
      [],
      french: "On ne trouve aucun produit dont la quantité vendue est égale à 0.",
      english: "There are no products with no units sold."
    ),
    WordingCase(
      "a segment names its things",
      query(["stock_on_hand"], by: [product], where: [outOfStock], in: nil),
      [[.text("A"), .integer(0)], [.text("B"), .integer(-2)]],
      french: "On compte 2 produits en rupture au 30/12/2018_: A (0) et B (-2).",
      english: "There are 2 products out of stock as of 30 December 2018: A (0) and B (-2)."
    ),
    WordingCase(
      "an empty segment",
      query(["stock_on_hand"], by: [product], where: [outOfStock], in: nil),
      [],
      french: "On ne trouve aucun produit en rupture au 30/12/2018.",
      english: "There are no products out of stock as of 30 December 2018."
    ),
    WordingCase(
      "no rows names the range of the data",
      query(["revenue"], by: [category], in: year(2030)),
      [],
      french:
        "Aucun résultat pour_: chiffre d'affaires par catégorie en 2030. Les données vont du 03/01/2015 au 30/12/2018.",
      english:
        "No results for: revenue by category in 2030. The data go from 3 January 2015 to 30 December 2018."
    ),
    WordingCase(
      "an empty list",
      query([], by: [category], in: nil),
      [],
      french: "On ne trouve aucune catégorie.",
      english: "There are no categories."
    ),
  ]

  private static let statistics: [WordingCase] = [
    WordingCase(
      "one statistic",
      query(["revenue"], by: [month]) { $0.rollup = Rollup([.mean]) },
      [[.real(61101.27)]],
      columns: [stat(.mean, 0, .currency)],
      french: "La moyenne du chiffre d'affaires par mois en 2018 est de 61_101,27_$US.",
      english: "The mean of the revenue by month in 2018 is $61,101.27."
    ),
    WordingCase(
      "two statistics",
      query(["revenue"], by: [month]) { $0.rollup = Rollup([.mean, .deviation]) },
      [[.real(61101.27), .real(3)]],
      columns: [stat(.mean, 0, .currency), stat(.deviation, 0, .currency)],
      french:
        "Le chiffre d'affaires par mois en 2018_: moyenne 61_101,27_$US et écart-type 3,00_$US.",
      english: "The revenue by month in 2018: mean $61,101.27 and standard deviation $3.00."
    ),
    WordingCase(
      "a mean over time by group",
      query(["revenue"], by: [category, month]) { $0.rollup = Rollup([.mean], over: month) },
      [[.text("A"), .real(5)], [.text("B"), .real(4)]],
      columns: [
        PlannedColumn(role: .key(category), name: "category", unit: .text),
        stat(.mean, 0, .currency),
      ],
      french:
        "La moyenne par mois du chiffre d'affaires par catégorie en 2018 est de 5,00_$US pour A et de 4,00_$US pour B.",
      english:
        "The mean per month of the revenue by category in 2018 is $5.00 for A and $4.00 for B."
    ),
    WordingCase(
      "how many groups satisfy something",
      query(["revenue"], by: [customer]) {
        $0.rollup = Rollup([.count]); $0.conditions = [overThousand]
      },
      [[.integer(12)]],
      columns: [stat(.count, nil, .count)],
      french:
        "On compte 12 clients dont le chiffre d'affaires est supérieur ou égal à 1_000_$US en 2018.",
      english: "There are 12 customers with revenue of at least $1,000 in 2018."
    ),
    WordingCase(
      "how many groups, and what they have in all",
      query(["revenue"], by: [customer]) { $0.rollup = Rollup([.count, .sum]) },
      [[.integer(12), .real(5)]],
      columns: [stat(.count, nil, .count), stat(.sum, 0, .currency)],
      french: "On compte 12 clients en 2018. Le chiffre d'affaires au total est de 5,00_$US.",
      english: "There are 12 customers in 2018. The revenue in total is $5.00."
    ),
    WordingCase(
      "no group satisfies it",
      query(["revenue"], by: [customer]) {
        $0.rollup = Rollup([.count]); $0.conditions = [overThousand]
      },
      [[.integer(0)]],
      columns: [stat(.count, nil, .count)],
      french:
        "On ne trouve aucun client dont le chiffre d'affaires est supérieur ou égal à 1_000_$US en 2018.",
      english: "There are no customers with revenue of at least $1,000 in 2018."
    ),
    WordingCase(
      "share of the groups",
      query(["revenue"], by: [customer]) {
        $0.rollup = Rollup([.shareOfCount, .count]); $0.conditions = [overThousand]
      },
      [[.real(0.342), .integer(12)]],
      columns: [stat(.shareOfCount, nil, .percent), stat(.count, nil, .count)],
      french:
        "La part des clients dont le chiffre d'affaires est supérieur ou égal à 1_000_$US en 2018 est de 34,2_% (12).",
      english: "The share of customers with revenue of at least $1,000 in 2018 is 34.2% (12)."
    ),
    WordingCase(
      "share held by the first ones",
      query(["revenue"], by: [product]) {
        $0.rollup = Rollup([.shareOfTotal]); $0.order = desc; $0.limit = 3
      },
      [[.real(0.342)]],
      columns: [stat(.shareOfTotal, 0, .percent)],
      french: "Les 3 premiers produits représentent 34,2_% du chiffre d'affaires en 2018.",
      english: "The top 3 products account for 34.2% of the revenue in 2018."
    ),
    WordingCase(
      "customers of a product",
      query(["revenue"], where: [.membership(dimension: "customer", bought, negated: false)]),
      [[.real(5)]],
      french:
        "Le chiffre d'affaires des clients ayant des commandes du produit Lamp en 2018 est de 5,00_$US.",
      english: "The revenue for customers with orders for product Lamp in 2018 is $5.00."
    ),
    WordingCase(
      "customers without orders of a product",
      query(
        [],
        by: [customer],
        where: [.membership(dimension: "customer", bought, negated: true)],
        in: nil
      ),
      [[.text("A")]],
      french: "On compte 1 client sans commandes du produit Lamp en 2018_: A.",
      english: "There is 1 customer without orders for product Lamp in 2018: A."
    ),
    WordingCase(
      "hours of the day",
      query(["revenue"], where: [.hours([DayHours(22, 6)])]),
      [[.real(5)]],
      french:
        "Le chiffre d'affaires entre 22_h et 6_h en 2018 est de 5,00_$US.",
      english: "The revenue between 10 pm and 6 am in 2018 is $5.00."
    ),
    WordingCase(
      "a threshold on a property, weekdays, a common word",
      query(
        ["revenue"],
        where: [
          .compare(dimension: "price", .greaterOrEqual, .integer(100)), .weekdays([6, 7]),
          .nameMatches(dimension: "product", words: ["chaise"], negated: false),
        ]
      ),
      [[.real(5)]],
      french:
        "Le chiffre d'affaires des produits avec un prix unitaire supérieur ou égal à 100 le week-end pour les produits dont le nom contient «_chaise_» en 2018 est de 5,00_$US.",
      english:
        "The revenue for products with a unit price of at least 100 at weekends for products whose name contains “chaise” in 2018 is $5.00."
    ),
  ]
}
