import Analytics
import SemanticModel
import Values

/// A change split by the members of one dimension; their contributions add up to it.
struct DriverSplit {
  let key: Key
  /// The members, as `ChangeDriver.index` counts them.
  let members: [Value]
  let drivers: [ChangeDriver]
  /// The change of the whole, not 0.
  let change: Double
  let concentration: Double

  init(key: Key, members: [Value], drivers: [ChangeDriver], change: Double) {
    self.key = key
    self.members = members
    self.drivers = drivers
    self.change = change
    concentration = ChangeConcentration.of(drivers, change: change)
  }

  /// Whether there is more than one member to tell apart.
  var tells: Bool { drivers.count { $0.before != nil || $0.after != nil } > 1 }

  /// The drivers, those that moved the whole its way first.
  var ranked: [ChangeDriver] {
    drivers.sorted { left, right in
      let (first, second) = (share(left), share(right))
      return first != second ? first > second : left.index < right.index
    }
  }

  /// The part of the change that a driver makes: 1 is all of it, below 0 is against it.
  func share(_ driver: ChangeDriver) -> Double { driver.contribution / change }

  /// Whether a driver went against the change.
  func opposes(_ driver: ChangeDriver) -> Bool { share(driver) < 0 }
}
