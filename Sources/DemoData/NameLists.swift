/// Names of people and companies, the most common first.
enum NameLists {
  /// First names of all generations.
  static let first = words(
    """
    Camille Marie Julien Nathalie Thomas Sophie Nicolas Isabelle Pierre Claire Mohamed Léa Antoine
    Émilie François Céline Alexandre Julie Philippe Sandrine Karim Chloé Laurent Aurélie Hugo
    Fatima Guillaume Élodie Mathieu Manon Vincent Amélie Olivier Inès Sébastien Hélène Romain
    Yasmine Benoît Mélanie Clément Awa Maxime Anaïs Stéphane Noémie Baptiste Zoé Jérôme Lucie
    Cédric Agnès Adrien Margaux Frédéric Odile Théo Nadia Rémi Solène Ibrahim Valérie Gaëlle
    Loïc Béatrice Étienne Jeanne Samir Anne-Sophie Jean-Marc Thérèse Quentin Mireille Raphaël
    """
  )

  /// Family names.
  static let last = words(
    """
    Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre
    Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau
    Vincent Muller Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand
    Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson
    Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud
    Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy
    Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier
    Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez
    Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur
    Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles
    Renault Charpentier Ménard Maillard Baron Bertin Bailly Hervé Schneider Fernandez Le-Gall
    Collet Léger Bouvier Julien Prévost Millet Perrot Daniel Le-Roux Cousin Germain Breton Besson
    Diallo Traoré Haddad Benali Nguyen Da-Silva Ferreira Cohen Lévy Peeters Janssens Favre Rochat
    """
  )

  /// What companies put before a family name.
  static let companies = [
    "Cabinet", "Boulangerie", "Garage", "Hôtel", "Ateliers", "Pharmacie", "Transports",
    "Menuiserie", "Restaurant", "Imprimerie", "Agence", "Clinique", "École", "Domaine",
  ]

  /// What companies put after a family name.
  static let suffixes = ["& Associés", "et Fils", "SARL", "SAS", "Frères", "Conseil", "Services"]

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map { word in
      let parts = word.split(separator: "-")
      // "Le-Gall" stands for two words, "Jean-Marc" for one.
      return ["Le", "Da"].contains(parts[0]) ? parts.joined(separator: " ") : String(word)
    }
  }
}
