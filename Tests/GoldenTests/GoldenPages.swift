/// The pages of Snapshots: a name and the same question in both languages.
enum GoldenPages {
  static let all: [(name: String, french: String, english: String)] = [
    ("revenue-year", "Quel est le chiffre d'affaires de 2025 ?", "What was the revenue in 2025?"),
    (
      "units-by-category", "Quantité vendue par catégorie en 2025", "Units sold by category in 2025"
    ),
    (
      "top-products", "Quels sont les 5 produits les plus vendus ?",
      "What are the 5 best-selling products?"
    ),
    ("worst-products", "Les 5 produits les moins vendus", "The 5 least sold products"),
    ("revenue-months", "CA par mois en 2025", "Revenue by month in 2025"),
    (
      "revenue-compared", "CA par catégorie en 2025 par rapport à 2024",
      "Revenue by category in 2025 compared with 2024"
    ),
    (
      "revenue-share", "Part de chaque région dans le chiffre d'affaires",
      "Share of each region in revenue"
    ),
    ("cumulative", "CA cumulé par mois en 2025", "Cumulative revenue by month in 2025"),
    (
      "top-within", "Les 2 meilleurs produits de chaque catégorie",
      "Top 2 products within each category"
    ),
    ("margin-rate", "Taux de marge par catégorie", "Margin rate by category"),
    ("net-margin", "Marge nette par mois en 2025", "Net margin by month in 2025"),
    (
      "average-basket", "Quel est le panier moyen par canal ?",
      "What is the average basket by channel?"
    ),
    ("return-rate", "Taux de retour par catégorie", "Return rate by category"),
    ("stock-warehouse", "Stock actuel par entrepôt", "Current stock by warehouse"),
    ("stock-months", "Évolution du stock en 2025", "Trend of stock in 2025"),
    ("out-of-stock", "Quels produits sont en rupture ?", "Which products are out of stock?"),
    (
      "dormant", "Quels produits n'ont pas été vendus depuis 60 jours ?",
      "Which products have not been sold for 60 days?"
    ),
    ("turnover", "Taux de rotation par catégorie", "Stock turnover by category"),
    (
      "late-rate", "Taux de retard de livraison par mode d'expédition",
      "Late delivery rate by ship mode"
    ),
    (
      "suppliers", "Délai moyen des fournisseurs par fournisseur",
      "Average supplier lead time by supplier"
    ),
    ("purchases", "Achats par fournisseur en 2025", "Purchases by supplier in 2025"),
    ("abc", "CA par classe ABC", "Revenue by ABC class"),
    ("rfm", "Combien de clients par segment RFM ?", "How many customers per RFM segment?"),
    ("never-bought", "Quels clients n'ont jamais acheté ?", "Which customers have never bought?"),
    (
      "condition", "Clients ayant plus de 5 commandes en 2025",
      "Customers with more than 5 orders in 2025"
    ),
  ]
}
