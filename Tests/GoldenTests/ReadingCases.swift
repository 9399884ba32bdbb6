/// Readings learned from questions of others: parts side by side, shares with a threshold, what is missing,
/// what never happened, money and rates of what is counted.
extension ReadingTests {
  static let learned: [Case] = [
    Case(
      query: "{gross_margin by customer order measure 0 desc limit 10}",
      questions: [
        "mes plus gros clients pour la marge, pas le CA",
        "my biggest customers by margin and not revenue",
      ]
    ),
    Case(
      query: "{delivery_time where customer_order=95785 analysed: delivery_prediction}",
      questions: [
        "quand le client recevra-t-il la commande 95785 ?",
        "dans combien de jours la commande 95785 arrivera-t-elle ?",
      ]
    ),
    Case(
      query:
        "{revenue[weekday in [6, 7]], revenue[weekday in [1, 2, 3, 4, 5]] by day | [2025-01-01, "
        + "2026-01-01) rollup mean,sum}",
      questions: ["ventes du week-end contre la semaine en 2025"]
    ),
    Case(
      query: "{by product where no supplier}",
      questions: ["produits sans fournisseur"]
    ),
    Case(
      query:
        "{by supplier where supplier not in {purchase_records by supplier where late_purchases}}",
      questions: ["suppliers never late"]
    ),
    Case(
      query: "{return_count, returned_units by customer having returned_units>3.0}",
      questions: ["clients qui ont retourné plus de 3 articles"]
    ),
    Case(
      query: "{announced_lead_time, supplier_lead_time by supplier}",
      questions: ["écart entre le délai annoncé et le délai réel par fournisseur"]
    ),
    Case(
      query: "{product_count by supplier where out_of_stock}",
      questions: ["ruptures par fournisseur"]
    ),
    Case(
      query: "{units_in, units_out by warehouse | [2026-03-01, 2026-04-01)}",
      questions: ["entrées et sorties de stock en mars par entrepôt"]
    ),
    Case(
      query: "{first_sale_date, last_sale_date by category}",
      questions: ["premier et dernier jour de vente de chaque catégorie"]
    ),
    Case(
      query: "{revenue by supplier having share(revenue)>0.03}",
      questions: ["suppliers making up more than 3% of sales"]
    ),
    Case(
      query: "{last_sale_date by customer where inactive_customers/90d}",
      questions: ["which customers have not ordered for more than 90 days?"]
    ),
    Case(
      query:
        "{gross_margin, margin_rate by supplier | [2025-01-01, 2026-01-01) order measure 0 desc "
        + "limit 1}",
      questions: ["Quel fournisseur nous a rapporté le plus de marge en 2025, et avec quel taux ?"]
    ),
    Case(
      query: "{share(revenue) by supplier | [2025-01-01, 2026-01-01) order measure 0 desc limit 1}",
      questions: ["which supplier do we depend on most - share of last year's sales"]
    ),
    Case(
      query:
        "{revenue, gross_margin by product where product in {gross_margin by product having "
        + "gross_margin<0.0 | [2026-01-01, 2026-04-01)} | [2026-01-01, 2026-04-01)}",
      questions: ["quels articles se sont vendus à perte cette année ?"]
    ),
    Case(
      query: "{orders where hour in 12:00-14:00}",
      questions: [
        "combien de commandes clients entre midi et 14 h ?",
        "how many customer orders between noon and 2pm?",
      ]
    ),
    Case(
      query: "{revenue where hour in 18:00-24:00 | [2025-01-01, 2026-01-01)}",
      questions: ["CA après 18h en 2025", "revenue in the evening in 2025"]
    ),
    Case(
      query: "{revenue where hour in 22:00-06:00}",
      questions: ["CA la nuit", "revenue between 10pm and 6am"]
    ),
    Case(
      query: "{revenue[hour in 06:00-12:00], revenue[hour in 18:00-24:00]}",
      questions: ["CA le matin et le soir", "revenue in the morning vs the evening"]
    ),
    Case(
      query: "{revenue where weekday in [6] and hour in 18:00-24:00}",
      questions: ["CA le samedi soir", "revenue on Saturday evenings"]
    ),
    Case(
      query: "{share(orders)[hour in 06:00-12:00]}",
      questions: [
        "quelle part des commandes clients est passée le matin ?",
        "what share of customer orders are placed in the morning?",
      ]
    ),
    // Things, and how many rows they have, whichever is said first.
    Case(
      query: "{orders by customer | [2025-01-01, 2026-01-01) rollup count,sum}",
      questions: [
        "combien de clients et combien de commandes clients en 2025 ?",
        "how many customers and customer orders in 2025?",
        "combien de commandes clients et combien de clients en 2025 ?",
      ]
    ),
    Case(
      query: "{product_count, supplier_count}",
      questions: [
        "combien de produits et de fournisseurs ?", "how many products and how many suppliers?",
      ]
    ),
    // A word said once for several figures; a loose word of several dimensions.
    Case(
      query: "{gross_margin, net_margin | [2025-01-01, 2026-01-01)}",
      questions: ["marge brute et nette en 2025", "gross and net margin in 2025"]
    ),
    Case(
      query: "{late_rate, return_rate | [2025-01-01, 2026-01-01)}",
      questions: ["taux de retard et de retour en 2025", "late and return rate in 2025"]
    ),
    Case(
      query: "{storage_cost, shipping_cost by month | [2025-01-01, 2026-01-01)}",
      questions: [
        "coûts de stockage et de livraison par mois en 2025",
        "cost of storage and delivery by month in 2025",
      ]
    ),
    Case(
      query: "{purchases, storage_cost, shipping_cost}",
      questions: [
        "répartition des coûts d'achat, de stockage et de livraison",
        "purchase, storage and delivery cost split",
      ]
    ),
    Case(
      query: "{revenue, shipping_cost}",
      questions: ["CA et coût de livraison", "sales and delivery cost"]
    ),
    Case(
      query: "{gross_margin, revenue by category}",
      questions: ["marge brute et CA par catégorie", "gross margin and revenue by category"]
    ),
    Case(
      query: "{cost_amount by cost_type}",
      questions: ["coûts par nature", "coûts par type", "costs by kind"]
    ),
    Case(
      query: "{cost_amount by cost_type where cost_type=shipping|storage}",
      questions: [
        "coûts par nature : stockage, livraison", "costs split by nature: storage, delivery",
      ]
    ),
    Case(
      query: "{movement_count by movement_kind}",
      questions: ["mouvements de stock par nature", "stock movements by kind"]
    ),
    Case(
      query: "{orders by hour order measure 0 desc}",
      questions: ["At what hour of the day do we get the most customer orders?"]
    ),
    Case(
      query:
        "{orders[early_deliveries], orders[on_time_deliveries and not early_deliveries], orders[late_deliveries] | "
        + "[2025-01-01, 2026-01-01)}",
      questions: ["nb de commandes clients livrées en avance / à l'heure / en retard en 2025"]
    ),
    Case(
      query: "{stock_on_hand, excess_units by product where overstocked}",
      questions: ["which items are above their max stock, and how many units over"]
    ),
    Case(
      query: "{anomaly_count by product where pending_anomalies rollup count,sum}",
      questions: ["Combien d'anomalies sont en attente, et sur combien de produits ?"]
    ),
    Case(
      query: "{loss_value where movement_reason=casse | [2025-01-01, 2026-01-01)}",
      questions: ["la casse ça nous a coûté combien en 2025 ?"]
    ),
    Case(
      query:
        "{units_sold by product | [2026-01-01, 2026-02-01) vs [2025-01-01, 2025-02-01) order "
        + "difference 0 desc limit 5}",
      questions: [
        "Which 5 products gained the most units in January 2026 compared with January 2025?"
      ]
    ),
    Case(
      query: "{by supplier where payment_terms~60}",
      questions: ["les fournisseurs à soixante jours c'est lesquels ?"]
    ),
    Case(
      query: "{loss_value where movement_reason=casse | [2025-01-01, 2026-01-01)}",
      questions: ["Quel montant avons-nous perdu en casse en 2025 ?"]
    ),
    Case(
      query: "{late_rate by carrier}",
      questions: ["taux de commandes clients livrées en retard par transporteur"]
    ),
    Case(
      query: "{revenue | [2025-03-01, 2025-04-01) vs [2024-03-01, 2024-04-01)}",
      questions: ["CA mars 25 vs mars 24"]
    ),
    Case(
      query: "{stock_on_hand by warehouse having stock_on_hand<1000.0}",
      questions: ["dans quels entrepôts avons-nous moins de 1000 unités ?"]
    ),
    Case(
      query: "{stock_on_hand by product where below_minimum}",
      questions: ["what's below its minimum stock right now?"]
    ),
    Case(
      query: "{orders, revenue by month | [2025-10-01, 2026-04-01)}",
      questions: ["customer orders and revenue by month, last 6 months"]
    ),
    Case(
      query:
        "{delivery_time by customer_order having delivery_time>5.0 | [2025-01-01, 2026-01-01) "
        + "rollup count}",
      questions: ["how many 2025 customer orders took more than 5 days to reach the customer?"]
    ),
    Case(
      query: "{overdue_days where overdue_orders}",
      questions: ["average delay of late purchase orders"]
    ),
    Case(
      query:
        "{customer_count where customer not in {units_sold by customer | [2025-10-01, "
        + "2026-04-01)} and customer in {units_sold by customer}}",
      questions: ["how many customers used to buy but nothing in the last 6 months?"]
    ),
    Case(
      query: "{anomaly_count by anomaly_severity where pending_anomalies}",
      questions: ["anomalies encore en attente, par gravité"]
    ),
    Case(
      query: "{revenue by channel | [2026-02-01, 2026-03-01)}",
      questions: ["CA par canal, février"]
    ),
    Case(
      query: "{average_basket by segment | [2025-10-01, 2026-01-01)}",
      questions: ["panier moyen par segment T4"]
    ),
    Case(
      query:
        "{event_date, event_multiplier by event where upcoming_events | "
        + "[2026-04-01, 2026-07-01) order measure 0 asc}",
      questions: ["events coming up between now and end of june"]
    ),
    Case(
      query: "{days_of_cover by product having days_of_cover<14.0}",
      questions: ["products with less than 2 weeks of cover"]
    ),
    Case(
      query:
        "{reject_rate by supplier where supplier_country=Allemagne | "
        + "[2025-01-01, 2026-01-01)}",
      questions: ["Compare the reject rates of our two German suppliers for orders placed in 2025."]
    ),
    Case(
      query: "{share(revenue)[weekday in [6, 7]] | [2025-01-01, 2026-01-01)}",
      questions: ["What share of our 2025 revenue came in on Saturdays and Sundays?"]
    ),
    Case(
      query: "{last_sale_date, orders by customer having orders>12.0}",
      questions: [
        "Quels clients ont passé plus de 12 commandes clients, et à quand remonte la dernière de chacun ?"
      ]
    ),
    Case(
      query:
        "{units_sold by customer having categories_sold>=3.0 | [2025-01-01, "
        + "2026-01-01) rollup count}",
      questions: ["how many customers bought from all three categories in 2025"]
    ),
    Case(
      query: "{orders where same_day_shipments}",
      questions: ["How many orders were shipped on the very day they were placed?"]
    ),
    Case(
      query: "{net_margin | [2025-01-01, 2026-01-01)}",
      questions: [
        "Après retours, stockage, transport et frais, combien nous est-il resté de marge nette en 2025 ?"
      ]
    ),
    Case(
      query: "{revenue by customer_order | [2025-01-01, 2026-01-01) rollup median}",
      questions: ["median basket 2025, not the average"]
    ),
    Case(
      query: "{units_sold by category, segment | [2025-01-01, 2026-01-01)}",
      questions: ["unités vendues 2025 catégorie x segment client"]
    ),
    Case(
      query: "{open_order_units, open_order_count where supplier=Nordkälte AB}",
      questions: [
        "Nordkalte nous doit encore combien d'unités, sur combien de commandes fournisseur ?"
      ]
    ),
    Case(
      query: "{gross_margin, margin_rate by supplier}",
      questions: ["Marge brute en euros et en % par fournisseur"]
    ),
    Case(
      query: "{share(revenue)[discounted] | [2025-01-01, 2026-01-01)}",
      questions: ["what % of last years revenue came from discounted lines"]
    ),
    Case(
      query: "{revenue | [2026-01-01, 2026-04-01) vs [2025-01-01, 2025-04-01)}",
      questions: ["ca cette annee vs meme periode l an dernier"]
    ),
    Case(
      query:
        "{supplier_rating by supplier where payment_terms~60 having "
        + "supplier_rating>4.2}",
      questions: ["Which suppliers are on 60-day terms and rated above 4.2?"]
    ),
    Case(
      query: "{losses by warehouse where movement_reason=casse|vol | [2026-03-01, 2026-04-01)}",
      questions: ["casse et vol en mars, combien d'unités par entrepôt"]
    ),
    Case(
      query:
        "{return_date, returned_units by return_record | [2026-03-30, 2026-03-31) order "
        + "measure 0 asc}",
      questions: ["montre-moi les retours du 30 mars"]
    ),
    Case(
      query: "{revenue by subcategory | [2025-01-01, 2026-01-01)}",
      questions: ["CA sous-catégorie par sous-catégorie en 2025"]
    ),
    Case(
      query: "{stock_value}",
      questions: ["la valeur totale de notre stock"]
    ),
    Case(
      query: "{open_order_units}",
      questions: ["Combien d'unités nos fournisseurs doivent-ils encore nous livrer ?"]
    ),
    Case(
      query:
        "{supplier_late_rate by supplier having supplier_late_rate>0.3 | [2025-01-01, "
        + "2026-01-01)}",
      questions: [
        "quels fournisseurs ont livré en retard plus de 30 % de leurs commandes en 2025 ?"
      ]
    ),
    Case(
      query: "{shipping_time | [2026-03-01, 2026-04-01)}",
      questions: ["combien de jours entre la commande d'un client et son expédition, en mars ?"]
    ),
    Case(
      query: "{revenue[promotional], revenue[non_promotional] | [2026-02-01, 2026-03-01)}",
      questions: ["le CA en promo et le CA hors promo en février"]
    ),
    Case(
      query: "{stock_on_hand by product where below_minimum}",
      questions: ["list everything that is below its minimum, with the quantity left"]
    ),
    Case(
      query: "{product_count by abc_class | [2025-01-01, 2026-01-01)}",
      questions: ["how many A, B and C products did we have in 2025?"]
    ),
    Case(
      query: "{margin_rate | [2025-01-01, 2026-01-01) vs [2023-01-01, 2024-01-01)}",
      questions: ["le taux de marge a-t-il progressé entre 2023 et 2025 ?"]
    ),
    Case(
      query: "{customer_count by region where rfm_segment=Champions}",
      questions: ["how many champions do we have in each region?"]
    ),
    Case(
      query:
        "{product_count, stock_value where product not in {units_sold by product | "
        + "[2025-10-03, 2026-04-01)} and in_stock}",
      questions: ["products in stock that haven't sold for 180 days, how many and what's it worth"]
    ),
    Case(
      query:
        "{stock_on_hand by warehouse, product where category=Jardin rollup count over "
        + "product order measure 0 desc limit 1}",
      questions: ["quel entrepôt contient le plus de références de la catégorie Jardin ?"]
    ),
    Case(
      query: "{revenue by weekday order measure 0 asc limit 1}",
      questions: ["quel jour de la semaine vend-on le moins en valeur ?"]
    ),
    Case(
      query:
        "{transferred_units where counterpart_warehouse=Entrepôt Lyon Confluence and warehouse_city=Lille | "
        + "[2025-01-01, 2026-01-01)}",
      questions: ["how many units went from the Lille warehouse to Lyon in 2025?"]
    ),
    Case(
      query: "{excess_units, stock_on_hand by product having stock_on_hand>max_stock_level}",
      questions: ["quels articles dépassent leur stock maximum, et de combien d'unités ?"]
    ),
    Case(
      query: "{revenue by customer rollup shareOfTotal,sum order measure 0 desc limit 20}",
      questions: ["share of revenue coming from our 20 biggest customers, all years together"]
    ),
    Case(
      query: "{by supplier where payment_terms~60}",
      questions: ["suppliers on 60 days payment"]
    ),
    Case(
      query: "{by supplier, supplier_country where inactive_suppliers}",
      questions: ["liste des fourniseurs inactifs avec leur pays"]
    ),
    Case(
      query: "{stock_value by product where dormant/60d}",
      questions: ["stock dormant depuis 60 jours, valeur par article"]
    ),
  ]
}
