/// Readings of questions as people write and say them: shorthands, verbs that carry nothing, figures set against each other,
/// states beside each other, what one figure is of another.
extension ReadingTests {
  static let spoken: [Case] = [
    Case(
      query:
        "{order_records by delivery_status where delivery_status=cancelled|early|late|on_time}",
      questions: ["combien de livraisons en avance, à l'heure, en retard et annulées ?"]
    ),
    Case(
      query:
        "{order_records by carrier, delivery_status where "
        + "delivery_status=cancelled|early|late|on_time}",
      questions: ["early, on time, late and cancelled deliveries by carrier"]
    ),
    Case(
      query: "{revenue where order_status=suspected_fraud}",
      questions: [
        "combien coûtent les commandes frauduleuses ?",
        "montant des commandes suspectées de fraude",
      ]
    ),
    Case(
      query: "{revenue where cancelled_customer_orders}",
      questions: ["revenue of cancelled orders"]
    ),
    Case(
      query: "{customer_count by rfm_segment}",
      questions: ["répartition des clients en segments RFM"]
    ),
    Case(
      query:
        "{customer_count by region where customer in {registration_date@[…, …) by customer "
        + "having registration_date@[…, …)>=2025-01-01 and registration_date@[…, …)<2026-01-01}}",
      questions: ["clients inscrits en 2025 par région"]
    ),
    Case(
      query:
        "{registration_date@[…, …) by segment, customer having registration_date@[…, "
        + "…)>=2025-01-01 and registration_date@[…, …)<2026-01-01 rollup count over customer}",
      questions: ["how many customers registered in 2025 by segment"]
    ),
    Case(
      query: "{revenue by weekday}",
      questions: ["combien vend-on par jour de la semaine, en euros ?"]
    ),
    Case(
      query: "{revenue | [2025-03-01, 2025-04-01)}",
      questions: ["on a vendu pour combien en mars 2025 ?"]
    ),
    Case(
      query: "{units_sold by category | [2025-01-01, 2026-01-01)}",
      questions: ["qté vendue pr chaq cat en 2025"]
    ),
    Case(
      query: "{orders by carrier where late_deliveries | [2026-02-01, 2026-03-01)}",
      questions: ["cmd clients de fevrier livrées en retard, cb par transporteur ?"]
    ),
    Case(
      query: "{share(purchases of cost_of_goods) | [2025-01-01, 2026-01-01)}",
      questions: ["purchases as a percentage of cost of goods sold in 2025"]
    ),
    Case(
      query:
        "{share(revenue)[weekday in [6, 7]]@[2025-01-01, 2026-01-01), share(revenue)[weekday in "
        + "[6, 7]]@[2024-01-01, 2025-01-01) | [2025-01-01, 2026-01-01)}",
      questions: ["how did the weekend's share of revenue in 2025 compare with its share in 2024?"]
    ),
    Case(
      query: "{stock_value | [2026-03-31, 2026-04-01) vs [2026-02-28, 2026-03-01)}",
      questions: ["what was our stock worth at cost at the end of February against now?"]
    ),
    Case(
      query: "{revenue by day | [2026-01-01, …) order measure 0 desc limit 3}",
      questions: ["nos trois plus grosses journées de vente depuis le début de 2026 ?"]
    ),
    Case(
      query: "{revenue by country where country=Belgique|Suisse | [2025-01-01, 2026-01-01)}",
      questions: ["le CA de Belgique est-il supérieur à celui de Suisse en 2025 ?"]
    ),
    Case(
      query:
        "{revenue by customer | [2025-01-01, 2026-01-01) rollup shareOfTotal,sum order measure 0 "
        + "desc limit 10}",
      questions: ["how much of the revenue comes from our top 10 clients in 2025, in %?"]
    ),
    Case(
      query: "{gross_margin by product having gross_margin<0.0 | [2025-01-01, 2026-01-01)}",
      questions: ["quels articles présentent une marge brute négative en 2025 ?"]
    ),
    Case(
      query: "{margin_rate by month | [2025-01-01, 2026-01-01)}",
      questions: ["Veuillez retracer, mois par mois, le taux de marge brute de 2025"]
    ),
    Case(
      query: "{stockout_rate | [2025-05-01, 2025-07-01)}",
      questions: ["stock-out rate over May and June 2025"]
    ),
    Case(
      query: "{stock_on_hand, excess_units by product where overstocked}",
      questions: ["What are we holding over the maximum, and by how many units?"]
    ),
    Case(
      query: "{late_orders, late_rate | [2025-01-01, 2026-01-01)}",
      questions: [
        "combien de commandes ont été livrées en retard en 2025, et quel pourcentage cela représente-t-il ?"
      ]
    ),
    Case(
      query: "{stock_on_hand by product, supplier order measure 0 asc limit 5}",
      questions: ["gimme the 5 lowest stock items and who supplies 'em"]
    ),
    Case(
      query: "{customer_count by segment where active_customers}",
      questions: ["clients actifs par segment ?"]
    ),
    Case(
      query:
        "{average_discount by segment where segment=Consumer|Corporate | [2025-01-01, "
        + "2026-01-01)}",
      questions: ["Average discount given to Corporate versus Consumer customers in 2025?"]
    ),
    Case(
      query: "{turnover, stock_on_hand by category order measure 0 asc limit 1}",
      questions: ["Quelle est la catégorie dont le stock a le plus faible taux de rotation ?"]
    ),
    Case(
      query: "{orders where in_transit_orders}",
      questions: ["How many orders have already shipped but haven't been delivered yet?"]
    ),
    Case(
      query:
        "{return_rate where product in {product_price by product having product_price>200.0} | "
        + "[2025-01-01, 2026-01-01)}",
      questions: ["overall return rate in 2025 of products whose list price exceeds €200"]
    ),
    Case(
      query:
        "{excess_units, stock_on_hand by product having stock_on_hand>max_stock_level | "
        + "[2026-03-31, 2026-04-01)}",
      questions: [
        "Les articles qui dépassent aujourd'hui leur niveau maximum, et de combien d'unités ?"
      ]
    ),
    Case(
      query:
        "{revenue by warehouse where warehouse_city=Paris | [2025-01-01, 2026-01-01) order "
        + "measure 0 desc limit 1}",
      questions: ["which shop in Paris had the highest revenue in 2025?"]
    ),
    Case(
      query:
        "{delivery_time by ship_mode where ship_mode=Express|Standard | [2025-01-01, 2026-01-01)}",
      questions: [
        "how long did Express take to reach customers on average compared with Standard in 2025?"
      ]
    ),
    Case(
      query: "{late_rate by carrier | [2025-01-01, 2026-01-01)}",
      questions: ["What share of its parcels did each carrier deliver late in 2025?"]
    ),
  ]
}
