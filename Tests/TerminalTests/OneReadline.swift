import Testing

/// The tests that use readline in this process, one after the other: it keeps one state for all.
@Suite("readline", .serialized)
enum OneReadline {}
