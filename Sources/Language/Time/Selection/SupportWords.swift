/// Folded words that make a weak reading a time, or forbid it.
enum SupportWords {
  /// Small words that stand before a time.
  static let prepositions = list(
    "en in on during pendant durant sur dans over for pour of de du d' des au aux a at depuis dps since"
      + " until avant apres before after entre between from by courant throughout through"
      + " vers around about fin debut qu' que"
  )

  /// Months whose names are no other word and no first name.
  static let plainMonths = list(
    "janvier fevrier juillet septembre octobre novembre decembre january february september october"
      + " november december"
  )

  /// Those that almost only stand before a time or a place.
  static let strictPrepositions = list(
    "en in during pendant durant courant throughout since depuis dps"
  )

  /// Those of possession, which need a figure before them: « ventes d'été » but not « robes d'été
  /// ».
  static let possessives = list("de du d' des of for pour 's")

  /// Those that make a time of a season's name.
  static let seasonPrepositions = list("en in during pendant durant au courant since depuis cet")

  /// The articles of both languages.
  static let articles = list("le la les l' the")

  /// What may surround a time when a question is nothing else.
  static let fillers = prepositions.union(articles).union(
    list("? . ! , ; : et and or ou puis what about how also aussi ( ) \" '")
  )

  /// What ties a time to the question before.
  static let ties = list(
    "only just instead rather now again same than to with versus vs compared compare against actually"
      + " ok no not then pls please juste seulement uniquement plutot maintenant pareil idem meme"
      + " chose avec que par rapport contre compare comparer face non alors donc stp svp rien sinon"
  )

  /// Places in a list.
  static let places = list(
    "premier premiere first deuxieme second seconde troisieme third 1er 1ere 1st 2nd 3rd"
  )

  /// What stands between the members of a list, or of a comparison.
  static let joiners = list("et and & ou or , puis vs versus contre / - against")

  /// Figures and flows that take a time right after or before them.
  static let figures = list(
    "ca affaires affaire vente ventes marge marges revenue revenues sales sale revenu revenus"
      + " turnover profit profits benefice benefices margin margins panier stock stocks achats"
      + " achat purchases retours returns remises discounts resultat resultats results bilan"
      + " chiffre chiffres figures total totals quantites quantite qte qtes units prevision"
      + " previsions forecast forecasts expeditions livraisons deliveries shipments growth"
      + " performance performances activite kpi kpis rapport report budget demand demande"
      + " commandes orders ruptures inventory inventaire vendu vendus vendues sold vendu realise"
      + " brute nette brut net gross rate taux value valeur spend depenses income volume volumes"
      + " rotation basket moyen average croissance evolution invendus numbers promo promos soldes"
      + " recette recettes encaissements couts cout cost costs summary recap synthese baskets"
      + " promotions mouvements movements receptions alertes anomalies"
      + " resume resumer resumez raconte racontez recapitule recapitulatif recit story summarise"
      + " summarize review dashboard debrief highlights"
  )

  /// Words before a verb.
  static let auxiliaries = list(
    "did do does didn't don't doesn't will would can could may might to"
  )

  /// What is said of a time as of a thing.
  static let copulas = list(
    "was is were est etait a sera looked went compared compare stack beat beats 'd how'd"
  )

  /// Things with names and numbers: what follows them is no time.
  static let entities = list(
    "client cliente customer brand marque produit product article item sku ref reference references"
      + " modele model fournisseur supplier vendor transporteur carrier commande order lot batch"
      + " facture invoice entrepot warehouse depot magasin store shop allee aisle code id numero"
      + " categorie category gamme segment serie societe company contact monsieur madame mr mrs"
      + " ms mme m. rue cmd bon colis parcel palette pallet rayon emplacement version type"
      + " compte account ticket dossier cde line devis quote po so vis piece part sous-categorie"
      + " modeles lots batches skus produits-type bin zone rack hall quai dock promo code-barres"
      + " norme norm iso din zip cp"
  )

  /// What splits a figure: « par canal ».
  static let splitters = list("par by per chaque each every selon")

  /// Before such a word, an entity is an axis or a rank and not a name: « par produit 2018 ».
  static let axisMarks = list(
    "par by per chaque each every meilleur meilleure best top worst pire premier premiere first"
      + " quel quelle which selon et and nouveau new par/ un une a"
  )

  /// Nouns that make a name of the word before them: "the May brand".
  static let naming = list(
    "brand marque express segment edition label collection range line brands group gmbh sarl inc"
      + " ltd"
      + " model"
  )

  /// After four digits, these make a version of them: "Office 2019 licences".
  static let versions = list("licence licences license licenses edition pro plus copier version")

  /// What is counted or measured: the number before it is an amount.
  static let measures = list(
    "unites unite pieces piece pcs pc kg g gr mg km m cm mm l cl ml litres litre metres metre"
      + " tonnes"
      + " tonne units unit % percent pourcent points point jours jour days day heures heures hours"
      + " minutes fois times grammes items articles produits lignes clients commandes exemplaires"
      + " cartons carton boites boite boxes box palettes palettes pallets pallet references skus"
      + " fournisseurs euros euro eur usd $ € £ dollars dollar xof fcfa cfa gbp pounds chf cad mad"
      + " watts w v volts lumens rpm gb mb tb go mo ko k million millions kilos kilo tickets ventes"
  )

  /// English counts that a round number makes an amount ("2000 orders"), another one a year.
  static let looseMeasures = list(
    "orders customers products lines suppliers returns deliveries shipments sales rows"
  )

  /// What is compared with an amount.
  static let comparators = list(
    "above under below exceeding exceeds exceed depasse depassant depassent superieur superieure"
      + " superieurs superieures inferieur inferieure inferieurs inferieures > < = least most"
      + " maximum minimum min max seuil atteint egal egale environ threshold reach reaches"
  )

  /// Words before "de", "than" or "a" that make a comparison with an amount.
  static let comparedAmounts = list(
    "plus moins more less fewer greater higher lower superieur superieure superieurs superieures"
      + " inferieur inferieure inferieurs inferieures bigger smaller egal egale"
  )

  /// Deliveries and payments, whose terms are durations.
  static let deliveries = list(
    "livre livree livres livrees delivered deliver delivery shipped ship expedie expediee expedies"
      + " expediees recu recue recus recues received paye payee payes payees paid livraison"
      + " livraisons"
      + " expedition delivering arrive arrived arrives regle reglee regles reglees processed traite"
      + " traitee traites traitees livrer expedier orders fulfilled retournes returned ship"
      + " livrent paiement payment payments payable reglement terms garantie warranty delai"
  )

  /// What says that something has not been done: "in six months" behind it is no future.
  static let negatedPerfects = list(
    "haven't hasn't hadn't havent hasnt hadnt didn't didnt not never no nothing nobody none without"
      + " n'ont n'a n'avons n'avez pas aucun aucune jamais rien"
  )

  /// What looks ahead: "what will have no stock in two weeks".
  static let futures = list("will won't wont shall going 'll expected due projected likely")

  /// Before "late" or "early", these make it an adverb: "received late last month".
  static let lateness = list(
    "delivered received arrived shipped are is was were be been being came come arrive deliveries"
      + " orders shipments too very running paid sent deliver arriving placed invoices out went gone left"
  )

  private static func list(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }
}
