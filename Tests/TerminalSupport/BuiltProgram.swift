import Foundation

/// The optiflow program built beside these tests.
package enum BuiltProgram {
  /// In the folder that the tests were built into.
  package static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("optiflow").path
}
