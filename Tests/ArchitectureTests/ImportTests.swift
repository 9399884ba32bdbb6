import Testing

@Suite("Imports follow the table of Package.swift")
struct ImportTests {
  @Test("Every target imports only what its row allows")
  func realImports() throws {
    let rules = ImportRules(manifest: Manifest(try Project.text("Package.swift")))
    let files = try Project.swiftFiles(under: "Sources")
    #expect(files.count > 200)
    #expect(files.flatMap(rules.violations) == [])
  }

  @Test("Every dependency stands above its user")
  func realLayers() throws {
    #expect(Manifest(try Project.text("Package.swift")).misplacedDependencies == [])
  }

  @Test("Every folder of Sources and Tests is a target")
  func folders() throws {
    let manifest = Manifest(try Project.text("Package.swift"))
    let files = try ["Sources", "Tests"].flatMap { try Project.swiftFiles(under: $0) }
    let strays = Set(files.map(\.target)).filter { manifest[$0] == nil }
    #expect(strays == [], "nothing builds these folders")
  }

  @Test("docs/ARCHITECTURE.md has the same table")
  func page() throws {
    let manifest = Manifest(try Project.text("Package.swift"))
    let targets = manifest.targets.filter { !$0.name.hasSuffix("Tests") }
    let expected = Dictionary(uniqueKeysWithValues: targets.map { ($0.name, $0.dependencies) })
    let table = ArchitecturePage.targets(try Project.text("docs/ARCHITECTURE.md"))
    for (name, dependencies) in expected {
      #expect(table[name] == dependencies, "the row of \(name)")
    }
    #expect(Set(table.keys) == Set(expected.keys))
  }

  @Test("A manifest is read as rows in order")
  func reading() {
    let text = """
      products: [.executable(name: "tool", targets: ["tool"])],
      targets: [
        .systemLibrary(name: "CThing", providers: [.apt(["libthing-dev"])]),
        target("Low"),
        target(
          "High",
          ["CThing", "Low"]
        ),
        tests("HighTests", ["High"], data: ["Files"]),
      ]
      """
    let targets = Manifest(text).targets
    #expect(targets.map(\.name) == ["CThing", "Low", "High", "HighTests"])
    #expect(targets.map(\.dependencies) == [[], [], ["CThing", "Low"], ["High"]])
  }

  @Test("A dependency on a lower row is found")
  func wrongLayer() {
    let manifest = Manifest("targets: [ target(\"Low\", [\"High\"]), target(\"High\") ]")
    #expect(
      manifest.misplacedDependencies == ["Low depends on High, which does not stand above it"]
    )
  }

  @Test(
    "An import that is not allowed is found",
    arguments: [
      ("import High", ["Sources/Low/A.swift: Low must not import High"]),
      ("@preconcurrency internal import High", ["Sources/Low/A.swift: Low must not import High"]),
      ("package import Foundation", ["Sources/Low/A.swift: Low must not import Foundation"]),
      ("import struct Foundation.Data", ["Sources/Low/A.swift: Low must not import Foundation"]),
      ("import Base\nimport Glibc", []),
      ("// import High\n/// import High would be wrong", []),
    ]
  )
  func badImports(source: String, expected: [String]) {
    let manifest = Manifest(
      "targets: [ target(\"Base\"), target(\"Low\", [\"Base\"]), target(\"High\", [\"Low\"]) ]"
    )
    let file = Project.SwiftFile(path: "Sources/Low/A.swift", text: source)
    #expect(ImportRules(manifest: manifest).violations(in: file) == expected)
  }
}
