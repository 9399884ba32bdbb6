/// Readings of promises beside outcomes, of who acts and who is counted, of words that lie inside others.
extension ReadingTests {
  static let told: [Case] = [
    Case(
      query: "{scheduled_time, delivery_time by ship_mode | [2026-01-01, 2026-03-01)}",
      questions: [
        "for each shipping mode, how many days did we promise and how many did it really take, on orders placed in January and February this year?"
      ]
    ),
    Case(
      query: "{supplier_lead_time, announced_lead_time by supplier}",
      questions: ["for each supplier, what's the real lead time versus the one they announce?"]
    ),
    Case(
      query: "{average_basket by segment}",
      questions: ["panier moyen par commande client pour chacun de nos segments"]
    ),
    Case(
      query: "{purchases by supplier order measure 0 desc limit 10}",
      questions: ["who do we buy the most from?", "who do we spend the most with?"]
    ),
    Case(
      query: "{return_count by customer order measure 0 desc limit 10}",
      questions: ["quels clients nous rendent le plus d'articles ?"]
    ),
    Case(
      query: "{stock_on_hand where subcategory=Ventilateurs}",
      questions: ["il me reste combien de ventilateurs en magasin ?"]
    ),
    Case(
      query:
        "{units_sold by product of every product | [2026-03-01, 2026-04-01) order measure 0 asc limit 5}",
      questions: ["top 5 des flops de mars"]
    ),
    Case(
      query: "{gross_margin by subcategory order measure 0 desc}",
      questions: ["classement des sous-catégories par marge"]
    ),
    Case(
      query: "{sale_lines by product where discounted order measure 0 desc limit 10}",
      questions: ["quels articles sont le plus souvent soldés ?"]
    ),
    Case(
      query: "{delivered_orders where late_deliveries | [2026-02-01, 2026-03-01)}",
      questions: ["how many deliveries went out late in February?"]
    ),
    Case(
      query: "{revenue by category | [2026-03-17, 2026-04-01)}",
      questions: ["ventes de la dernière quinzaine par catégorie"]
    ),
    Case(
      query: "{units_sold by product | [2026-03-02, 2026-04-01) order measure 0 desc limit 10}",
      questions: ["quels articles se vendent le mieux en ce moment ?"]
    ),
    Case(
      query: "{customer_count where no city}",
      questions: [
        "combien de clients dont la ville n'est pas renseignée ?",
        "how many customers whose city is not filled in",
      ]
    ),
    Case(
      query: "{late_orders by customer having late_orders>0.0 rollup count}",
      questions: ["how many customers have late orders"]
    ),
    Case(
      query: "{margin_rate by subcategory where category=Éclairage | [2025-01-01, 2026-01-01) "
        + "order measure 0 desc limit 10}",
      questions: [
        "sur l'éclairage, quelles sous-catégories rapportent le plus en pourcentage ? donne-moi le taux de marge de chacune en 2025"
      ]
    ),
    Case(
      query: "{reject_rate by supplier | [2025-01-01, 2026-01-01) order measure 0 desc limit 1}",
      questions: [
        "le pire fournisseur côté marchandise refusée à la réception en 2025 (en taux de rejet)"
      ]
    ),
    Case(
      query: "{stock_on_hand by product where subcategory=Lampes rollup minimum,maximum}",
      questions: ["what are the smallest and the biggest quantity we hold of any lamp?"]
    ),
    Case(
      query: "{revenue | [2026-01-01, 2026-04-01) vs [2025-01-01, 2025-04-01)}",
      questions: ["à fin mars, CA cumulé versus l'an dernier"]
    ),
    Case(
      query: "{average_basket | [2026-03-01, 2026-04-01) vs [2026-02-01, 2026-03-01)}",
      questions: ["le panier moyen a-t-il monté par rapport à février ?"]
    ),
    Case(
      query: "{revenue | [2026-03-01, 2026-04-01)}",
      questions: ["combien nos clients ont-ils dépensé en mars ?"]
    ),
    Case(
      query: "{orders | [2026-03-01, 2026-04-01)}",
      questions: ["how many sales did we make in March?", "combien de ventes en mars"]
    ),
    Case(
      query: "{product_price by product having product_price>=50.0 and product_price<=100.0}",
      questions: ["produits entre 50 et 100 euros"]
    ),
    Case(
      query: "{product_price by product having product_price<10.0 rollup count}",
      questions: ["combien d'articles vendus à moins de 10 euros ?"]
    ),
    Case(
      query:
        "{purchases by purchase_order | [2025-01-01, 2026-01-01) order measure 0 desc limit 1}",
      questions: ["biggest purchase order in 2025"]
    ),
    Case(
      query: "{cost_amount by cost_type}",
      questions: ["I need a breakdown of costs"]
    ),
    Case(
      query: "{revenue by day where weekday in [6] rollup mean}",
      questions: ["how much do we take on a Saturday on average?"]
    ),
    Case(
      query: "{gross_margin by category where category=Jardin|Mobilier}",
      questions: ["marge du mobilier et du jardin"]
    ),
    Case(
      query:
        "{product_price by category, product order measure 0 desc limit 1 within category}",
      questions: ["produit le plus cher par catégorie"]
    ),
    Case(
      query: "{days_of_cover by product having days_of_cover>90.0}",
      questions: ["which products have over 3 months of cover?"]
    ),
    Case(
      query: "{revenue where channel=Téléphone | [2026-03-01, 2026-04-01)}",
      questions: ["le CA pris au téléphone ce mois-ci"]
    ),
    Case(
      query: "{stock_on_hand by product where out_of_stock}",
      questions: ["what's out of stock?"]
    ),
    Case(
      query: "{stock_on_hand}",
      questions: ["how's stock looking?"]
    ),
  ]
}
