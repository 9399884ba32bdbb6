/// A corpus of a few objects, enough for every command.
enum SmallCorpus {
  static let files: [(String, String)] = [
    (
      "datasets/products.yaml",
      """
      kind: dataset
      name: products
      table: products
      type: entity
      primary_key: id
      label: {fr: {one: produit, many: produits, gender: m}, en: {one: product, many: products}}
      """
    ),
    (
      "datasets/sales.yaml",
      """
      kind: dataset
      name: sales
      table: sales_history
      type: flow
      primary_key: id
      time: order_date
      label: {fr: {one: vente, many: ventes, gender: f}, en: {one: sale, many: sales}}
      relationships:
        - {name: product, to: products, from: product_id, key: id}
      """
    ),
    (
      "datasets/returns.yaml",
      """
      kind: dataset
      name: returns
      table: returns
      type: flow
      primary_key: id
      time: return_date
      label: {fr: {one: retour, many: retours, gender: m}, en: {one: return, many: returns}}
      """
    ),
    (
      "dimensions/product.yaml",
      """
      kind: dimension
      name: product
      dataset: products
      key: id
      label_field: name
      entity: true
      values: indexed
      label: {fr: {one: produit, many: produits, gender: m}, en: {one: product, many: products}}
      description: {fr: "Un article.", en: "An item."}
      synonyms: {fr: [article], en: [item]}
      """
    ),
    (
      "dimensions/category.yaml",
      """
      kind: dimension
      name: category
      dataset: products
      key: category
      values: indexed
      label: {fr: {one: catégorie, many: catégories, gender: f}, en: {one: category, many: categories}}
      description: {fr: "La catégorie.", en: "The category."}
      synonyms: {fr: [famille], en: [family]}
      """
    ),
    (
      "metrics/revenue.yaml",
      """
      kind: metric
      name: revenue
      dataset: sales
      expression: "sum(quantity * product.unit_price)"
      unit: currency
      better: higher
      empty: zero
      label:
        fr: {one: chiffre d'affaires, many: chiffres d'affaires, gender: m}
        en: {one: revenue, many: revenues}
      description: {fr: "Somme des ventes.", en: "Sum of sales."}
      synonyms: {fr: [CA, recettes], en: [sales, takings]}
      questions: {fr: ["Quel est le CA en 2024 ?"], en: ["What was the revenue in 2024?"]}
      confusable: [returned_units]
      """
    ),
    (
      "metrics/returned_units.yaml",
      """
      kind: metric
      name: returned_units
      dataset: returns
      expression: "sum(quantity)"
      unit: count
      better: lower
      empty: zero
      label:
        fr: {one: quantité retournée, many: quantités retournées, gender: f}
        en: {one: returned quantity, many: returned quantities}
      description: {fr: "Somme des retours.", en: "Sum of returns."}
      synonyms: {fr: [unités retournées], en: [units returned]}
      """
    ),
    (
      "vocabulary/words.yaml",
      """
      kind: vocabulary
      name: words
      markers:
        group: {fr: [par, pour chaque], en: [by, for each]}
        top: {fr: [meilleur, premiers, top], en: [best, top]}
        list: {fr: [liste], en: [list]}
        greeting: {fr: [bonjour], en: [hello]}
        stop: {fr: [le, la, les, des, de, en, quel, est], en: [the, of, in, what, was]}
      """
    ),
  ]
}
