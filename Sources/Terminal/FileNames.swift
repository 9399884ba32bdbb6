@preconcurrency import CReadline
import Glibc

/// Names of files on this machine.
package enum FileNames {
  /// The paths that the beginning of one may become, in order; a folder ends in `/`.
  ///
  /// A `~` is replaced by the folder it stands for. Hidden files are given when the name begins with a
  /// full stop, and names that are not UTF-8 are not given.
  package static func completions(of path: String) -> [String] {
    // What it says of the matches is meant for readline's own completion.
    let isDesired = rl_filename_completion_desired
    defer { rl_filename_completion_desired = isDesired }
    guard let start = tilde_expand(path) else { return [] }
    defer { free(start) }
    let wantsHidden = path.split(separator: "/", omittingEmptySubsequences: false).last?
      .hasPrefix(".")
    var found: [String] = []
    var state: Int32 = 0
    while let match = rl_filename_completion_function(start, state) {
      defer { free(match) }
      state = 1
      guard let name = String(validatingCString: match) else { continue }
      let isHidden = name.split(separator: "/").last?.hasPrefix(".") == true
      if !isHidden || wantsHidden == true { found.append(isFolder(name) ? name + "/" : name) }
    }
    return found.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
