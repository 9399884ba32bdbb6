import Testing
import Values

@testable import SQL

@Suite("A SELECT is rendered in the order SQL wants")
struct SelectTests {
  @Test("All clauses, whatever the order they were given in")
  func order() {
    var select = Select()
    select.limit = 3
    select.ordering = ["total DESC", "city"]
    select.grouping = ["city", "month"]
    select.conditions = ["a > \(.integer(1))", "b = \(.text("x"))"]
    select.joins = ["LEFT JOIN cities AS c ON c.id = s.city_id"]
    select.from = "sales AS s"
    select.columns = [("c.name", "city"), ("SUM(amount + \(.integer(9)))", "total")]
    let (sql, parameters) = select.fragment.prepared
    #expect(
      sql == """
        SELECT c.name AS city, SUM(amount + ?) AS total
        FROM sales AS s
        LEFT JOIN cities AS c ON c.id = s.city_id
        WHERE a > ? AND b = ?
        GROUP BY city, month
        ORDER BY total DESC, city
        LIMIT 3
        """
    )
    #expect(parameters == [.integer(9), .integer(1), .text("x")])
  }

  @Test("Absent clauses leave no word behind")
  func empty() {
    var select = Select()
    select.columns = [("1", "one")]
    #expect(select.fragment.prepared.sql == "SELECT 1 AS one")
  }

  @Test("Named subqueries come before the body with their values first")
  func statement() {
    let plain = Statement(subqueries: [], body: "SELECT 1")
    #expect(plain.fragment.prepared.sql == "SELECT 1")
    let statement = Statement(
      subqueries: [("a", "SELECT \(.integer(1)) AS x"), ("order", "SELECT 2 AS y")],
      body: "SELECT * FROM a WHERE x = \(.integer(3))"
    )
    let (sql, parameters) = statement.fragment.prepared
    #expect(
      sql == """
        WITH RECURSIVE a AS (
        SELECT ? AS x
        ),
        "order" AS (
        SELECT 2 AS y
        )
        SELECT * FROM a WHERE x = ?
        """
    )
    #expect(parameters == [.integer(1), .integer(3)])
  }
}
