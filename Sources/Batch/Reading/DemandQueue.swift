import Diagnostics

/// Demand of products in their order, read by many at a time and handed out by few.
///
/// Reading may mean looking through the whole table each time, where no index leads to a product.
struct DemandQueue {
  private let reader: DemandReader
  private let products: [Product]
  private var waiting: ArraySlice<ProductDemand> = []
  private var readCount = 0

  init(_ products: [Product], _ reader: DemandReader) {
    self.products = products
    self.reader = reader
  }

  /// The next products, at most so many; none at the end.
  mutating func next(_ count: Int) throws(Failure) -> [ProductDemand] {
    while waiting.count < count, readCount < products.count {
      let end = min(products.count, readCount + DemandReader.chunkSize)
      waiting += try reader.demand(of: Array(products[readCount..<end]))
      readCount = end
    }
    let next = waiting.prefix(count)
    waiting = waiting.dropFirst(count)
    return Array(next)
  }
}
