/// Words that belong to one tongue only, with their weight; words of both are left out.
enum TongueWords {
  /// The tongue a word speaks for.
  enum Vote: Sendable {
    case french(Double)
    case english(Double)
  }

  /// Every word that votes, folded.
  static let table: [String: Vote] = {
    var table: [String: Vote] = [:]
    for word in frenchTrade { table[word] = .french(0.5) }
    for word in englishTrade { table[word] = .english(0.5) }
    for word in frenchFunction { table[word] = .french(1) }
    for word in englishFunction { table[word] = .english(1) }
    for word in shared { table[word] = nil }
    return table
  }()

  private static let frenchFunction = list(
    "le la les l' un une des du de d' et ou ce cet cette ces c' s' j' n' m' t' qu' jusqu' lorsqu'"
      + " puisqu' quelqu' au aux dans par pour avec sans sous sur vers chez entre depuis pendant"
      + " durant avant apres est sont etait etaient sera seront ete etre ai avons avez ont avait"
      + " aurait suis es sommes je tu il elle nous vous ils elles mon ma mes ton ta tes notre nos"
      + " votre vos leur leurs son sa ses mon que qui quoi dont quel quelle quels quelles combien"
      + " comment pourquoi quand ne pas plus moins tres trop aussi encore deja jamais toujours rien"
      + " tout toute tous toutes autre autres chaque meme memes y moi toi lui eux faire fait faut"
      + " peut peux veux voudrais donne donner montre montrer affiche afficher liste lister dis"
      + " svp stp merci bonjour salut oui voici mieux alors donc mais car parmi lequel laquelle"
      + " quelques aucun aucune celui celle ceux celles selon via parmi combien avez avons"
      + " est-ce ca cela ici hier demain aujourd'hui ajd auj"
  )

  private static let englishFunction = list(
    "the an of to is are was were be been being am do does did done doesn't didn't don't isn't"
      + " haven't hasn't aren't wasn't have has had will would should could can cannot can't may"
      + " might shall what which who whom whose when where why how many much that this these those"
      + " there here it its it's i i'm i'd we we've you he she they them us our your my his her"
      + " their and or not no nor but if than then by from with without within into onto between"
      + " during since until before after above below over under about against per each every any"
      + " some all both few most more less least fewer other such only same so too very just also"
      + " in at for give show tell list let me please thanks thank hello hi yes get got give find"
      + " want need rank compare 's yesterday today tomorrow ever never still yet up out last next"
      + " past through across on"
  )

  private static let frenchTrade = list(
    "chiffre affaires affaire vente ventes vendu vendus vendue vendues vendre vendent vend marge"
      + " marges fournisseur fournisseurs client clients cliente produits produit depot depots"
      + " entrepot entrepots rupture ruptures livraison livraisons livre livrees commande"
      + " commandes achat achats retard retours retour remise remises panier moyen moyenne taux"
      + " delai delais mois semaine semaines annee annees trimestre trimestres semestre jour jours"
      + " an ans dernier derniere derniers dernieres prochain prochaine janvier fevrier mars avril"
      + " mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi"
      + " vendredi samedi dimanche benefice benefices cout couts prix valeur prevision previsions"
      + " seuil surstock meilleur meilleure meilleurs meilleures pire evolution croissance baisse"
      + " hausse reapprovisionnement reapprovisionner ville villes pays reference references"
      + " categorie categories sous gamme marque quantite quantites nombre evenement evenements"
      + " alerte alertes brute nette actuel actuelle actifs etat dormants dormant transporteur"
      + " fiche precision ecart premier premiere deuxieme ete hiver automne printemps debut"
      + " fin mensuel mensuelle jours compare comparer resume panier montant montants rentable"
      + " rentables meuble meubles chaise chaises imprimante noel t1 t2 t3 t4 s1 s2 sem trim"
      + " janv fevr"
      + " juil"
      + " analyse echantillon rapide sauvegarde vide lance relance"
  )

  private static let englishTrade = list(
    "revenue revenues sales sale sold sell selling margin margins supplier suppliers vendor vendors"
      + " customer customers product products warehouse warehouses stockout stockouts delivery"
      + " deliveries delivered order orders ordered purchase purchases late returns return discount"
      + " discounts basket average rate rates lead time month months week weeks year years quarter"
      + " quarters day days january february march april june july august september october"
      + " november december monday tuesday wednesday thursday friday saturday sunday profit profits"
      + " cost costs price prices value forecast forecasts threshold overstock best worst growth"
      + " drop increase decrease reorder replenish city cities country countries reference"
      + " references category categories subcategory brand quantity quantities number event events"
      + " alert alerts gross net current active state dormant carrier sheet accuracy gap first"
      + " second summer winter autumn spring monthly weekly daily yearly quarterly compared summary"
      + " amount units unit items item inventory hand top-selling turnover spend bought buy chairs"
      + " phones tables shipped shipping open overdue early ago half christmas region segment"
      + " quick analysis sample samples retrain refresh clear backup launch"
  )

  /// Spelled alike in both, so they vote for neither.
  private static let shared = list(
    "a on as stock stocks sku total client promotion promotions excellent car six plus table"
      + " tables region segment reference references net moi dates abc rfm eoq mape"
  )

  private static func list(_ words: String) -> [String] {
    words.split(separator: " ").map(String.init)
  }
}
