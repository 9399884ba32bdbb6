/// Readings of things counted and told beside each other, of times set against each other, and of what is to be done today.
extension ReadingTests {
  static let joined: [Case] = [
    Case(
      query: "{customer_count, supplier_count}",
      questions: [
        "combien de clients et de fournisseurs avons-nous ?",
        "how many customers and suppliers do we have?",
      ]
    ),
    Case(
      query:
        "{revenue, orders by customer | [2026-01-01, 2026-04-01) order measure 0 desc limit 1}",
      questions: ["who is our best customer this year and how many orders did they place?"]
    ),
    Case(
      query: "{purchases, quantity_ordered | [2025-01-01, 2026-01-01)}",
      questions: ["achats en 2025, en valeur et en quantité"]
    ),
    Case(
      query: "{losses by movement_reason | [2026-01-01, 2026-04-01)}",
      questions: [
        "how much stock did we lose this year by reason",
        "combien de stock a-t-on perdu cette année par motif ?",
      ]
    ),
    Case(
      query: "{margin_rate[promotional], margin_rate[non_promotional]}",
      questions: ["margin rate with and without promotion", "taux de marge avec et sans promotion"]
    ),
    Case(
      query: "{share(sale_lines)[discounted], share(sale_lines)[undiscounted]}",
      questions: ["what share of sale lines were with discount vs without discount?"]
    ),
    Case(
      query: "{reject_rate by supplier order measure 0 desc}",
      questions: [
        "taux de rejet par fournisseur, du pire au meilleur",
        "reject rate by supplier, worst to best",
      ]
    ),
    Case(
      query: "{revenue | [2026-02-01, 2026-03-01) vs [2025-02-01, 2025-03-01)}",
      questions: ["Was our February better this year than last year?"]
    ),
    Case(
      query: "{revenue | [2025-12-01, 2026-01-01) vs [2025-11-01, 2025-12-01)}",
      questions: ["how did December do vs November?"]
    ),
    Case(
      query: "{revenue | [2025-07-01, 2025-08-01)}",
      questions: ["CA de juil 25", "revenue July 2025"]
    ),
    Case(
      query: "{revenue where hour in 06:00-12:00 | [2026-03-31, 2026-04-01)}",
      questions: ["ventes ce matin", "sales this morning"]
    ),
    Case(
      query: "{stock_on_hand}",
      questions: ["stock ce matin"]
    ),
    Case(
      query: "{order_quantity by product having order_quantity>0.0}",
      questions: [
        "que dois-je commander ce matin ?", "que faut-il commander cette semaine ?",
        "what should I order today?", "what do I need to order this month?",
      ]
    ),
    Case(
      query: "{expected_units by supplier | [2026-04-01, 2026-04-11)}",
      questions: [
        "combien d'unités doivent encore arriver d'ici le 10 avril, par fournisseur ?",
        "unités attendues d'ici le 10 avril par fournisseur",
      ]
    ),
    Case(
      query: "{units_sold by weekday, day where weekday in [1, 6] rollup mean over day}",
      questions: ["average units sold on a Saturday vs a Monday"]
    ),
    Case(
      query: "{purchases, storage_cost, shipping_cost}",
      questions: [
        "Répartition des coûts d'achat, stockage, livraison", "costs: purchase, storage, delivery",
        "répartition des coûts : achat, stockage, livraison",
      ]
    ),
    Case(
      query: "{orders by hour}",
      questions: [
        "À quelle heure nos clients sont-ils actifs ?", "At what hour are customers active?",
      ]
    ),
    Case(
      query: "{by supplier where active_suppliers}",
      questions: ["Bonjour, fournisseurs actifs", "fournisseurs actifs"]
    ),
    Case(
      query: "{alert_count where active_alerts and alert_type=RUPTURE}",
      questions: ["combien d'alertes de rupture sont ouvertes ?"]
    ),
    Case(
      query: "{return_count by return_reason}",
      questions: ["retours par nature"]
    ),
    Case(
      query: "{revenue by customer analysed: lapsed_customers}",
      questions: ["quels clients avons-nous perdus ?", "which customers have we lost?"]
    ),
    Case(
      query: "{orders by customer analysed: churn}",
      questions: ["qui perd-on ?", "who are we losing?"]
    ),
  ]
}
