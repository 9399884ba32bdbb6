import Synchronization

/// A value that is made when it is first asked for, and then kept.
///
/// For what few runs need and takes a while to load. Tasks that ask at once wait for the one that makes it.
package final class Deferred<Content: Sendable>: Sendable {
  private enum State {
    case waiting(@Sendable () -> Content)
    case made(Content)
  }

  private let state: Mutex<State>

  /// A value that a closure will make, once.
  package init(_ make: @escaping @Sendable () -> Content) {
    state = Mutex(.waiting(make))
  }

  /// A value that is there already.
  package init(made content: Content) {
    state = Mutex(.made(content))
  }

  /// The value.
  package var content: Content {
    state.withLock { state in
      switch state {
      case .made(let content): return content
      case .waiting(let make):
        let content = make()
        state = .made(content)
        return content
      }
    }
  }
}
