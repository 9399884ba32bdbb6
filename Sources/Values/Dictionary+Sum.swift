extension Dictionary where Value == Double {
  /// The sum of the values, smallest first: floating-point sums depend on the order, and that of a dictionary changes with each run.
  package var sum: Double { values.sorted().reduce(0, +) }
}
