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
      + " prevu donnees fois a-t-on avons-nous reel commander coute risque hors frais achete"
      + " lignes depense passe ligne retards demande bien a-t-il niveau livree prevue ayant"
      + " qualite erreur periode souvent livrer reception pourcentage comme somme perte"
      + " rapport stockage cours dire remis modele unitaire pertes annulees attente savoir"
      + " realise reste appris colis haut fais calcule duree valeurs contre prevues rapporte"
      + " au-dessus depasse unite paiement retrospectif anomalie arrivees mouvement proposer"
      + " tableau calcul faible gagne mesure nuit enregistrees gravite cher coutent motif"
      + " passees attendue deux peut-on jusqu'a attendre traitement recommander recues"
      + " recevoir arrivee eleve recue faut-il passee moy traiter voir vont facture besoin"
      + " venir annule disponible est-il tarif casse rabais manquantes groupes paye livres"
      + " perdre controle exemple vue enregistree journee rayon sont-elles arriver poids vaut"
      + " recu prevus frequence mouvements immobilise mettre raison sortie sorties rythme"
      + " actif exceptionnels attendent borne tenir augmente fete lieu revient superieur"
      + " couverture connaitre marchandise rentabilite retournes etape controles magasin pris"
      + " seul elevee vitesse ecarts annulee avoir dessous tourne recente tendance depassent"
      + " retourne expedition attendues regle trouve vite annonce forte manque nombres promis"
      + " rapportent anormales tombe explique vient chiffres systeme nouveaux entree depenses"
      + " commandent probabilite hasard anormal tomber complet graphique chacun dit a-t-elle"
      + " bilan connu dort suivre comparaison disponibles bloque acheteurs achetes expediee"
      + " avance preparer validee sont-ils puis-je peux-tu maintenant viennent requete genere"
      + " faudrait mise classement limite manquent superieure fourchette transfert solde"
      + " priorite releves commandee canal prochains genre laisse multiplicateur lesquels mis"
      + " nom restent resolues grande perdus bouge modeles mediane inferieur bornes bureau"
      + " retournee demarque statuts theorique erreurs fiabilite entrees prevoit-on gagne-t-on"
      + " risquent enregistre corriger traitees dois-je nouveau fais-moi compris reponse seuls"
      + " seule va-t-on mettent boite differents recommande mauvaise court indicateurs"
      + " colonnes defaut acheter remboursements rendu acheteur predit intervalle commandees"
      + " manquer ere plusieurs tete relancer au-dela ventilateur receptions suspectes"
      + " attendus recence demandez doublons sommes-nous confondus personne bonne petits"
      + " commencer commence chacune valent pese rembourse refaisant promettre expediees"
      + " saisonnier tiens oublie facteur chute reelle traitee avez-vous seulement enregistres"
      + " reviennent mauvais numero perd egal mesuree negatif papier refusee priorites revenus"
      + " achetent partent lache anormaux fiables inactifs inactif adresse famille"
      + " exceptionnel attendu calcules veut sortent fichier societe contient arrivent"
      + " distincts monter ancienne gagner ouverte repartition nommez formule valorise poste"
      + " chere inventaire suggeree livrent critiques positif rejets suspectees achetees vend-on"
      + " releve indice arrivera expedier effets anormale cree commerciale soldes ignoree"
      + " resolue lecon pouvez plait resultat restant reste-t-il prend connus sortis rentre"
      + " ouvertes bientot moyens inferieure recemment demander ecoules partis marchent mises"
      + " explication expedie achetons-nous dependance entieres cles saisonniere geographique"
      + " reglement boutique lecons doit-on pourrais cas passage reviens doivent soit ont-ils"
      + " periodes reelles constate represente auraient tient"
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
      + " received anomaly line cancelled returned goods often avg demand know recorded effect"
      + " put made qty measured deliver missing good restocked see ordering latest nothing"
      + " worth sum make arrived sent losses again storage lost longer reason down like"
      + " payment ship values paid pending unusual lose stored known percent offer forecasting"
      + " lowest suggested real full kind wait going ask abnormal check times turn moved"
      + " history went report rejected fees work came biggest stopped exceptional now look"
      + " what's lateness season schedule database resolved hold computed handle learned ones"
      + " given equal way example tied waiting shipment leave use well step numbers group"
      + " shelf account terms system purchased seasonal peaks shop handled everything fall"
      + " jump jumps spike spikes holding coming trend on-time validated takes save running bring clean ahead behind"
      + " amounts key receipts inbound refunds buyers receive goes keep till big method"
      + " freight damaged fast far sitting apart largest outstanding wrong errors arrival skus"
      + " sells fastest care makes view covered brought inside once earliest smallest"
      + " suspected projected transferred thing explain figures away losing valued forecasted"
      + " shelves following discounted draft closed raise better listed longest none recently"
      + " supplies restocking buyer gaps move query rise send bottom broken exceed anticipated"
      + " shift movements raised live spike took say else company people slowest refunded"
      + " stolen holiday takings accurate expecting shifted aside ignored fix another already"
      + " getting anything registered typical planned duplicate adjustment cust earned bound"
      + " probability adjusted earn review suddenly link because higher lesson exactly around"
      + " doing gets seen trying told kept excluding empty snapshot columns shrinkage handling"
      + " issued rung suspicious saved duplicates mind let's answer fell performing making"
      + " board dropped area repeat snapshots seller missed awaiting reliable processed"
      + " recurring failing seasons recommend counted undo lessons falls calculated based"
      + " comes used stands flagged said leaving pulled nightly newest comparison ground"
      + " progress greater beyond door statuses bill haulage actuals warehousing availability"
      + " rejects buys cancellation upcoming idle rule twice two reject moving others needs"
      + " catalog carry reached generate common idea reordered outside cut exceeds later"
      + " carrying road scrapped sudden refund merchandise priorities duration absolute"
      + " launched weighted canceled speed effects rated rhythm odd drivers learn must expect"
      + " dealt calendar break write found announced overview night's reach turns head slow"
      + " turning changed watch computation breakdown strongest rising trending priced"
      + " equipment delayed entry examples love procurement locked expense economic incoming"
      + " undelivered outbound fraudulent applied dead steps affect readable indicators fields"
      + " atypical add outlier confirmed forget curious compute graph gave filled quickly"
      + " levels remaining books packs nobody distributed ranking ranked poor declining"
      + " deviations anymore bank spending expenses joined product's reliability profitability"
      + " moves returning estimated benefit income spikes operational tactical summarise"
      + " summarize"
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
