/// The articles for sale, a line each, the ones that carry a story first in their category.
///
/// Fields: subcategory, name, today's price in euros, cost in percent of the price, pack size,
/// popularity (relative number of sale lines), story (see `Story`).
enum CatalogueTable {
  /// The lines of one category.
  static func lines(of category: Category) -> String {
    switch category {
    case .cooling: cooling
    case .appliances: appliances
    case .tools: tools
    case .garden: garden
    case .furniture: furniture
    case .stationery: stationery
    case .computing: computing
    case .lighting: lighting
    case .sport: sport
    case .cleaning: cleaning
    }
  }

  private static let cooling = """
    Climatiseurs | Climatiseur mobile Polaire 9000 BTU | 349.90 | 64 | 1 | 7 | rising
    Accessoires de climatisation | Kit de calfeutrage pour fenêtre | 24.90 | 41 | 10 | 4
    Ventilateurs | Ventilateur sur pied Brisor 40 cm | 49.90 | 55 | 4 | 8
    Réfrigérateurs | Réfrigérateur combiné 320 L | 529.90 | 70 | 1 | 5 | empty
    Congélateurs | Congélateur coffre 200 L | 289.90 | 68 | 1 | 4
    Climatiseurs | Climatiseur mobile Polaire 7000 BTU | 269.90 | 66 | 1 | 6
    Climatiseurs | Climatiseur mobile Polaire 12000 BTU | 499.90 | 63 | 1 | 4
    Climatiseurs | Climatiseur mural réversible Norvex 2,5 kW | 689.90 | 67 | 1 | 2
    Climatiseurs | Climatiseur mural réversible Norvex 3,5 kW | 819.90 | 67 | 1 | 2
    Ventilateurs | Ventilateur colonne Brisor 110 cm | 79.90 | 54 | 2 | 6
    Ventilateurs | Ventilateur de table Brisor 30 cm | 29.90 | 52 | 6 | 6
    Ventilateurs | Ventilateur de plafond à pales en bois | 139.90 | 58 | 1 | 3
    Ventilateurs | Brasseur d’air industriel 50 cm | 119.90 | 60 | 1 | 2 | declining
    Ventilateurs | Mini-ventilateur rechargeable | 14.90 | 45 | 20 | 5
    Rafraîchisseurs | Rafraîchisseur d’air 7 L | 99.90 | 57 | 1 | 4
    Rafraîchisseurs | Rafraîchisseur d’air 20 L | 169.90 | 59 | 1 | 2
    Réfrigérateurs | Réfrigérateur américain 540 L | 1149.90 | 72 | 1 | 2
    Réfrigérateurs | Réfrigérateur table top 120 L | 199.90 | 66 | 1 | 4
    Réfrigérateurs | Mini-réfrigérateur de bureau 45 L | 119.90 | 62 | 1 | 4
    Congélateurs | Congélateur armoire 260 L | 449.90 | 69 | 1 | 3 | shortage
    Congélateurs | Congélateur coffre 300 L | 369.90 | 69 | 1 | 2
    Caves à vin | Cave à vin de service 34 bouteilles | 299.90 | 63 | 1 | 2
    Caves à vin | Cave à vin de vieillissement 120 bouteilles | 899.90 | 68 | 1 | 1 | dormant
    Traitement de l’air | Déshumidificateur 20 L | 189.90 | 61 | 1 | 3
    Traitement de l’air | Purificateur d’air Norvex 40 m² | 159.90 | 56 | 1 | 3
    """

  private static let appliances = """
    Petit déjeuner | Machine à café à grains Orféa | 399.90 | 61 | 1 | 5 | rising
    Préparation culinaire | Robot pâtissier Castelane 4,6 L | 249.90 | 60 | 1 | 6
    Lavage | Lave-linge hublot 8 kg | 419.90 | 72 | 1 | 4 | shortage
    Petit déjeuner | Grille-pain deux fentes vintage | 44.90 | 50 | 4 | 2 | dormant
    Aspirateurs | Aspirateur balai sans fil Trévan | 229.90 | 62 | 1 | 5 | overstock
    Petit déjeuner | Bouilloire à température réglable 1,7 L | 39.90 | 48 | 4 | 6
    Petit déjeuner | Cafetière filtre programmable | 49.90 | 51 | 4 | 4
    Petit déjeuner | Presse-agrumes électrique | 29.90 | 47 | 6 | 3
    Préparation culinaire | Blender chauffant 1,5 L | 89.90 | 55 | 2 | 4
    Préparation culinaire | Mixeur plongeant 800 W | 34.90 | 49 | 6 | 5
    Préparation culinaire | Hachoir électrique | 39.90 | 50 | 4 | 3
    Cuisson | Four encastrable pyrolyse 72 L | 449.90 | 70 | 1 | 2
    Cuisson | Micro-ondes combiné 28 L | 149.90 | 64 | 1 | 4
    Cuisson | Plaque à induction trois foyers | 329.90 | 68 | 1 | 2
    Cuisson | Friteuse sans huile 5 L | 99.90 | 55 | 2 | 6
    Cuisson | Appareil à raclette huit personnes | 54.90 | 52 | 2 | 3
    Cuisson | Cuiseur à riz 1,8 L | 39.90 | 49 | 4 | 2
    Lavage | Lave-vaisselle 14 couverts | 469.90 | 71 | 1 | 3
    Lavage | Sèche-linge pompe à chaleur 9 kg | 599.90 | 71 | 1 | 2
    Lavage | Lave-linge top 6 kg | 359.90 | 71 | 1 | 2 | declining
    Aspirateurs | Aspirateur traîneau silencieux | 129.90 | 60 | 1 | 3
    Aspirateurs | Aspirateur robot Trévan R2 | 299.90 | 63 | 1 | 4
    Repassage | Centrale vapeur 6 bars | 159.90 | 58 | 1 | 3
    Repassage | Fer à repasser 2600 W | 44.90 | 50 | 4 | 4
    Repassage | Défroisseur vertical | 79.90 | 53 | 2 | 2
    """

  private static let tools = """
    Électroportatif | Perceuse-visseuse sans fil 18 V | 119.90 | 61 | 2 | 7
    Consommables | Coffret de 40 forets | 29.90 | 46 | 10 | 5
    Électroportatif | Ponceuse excentrique 300 W | 69.90 | 58 | 4 | 4 | declining
    Électroportatif | Scie circulaire 1400 W | 109.90 | 62 | 2 | 4 | empty
    Atelier | Établi pliant en bois | 79.90 | 60 | 1 | 2 | dormant
    Électroportatif | Meuleuse d’angle 125 mm | 59.90 | 57 | 4 | 5
    Électroportatif | Scie sauteuse pendulaire 650 W | 64.90 | 58 | 4 | 3
    Électroportatif | Perforateur burineur SDS 900 W | 129.90 | 63 | 2 | 2
    Électroportatif | Décapeur thermique 2000 W | 34.90 | 52 | 6 | 2
    Électroportatif | Batterie lithium 18 V 4 Ah | 59.90 | 50 | 6 | 4
    Outils à main | Marteau de menuisier 500 g | 17.90 | 44 | 12 | 4
    Outils à main | Jeu de six tournevis isolés | 24.90 | 45 | 10 | 5
    Outils à main | Pince multiprise 250 mm | 18.90 | 45 | 12 | 4
    Outils à main | Clé à molette 200 mm | 15.90 | 44 | 12 | 3
    Outils à main | Coffret de douilles 94 pièces | 69.90 | 54 | 4 | 3
    Outils à main | Scie égoïne 550 mm | 14.90 | 42 | 12 | 3
    Mesure | Mètre ruban 5 m | 7.90 | 38 | 24 | 6
    Mesure | Niveau à bulle 60 cm | 16.90 | 43 | 12 | 3
    Mesure | Télémètre laser 30 m | 44.90 | 52 | 6 | 2
    Mesure | Niveau laser en croix | 89.90 | 57 | 4 | 2 | rising
    Consommables | Disques à tronçonner (lot de 10) | 12.90 | 40 | 20 | 4
    Consommables | Vis à bois assorties (boîte de 500) | 19.90 | 43 | 20 | 4
    Atelier | Compresseur 24 L | 149.90 | 66 | 1 | 2
    Atelier | Escabeau aluminium cinq marches | 59.90 | 60 | 2 | 3
    Atelier | Servante d’atelier sept tiroirs | 329.90 | 69 | 1 | 1 | overstock
    """

  private static let garden = """
    Barbecues | Barbecue à charbon 57 cm | 129.90 | 59 | 1 | 5
    Barbecues | Charbon de bois 5 kg | 9.90 | 55 | 20 | 6
    Mobilier de jardin | Chaise longue pliante | 59.90 | 54 | 4 | 7
    Motoculture | Tondeuse thermique 46 cm | 329.90 | 70 | 1 | 3 | declining
    Mobilier de jardin | Parasol déporté 3 m | 149.90 | 58 | 1 | 3 | overstock
    Mobilier de jardin | Table de jardin extensible 180 cm | 249.90 | 62 | 1 | 3
    Mobilier de jardin | Fauteuil de jardin empilable | 39.90 | 53 | 6 | 6
    Mobilier de jardin | Balancelle trois places | 229.90 | 63 | 1 | 1
    Mobilier de jardin | Hamac sur pied | 119.90 | 58 | 1 | 2
    Barbecues | Plancha à gaz deux feux | 189.90 | 61 | 1 | 4
    Barbecues | Ustensiles de barbecue (coffret) | 29.90 | 45 | 8 | 3
    Motoculture | Tondeuse à batterie 37 cm | 279.90 | 66 | 1 | 4 | rising
    Motoculture | Taille-haie électrique 60 cm | 89.90 | 60 | 2 | 3
    Motoculture | Coupe-bordure sans fil | 99.90 | 60 | 2 | 3
    Motoculture | Souffleur de feuilles | 79.90 | 59 | 2 | 2
    Arrosage | Tuyau d’arrosage 25 m | 34.90 | 50 | 6 | 5
    Arrosage | Programmateur d’arrosage | 39.90 | 48 | 8 | 3
    Arrosage | Arrosoir galvanisé 10 L | 24.90 | 47 | 8 | 3
    Arrosage | Récupérateur d’eau 310 L | 79.90 | 60 | 1 | 2
    Plantation | Terreau universel 40 L | 8.90 | 58 | 30 | 7
    Plantation | Jardinière balcon 60 cm | 14.90 | 45 | 12 | 5
    Plantation | Sécateur à lame franche | 19.90 | 44 | 12 | 4
    Plantation | Gants de jardinage (paire) | 6.90 | 38 | 24 | 4
    Plantation | Serre tunnel 2 × 3 m | 99.90 | 60 | 1 | 1
    Plantation | Composteur 300 L | 54.90 | 57 | 2 | 2 | dormant
    """

  private static let furniture = """
    Bureau | Bureau compact 120 cm | 149.90 | 58 | 1 | 5
    Bureau | Caisson de bureau trois tiroirs | 79.90 | 56 | 1 | 3
    Sièges | Chaise de bureau ergonomique | 189.90 | 57 | 1 | 6 | rising
    Rangement | Étagère murale en chêne 80 cm | 39.90 | 50 | 4 | 4 | shortage
    Salon | Table basse ovale en noyer | 169.90 | 60 | 1 | 2 | dormant
    Bureau | Bureau assis-debout électrique | 379.90 | 64 | 1 | 3
    Bureau | Support d’écran en bambou | 29.90 | 45 | 6 | 4
    Sièges | Chaise scandinave (lot de 2) | 99.90 | 55 | 2 | 5
    Sièges | Chaise pliante en hêtre | 34.90 | 50 | 6 | 4
    Sièges | Tabouret de bar réglable | 69.90 | 54 | 2 | 3
    Sièges | Fauteuil de lecture en velours | 219.90 | 60 | 1 | 2
    Sièges | Pouf rond tressé | 49.90 | 50 | 2 | 3
    Salon | Canapé trois places Valmont | 699.90 | 64 | 1 | 2
    Salon | Canapé convertible Valmont | 849.90 | 66 | 1 | 2
    Salon | Meuble télé 160 cm | 199.90 | 61 | 1 | 2
    Salon | Table à manger extensible | 399.90 | 63 | 1 | 2
    Rangement | Bibliothèque modulable cinq niveaux | 129.90 | 58 | 1 | 4
    Rangement | Commode quatre tiroirs | 159.90 | 60 | 1 | 3
    Rangement | Penderie à portes coulissantes | 329.90 | 64 | 1 | 1
    Rangement | Meuble à chaussures trois abattants | 89.90 | 57 | 1 | 3
    Rangement | Portemanteau mural six patères | 24.90 | 44 | 8 | 3
    Chambre | Lit coffre 160 × 200 cm | 449.90 | 64 | 1 | 2
    Chambre | Table de chevet un tiroir | 59.90 | 54 | 2 | 4
    Chambre | Matelas mémoire de forme 140 × 190 cm | 349.90 | 59 | 1 | 3
    Chambre | Tête de lit cannée 160 cm | 139.90 | 58 | 1 | 1 | declining
    """

  private static let stationery = """
    Écriture | Stylos à bille bleus (lot de 10) | 4.90 | 40 | 50 | 8
    Cahiers | Cahier grands carreaux 96 pages | 2.90 | 48 | 50 | 9
    Papier | Ramette de papier A4 500 feuilles | 5.90 | 107 | 40 | 9
    Agendas | Agenda semainier de poche 2024 | 12.90 | 45 | 20 | 3 | inactive
    Classement | Classeur à levier recyclé dos 8 cm | 3.90 | 46 | 40 | 6 | new
    Écriture | Surligneurs pastel (lot de 6) | 6.90 | 42 | 30 | 5
    Écriture | Feutres de coloriage (boîte de 24) | 8.90 | 44 | 20 | 4
    Écriture | Crayons à papier HB (boîte de 12) | 3.90 | 40 | 30 | 5
    Écriture | Stylo plume en laiton | 34.90 | 48 | 5 | 1
    Écriture | Marqueurs effaçables (lot de 4) | 7.90 | 43 | 30 | 4
    Cahiers | Carnet pointillé A5 | 11.90 | 42 | 20 | 4
    Cahiers | Bloc-notes A4 quadrillé (lot de 5) | 9.90 | 45 | 20 | 4
    Cahiers | Cahier de texte spirale | 5.90 | 44 | 30 | 2
    Papier | Papier photo brillant (50 feuilles) | 14.90 | 47 | 20 | 2
    Papier | Enveloppes kraft (paquet de 100) | 12.90 | 46 | 20 | 3
    Papier | Notes repositionnables (lot de 12) | 8.90 | 43 | 30 | 5
    Classement | Chemises cartonnées (lot de 25) | 7.90 | 44 | 30 | 4
    Classement | Pochettes perforées (paquet de 100) | 4.90 | 41 | 40 | 5
    Classement | Boîte d’archives (lot de 10) | 16.90 | 50 | 10 | 3
    Classement | Trieur accordéon 12 compartiments | 13.90 | 46 | 12 | 2 | declining
    Fournitures | Agrafeuse métallique | 11.90 | 45 | 12 | 3
    Fournitures | Ciseaux ergonomiques 17 cm | 4.90 | 40 | 30 | 3
    Fournitures | Ruban adhésif (lot de 8) | 6.90 | 42 | 30 | 4
    Fournitures | Calculatrice de bureau 12 chiffres | 17.90 | 49 | 10 | 2
    Agendas | Agenda journalier 2026 | 15.90 | 46 | 20 | 3
    """

  private static let computing = """
    Impression | Imprimante multifonction jet d’encre | 99.90 | 70 | 1 | 5
    Impression | Cartouche d’encre noire XL | 27.90 | 52 | 20 | 7
    Écrans | Écran 27 pouces QHD | 249.90 | 69 | 1 | 5 | empty
    Stockage | Clé USB 64 Go | 11.90 | 50 | 30 | 5 | declining
    Périphériques | Souris sans fil silencieuse | 24.90 | 50 | 10 | 5 | overstock
    Impression | Imprimante laser monochrome | 159.90 | 69 | 1 | 3
    Impression | Cartouche d’encre trois couleurs XL | 31.90 | 52 | 20 | 4
    Impression | Toner noir haute capacité | 69.90 | 54 | 10 | 3
    Écrans | Écran 24 pouces Full HD | 139.90 | 70 | 1 | 5
    Écrans | Écran incurvé 34 pouces | 399.90 | 71 | 1 | 2
    Écrans | Bras articulé pour deux écrans | 79.90 | 52 | 2 | 3
    Périphériques | Clavier mécanique compact Kéléo | 89.90 | 55 | 4 | 4
    Périphériques | Clavier sans fil AZERTY | 34.90 | 51 | 8 | 5
    Périphériques | Casque à réduction de bruit Kéléo | 129.90 | 57 | 2 | 4 | rising
    Périphériques | Webcam Full HD avec micro | 49.90 | 52 | 6 | 3
    Périphériques | Station d’accueil USB-C | 119.90 | 58 | 4 | 3
    Stockage | Disque SSD externe 1 To | 99.90 | 66 | 6 | 5
    Stockage | Disque dur externe 4 To | 109.90 | 67 | 6 | 3
    Stockage | Carte mémoire 128 Go | 19.90 | 50 | 20 | 4
    Réseau | Routeur Wi-Fi 6 | 89.90 | 62 | 4 | 3
    Réseau | Répéteur Wi-Fi | 39.90 | 53 | 8 | 3
    Réseau | Câble Ethernet 5 m | 9.90 | 38 | 30 | 4
    Ordinateurs | Ordinateur portable 14 pouces 16 Go | 749.90 | 80 | 1 | 3
    Ordinateurs | Tablette tactile 10 pouces | 229.90 | 103 | 1 | 4
    Ordinateurs | Sacoche pour ordinateur 15 pouces | 29.90 | 45 | 8 | 4
    """

  private static let lighting = """
    Lampes | Lampe de bureau orientable à LED | 39.90 | 48 | 6 | 6
    Ampoules | Ampoule LED E27 9 W (lot de 3) | 11.90 | 42 | 40 | 8
    Décoration | Guirlande lumineuse 10 m | 19.90 | 44 | 20 | 4
    Extérieur | Projecteur LED à détecteur 30 W | 44.90 | 51 | 6 | 4 | shortage
    Suspensions | Suspension en rotin tressé 50 cm | 79.90 | 52 | 2 | 3 | never
    Lampes | Lampadaire trépied en bois | 99.90 | 54 | 1 | 3
    Lampes | Lampe à poser en céramique | 49.90 | 49 | 4 | 4
    Lampes | Lampe de chevet tactile | 24.90 | 45 | 8 | 5
    Lampes | Lampe de luminothérapie | 89.90 | 52 | 2 | 2
    Lampes | Liseuse à pince | 17.90 | 43 | 12 | 3
    Ampoules | Ampoule LED GU10 5 W (lot de 5) | 14.90 | 42 | 30 | 6
    Ampoules | Ampoule à filament décorative | 8.90 | 41 | 30 | 4
    Ampoules | Ampoule connectée E27 | 16.90 | 47 | 20 | 4 | rising
    Ampoules | Tube LED 120 cm | 12.90 | 44 | 20 | 3
    Suspensions | Suspension opale 30 cm | 64.90 | 51 | 4 | 3
    Suspensions | Lustre cinq branches | 149.90 | 56 | 1 | 1 | declining
    Suspensions | Plafonnier LED rond 40 cm | 54.90 | 50 | 4 | 4
    Appliques | Applique murale en laiton | 44.90 | 49 | 6 | 3
    Appliques | Réglette LED sous meuble | 22.90 | 45 | 12 | 4
    Appliques | Applique de salle de bains IP44 | 39.90 | 48 | 6 | 3
    Extérieur | Borne solaire de jardin (lot de 4) | 34.90 | 47 | 8 | 4
    Extérieur | Applique extérieure à capteur | 29.90 | 47 | 8 | 3
    Extérieur | Guirlande guinguette 15 m | 44.90 | 48 | 6 | 3
    Décoration | Ruban LED 5 m multicolore | 27.90 | 46 | 12 | 4
    Décoration | Bougies à LED (lot de 6) | 18.90 | 43 | 16 | 3 | overstock
    """

  private static let sport = """
    Yoga | Tapis de yoga antidérapant | 29.90 | 46 | 10 | 6
    Yoga | Briques de yoga en liège (paire) | 19.90 | 44 | 12 | 3
    Vélo | Vélo pliant 20 pouces | 349.90 | 66 | 1 | 3 | rising
    Randonnée | Tente dôme trois places | 99.90 | 56 | 2 | 4 | new
    Musculation | Haltères réglables 2 × 20 kg | 189.90 | 60 | 1 | 2 | overstock
    Yoga | Coussin de méditation | 34.90 | 47 | 6 | 2
    Musculation | Banc de musculation inclinable | 119.90 | 60 | 1 | 2
    Musculation | Élastiques de résistance (lot de 5) | 24.90 | 42 | 20 | 5
    Musculation | Kettlebell 12 kg | 39.90 | 54 | 4 | 3
    Musculation | Rameur magnétique | 399.90 | 66 | 1 | 1 | dormant
    Musculation | Corde à sauter réglable | 9.90 | 38 | 30 | 4
    Vélo | Casque de vélo urbain | 44.90 | 50 | 6 | 4
    Vélo | Antivol U renforcé | 39.90 | 49 | 8 | 4
    Vélo | Pompe à pied avec manomètre | 22.90 | 46 | 10 | 3
    Vélo | Sacoche porte-bagages étanche | 49.90 | 50 | 4 | 3
    Randonnée | Sac à dos de randonnée 40 L | 79.90 | 52 | 4 | 4
    Randonnée | Gourde isotherme 75 cl | 22.90 | 42 | 20 | 6
    Randonnée | Bâtons de marche (paire) | 34.90 | 48 | 8 | 3
    Randonnée | Sac de couchage 5 °C | 59.90 | 52 | 4 | 3
    Randonnée | Lampe frontale 300 lumens | 24.90 | 46 | 12 | 3
    Jeux de plein air | Table de ping-pong pliante | 279.90 | 65 | 1 | 1
    Jeux de plein air | Jeu de pétanque (8 boules) | 34.90 | 48 | 6 | 4
    Jeux de plein air | Raquettes de badminton (lot de 4) | 29.90 | 46 | 8 | 4
    Jeux de plein air | Ballon de football taille 5 | 19.90 | 44 | 12 | 4
    Jeux de plein air | Trottinette pliable adulte | 129.90 | 58 | 1 | 3 | declining
    """

  private static let cleaning = """
    Produits ménagers | Détartrant liquide 500 ml | 5.90 | 42 | 24 | 5
    Linge | Lessive liquide 3 L | 12.90 | 58 | 16 | 7
    Vaisselle | Éponges végétales (lot de 6) | 4.90 | 40 | 40 | 6
    Sols | Cire en pâte pour parquet | 13.90 | 46 | 12 | 2 | inactive
    Produits ménagers | Nettoyant vitres 750 ml | 3.90 | 44 | 24 | 6 | empty
    Produits ménagers | Vinaigre ménager 5 L | 6.90 | 48 | 16 | 6 | rising
    Produits ménagers | Savon noir liquide 1 L | 7.90 | 46 | 16 | 5
    Produits ménagers | Désinfectant multi-surfaces 1 L | 5.90 | 45 | 24 | 5
    Produits ménagers | Bicarbonate ménager 1 kg | 4.90 | 43 | 24 | 4
    Produits ménagers | Nettoyant four mousse 500 ml | 6.90 | 45 | 24 | 3
    Linge | Adoucissant concentré 1,5 L | 5.90 | 50 | 20 | 4
    Linge | Détachant avant lavage | 6.90 | 45 | 20 | 3
    Linge | Étendoir à linge 20 m | 34.90 | 52 | 4 | 3
    Linge | Panier à linge pliable | 19.90 | 46 | 8 | 2 | shortage
    Vaisselle | Tablettes lave-vaisselle (boîte de 60) | 11.90 | 55 | 20 | 7
    Vaisselle | Liquide vaisselle 1 L | 3.90 | 47 | 30 | 6
    Vaisselle | Sel régénérant 4 kg | 4.90 | 52 | 20 | 3
    Sols | Balai à plat microfibre | 24.90 | 45 | 8 | 4
    Sols | Seau essoreur 12 L | 29.90 | 48 | 6 | 3
    Sols | Serpillières microfibre (lot de 3) | 8.90 | 42 | 24 | 4
    Sols | Nettoyeur vapeur 1500 W | 99.90 | 58 | 1 | 3
    Hygiène | Papier toilette (lot de 24) | 11.90 | 62 | 20 | 8
    Hygiène | Essuie-tout (lot de 12) | 12.90 | 60 | 20 | 6
    Hygiène | Savon de Marseille (lot de 4) | 8.90 | 46 | 24 | 4
    Hygiène | Sacs-poubelle 50 L (lot de 60) | 7.90 | 48 | 30 | 5
    """
}
