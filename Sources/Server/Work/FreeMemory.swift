import CMicroHTTPD

/// Memory that was freed, and that the heap still holds.
package enum FreeMemory {
  /// Gives it back to the system, the shares of all threads.
  package static func giveBack() { optiflow_give_memory_back() }

  /// Has the heap of each thread keep little of what is freed at its end, from now on: for a program that stays.
  package static func keepLittle() { optiflow_keep_little_memory(1 << 20, 4 << 20) }
}
