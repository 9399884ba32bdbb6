import Diagnostics
import Presentation
import Testing
import Values

@testable import Commands

struct SettingsTests {
  private static let console = Console(output: { _ in true }, messages: { _ in })

  private static func settings(
    _ arguments: [String],
    _ variables: [String: String] = [:],
    folder: String = "/nonexistent"
  ) throws -> Settings {
    let parsed = try ArgumentParser(options: Option.common).parse(arguments)
    return try Settings.read(
      parsed,
      for: .ask,
      console: console,
      environment: Environment(variables: variables, folder: folder)
    )
  }

  @Test(
    "a flag wins over the environment, that over ./optiflow.yaml, that over the user's folder, that over the default"
  )
  func precedence() throws {
    let home = try TemporaryHome(withDatabase: false)
    #expect(try Self.settings([], folder: home.path).database == "optiflow.db")
    try home.write("db: user.db\nformat: csv\n", to: "config/optiflow/optiflow.yaml")
    var variables = ["XDG_CONFIG_HOME": home.path + "/config"]
    #expect(try Self.settings([], variables, folder: home.path).database == "user.db")
    try home.write("db: project.db\n", to: "optiflow.yaml")
    #expect(try Self.settings([], variables, folder: home.path).database == "project.db")
    #expect(try Self.settings([], variables, folder: home.path).format == .csv)
    variables["OPTIFLOW_DB"] = "variable.db"
    #expect(try Self.settings([], variables, folder: home.path).database == "variable.db")
    #expect(
      try Self.settings(["--db", "flag.db"], variables, folder: home.path).database == "flag.db"
    )
  }

  @Test("the user's folder is below HOME where XDG_CONFIG_HOME is not set")
  func homeFolder() throws {
    let home = try TemporaryHome(withDatabase: false)
    try home.write("db: user.db\n", to: ".config/optiflow/optiflow.yaml")
    #expect(try Self.settings([], ["HOME": home.path]).database == "user.db")
  }

  @Test(
    "a switch in a file is on, unless the file says no",
    arguments: [("yes", true), ("true", true), ("no", false), ("off", false)]
  )
  func fileSwitch(text: String, isOn: Bool) throws {
    let home = try TemporaryHome(withDatabase: false)
    try home.write("quiet: \(text)\n", to: "optiflow.yaml")
    #expect(try Self.settings([], folder: home.path).isQuiet == isOn)
  }

  @Test("a broken configuration file is named with its line")
  func brokenFile() throws {
    let home = try TemporaryHome(withDatabase: false)
    try home.write("db: [\n", to: "optiflow.yaml")
    let failure = #expect(throws: Failure.self) { try Self.settings([], folder: home.path) }
    #expect(failure?.code == "config.unreadable")
    #expect(failure?.english.contains(home.path + "/optiflow.yaml") == true)
  }

  @Test(
    "values of closed lists are checked",
    arguments: [
      ["--lang", "de"], ["--format", "xml"], ["--color", "red"], ["--as-of", "2024-02-30"],
      ["--as-of", "2024-02-01 10:00"], ["--as-of", "yesterday"],
    ]
  )
  func badValues(arguments: [String]) throws {
    let failure = #expect(throws: Failure.self) { try Self.settings(arguments) }
    #expect(failure?.code == "usage.bad-value")
    #expect(failure?.english.contains(arguments[1]) == true)
  }

  @Test(
    "messages are in the language asked for, else the environment's",
    arguments: [
      (["--lang", "fr"], ["LANG": "en_US.UTF-8"], Tongue.french),
      (["--lang=en"], ["LANG": "fr_FR.UTF-8"], .english),
      (["-l", "fr"], [:], .french),
      ([], ["LANG": "fr_FR.UTF-8"], .french),
      ([], ["LC_ALL": "en_GB", "LANG": "fr_FR"], .english),
      ([], ["OPTIFLOW_LANG": "fr", "LC_ALL": "C"], .french),
      ([], ["OPTIFLOW_LANG": "auto", "LANG": "fr_FR"], .french),
      ([], [:], .english),
    ] as [([String], [String: String], Tongue)]
  )
  func interface(arguments: [String], variables: [String: String], tongue: Tongue) throws {
    let environment = Environment(variables: variables)
    #expect(Settings.interfaceTongue(arguments, environment) == tongue)
    #expect(try Self.settings(arguments, variables).interface == tongue)
  }

  @Test("colour needs a terminal, and NO_COLOR forbids it, but a flag decides")
  func color() throws {
    #expect(try Self.settings([]).rendering.color == false)
    #expect(try Self.settings(["--color", "always"], ["NO_COLOR": "1"]).rendering.color)
  }
}
