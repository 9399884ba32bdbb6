import SemanticModel
import Testing
import Values

@Suite("Lists of two things hold all of them")
struct ListTests {
  @Test(
    "Suppliers with their products are told from the catalogue, whatever else names both",
    arguments: 1...3
  )
  func suppliersAndProducts(number: Int) throws {
    let shop = try ShopDatabase.shop(number)
    let listed = try shop.rows(Query(by: [.dimension("supplier"), .dimension("product")])).count
    let all = try shop.check(
      "SELECT COUNT(*) FROM products"
    )
    #expect(.integer(Int64(listed)) == all[0][0])
  }
}
