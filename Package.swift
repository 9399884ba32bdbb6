// swift-tools-version: 6.2
import PackageDescription

/// Settings every Swift target shares: Swift 6 mode, warnings are errors, upcoming features on.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func target(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  with settings: [SwiftSetting] = strict,
  embedding files: [String] = []
) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    resources: files.map { .embedInCode($0) },
    swiftSettings: settings
  )
}

/// Optimised in debug builds too: tests would else spend minutes in its loops.
let fast = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String,
  _ dependencies: [Target.Dependency],
  data: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: data, swiftSettings: strict)
}

/// What several test targets share, in a folder of Tests.
func support(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

/// What tests of the whole pipeline may use.
let everything: [Target.Dependency] = [
  "Values", "Diagnostics", "Files", "Lessons", "SemanticModel", "Language", "VectorIndex",
  "ValueIndex", "SQL", "Corpus", "Interpretation", "Planning", "Analyses", "SQLiteStore", "Batch",
  "Assistant", "Presentation", "Export", "Terminal", "DemoData", "Commands", "Rewording",
]

// The order is the layering: a target may import only what stands above it and is named here.
// ArchitectureTests reads this table and compares it with the imports in the sources.
let package = Package(
  name: "optiflow",
  products: [
    .executable(name: "optiflow", targets: ["optiflow"]),
    .executable(name: "benchmarks", targets: ["benchmarks"]),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CMicroHTTPD", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CGnuTLS", providers: [.apt(["libgnutls28-dev"])]),
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),

    target("Values"),
    target("Diagnostics"),
    target("Files"),
    target("Threads"),
    target("Lessons", ["Values"]),
    target("Rewording", ["Values", "Threads"], with: fast),

    target("SemanticModel", ["Values", "Diagnostics"]),
    target("Language", ["Values"]),
    target("VectorIndex"),
    target("Analytics", ["Values"], with: fast),
    target("ValueIndex", ["Values"]),
    target("SQL", ["Values"]),

    target("Corpus", ["CYAML", "Values", "Diagnostics", "SemanticModel"]),
    target(
      "Interpretation",
      [
        "Values", "Diagnostics", "Lessons", "SemanticModel", "Language", "VectorIndex",
        "ValueIndex",
      ]
    ),
    target("Planning", ["Values", "SemanticModel", "SQL"]),
    target("Analyses", ["Values", "Diagnostics", "SemanticModel", "Analytics", "Planning"]),
    target("SQLiteStore", ["CSQLite", "Values", "Diagnostics", "SQL"]),
    target(
      "Batch",
      [
        "Values", "Diagnostics", "Files", "Lessons", "SemanticModel", "Analytics", "Planning",
        "SQLiteStore",
      ]
    ),
    target("Terminal", ["CReadline", "Diagnostics", "Files"]),
    target("Server", ["CMicroHTTPD", "Diagnostics", "Threads"]),
    target("ModelClient", ["CCurl", "Values", "Rewording"]),

    target(
      "Assistant",
      [
        "Values", "Diagnostics", "Lessons", "SemanticModel", "Language", "VectorIndex",
        "ValueIndex", "SQL", "Interpretation", "Planning", "Analyses", "Rewording",
      ]
    ),
    target(
      "Presentation",
      [
        "Values", "Diagnostics", "Lessons", "SemanticModel", "Planning", "Analyses", "Assistant",
        "Rewording",
      ]
    ),
    target(
      "Export",
      [
        "CXlsxWriter", "Values", "Diagnostics", "SemanticModel", "Planning", "Assistant",
        "Presentation",
      ]
    ),
    target(
      "Endpoint",
      [
        "CGnuTLS", "Values", "Diagnostics", "Files", "SemanticModel", "Server", "Assistant",
        "Presentation", "Rewording",
      ],
      embedding: ["Page/Assets/index.html", "Page/Assets/widget.js"]
    ),

    target("DemoData", ["Values", "Diagnostics", "SQLiteStore"]),
    target(
      "Commands",
      [
        "Values", "Diagnostics", "Files", "Lessons", "SemanticModel", "Language", "VectorIndex",
        "ValueIndex", "SQL", "Corpus", "Interpretation", "Planning", "SQLiteStore", "Batch",
        "Assistant", "Presentation", "Export", "Terminal", "Server", "Endpoint", "DemoData",
        "Rewording", "ModelClient",
      ]
    ),
    program("optiflow", ["Commands"]),
    program(
      "benchmarks",
      ["Values", "Diagnostics", "Analytics", "ValueIndex", "SQLiteStore", "DemoData"]
    ),

    support("TerminalSupport"),
    support("SeedSupport"),
    support("FolderSupport"),
    support("SocketSupport"),
    .systemLibrary(name: "CNetworkGuard", path: "Tests/CNetworkGuard"),

    // One test target a source target, in the same order; then those of the whole.
    tests("FilesTests", ["Files"]),
    tests("LessonsTests", ["Values", "Lessons"]),
    tests("RewordingTests", ["Values", "Rewording", "SeedSupport"]),
    tests("SemanticModelTests", ["Values", "SemanticModel"]),
    tests("LanguageTests", ["Values", "Language"], data: ["Corpora"]),
    tests("VectorIndexTests", ["VectorIndex"]),
    tests("AnalyticsTests", ["Values", "Analytics", "SeedSupport"]),
    tests("ValueIndexTests", ["Values", "ValueIndex", "SeedSupport"]),
    tests("SQLTests", ["Values", "SQL", "SQLiteStore"]),
    tests("CorpusTests", ["Values", "Diagnostics", "SemanticModel", "Corpus"]),
    tests("PlanningTests", everything + ["SeedSupport"]),
    tests("AnalysesTests", ["Values", "SemanticModel", "Planning", "Analyses"]),
    tests(
      "SQLiteStoreTests",
      ["CSQLite", "Values", "Diagnostics", "SQLiteStore", "FolderSupport"]
    ),
    tests(
      "BatchTests",
      [
        "Values", "Diagnostics", "Lessons", "SemanticModel", "Analytics", "Planning",
        "SQLiteStore", "Batch", "TerminalSupport", "SeedSupport", "FolderSupport", "optiflow",
      ]
    ),
    tests("ServerTests", ["Diagnostics", "Server", "Threads", "FolderSupport", "SocketSupport"]),
    tests("ModelClientTests", ["Rewording", "ModelClient", "SocketSupport"]),
    tests("TerminalTests", ["Diagnostics", "Terminal", "TerminalSupport", "FolderSupport"]),
    tests(
      "PresentationTests",
      ["Values", "Lessons", "SemanticModel", "Planning", "Assistant", "Presentation", "Rewording"]
    ),
    tests(
      "ExportTests",
      [
        "Values", "Diagnostics", "SemanticModel", "Planning", "Assistant", "Presentation", "Export",
        "FolderSupport",
      ]
    ),
    tests(
      "EndpointTests",
      ["Values", "Diagnostics", "Files", "Server", "Endpoint", "FolderSupport"]
    ),
    tests("DemoDataTests", ["Values", "SQLiteStore", "DemoData"]),
    tests(
      "CommandsTests",
      everything
        + [
          "ModelClient", "TerminalSupport", "FolderSupport", "SocketSupport", "CNetworkGuard",
          "optiflow",
        ]
    ),
    tests(
      "GoldenTests",
      everything + ["SeedSupport", "FolderSupport"],
      data: ["Snapshots", "QuestionSets"]
    ),
    tests("ArchitectureTests", ["TerminalSupport", "optiflow"]),
  ]
)
