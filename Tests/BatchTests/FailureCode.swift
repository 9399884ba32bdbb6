import Diagnostics

/// The code of the failure that something throws; nil where it throws none.
func code(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return (error as? Failure)?.code ?? "\(error)"
  }
}
