// swift-tools-version: 6.2
import PackageDescription

/// Every target of our own: Swift 6 mode, explicit existentials and imports, no warning let through.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "altoc",
  products: [.executable(name: "altoc", targets: ["altoc"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.0")),
    .package(url: "https://github.com/apple/swift-system", .upToNextMinor(from: "1.8.0")),
    .package(url: "https://github.com/apple/swift-crypto", .upToNextMinor(from: "4.5.0")),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    // libyaml, from Debian's libyaml-dev. Imported by YAML alone.
    .systemLibrary(
      name: "CLibYAML", path: "Sources/CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]),

    // Linux calls and constants that the overlays of glibc leave out. Imported by one file of Driver.
    .systemLibrary(name: "CLinux", path: "Sources/CLinux"),

    // Base: knows no stage.
    .target(name: "AltoSource", path: "Sources/Base/AltoSource", swiftSettings: strict),
    .target(
      name: "AltoDiagnostics", dependencies: ["AltoSource"], path: "Sources/Base/AltoDiagnostics",
      swiftSettings: strict),
    .target(
      name: "AltoSchema", path: "Sources/Base/AltoSchema", swiftSettings: strict),
    .target(name: "AltoShell", path: "Sources/Base/AltoShell", swiftSettings: strict),
    .target(name: "ImageIR", path: "Sources/Base/ImageIR", swiftSettings: strict),

    // Stages: each imports the one before it for its hand-off type only.
    .target(
      name: "Template", dependencies: ["AltoSource", "AltoDiagnostics", "ImageIR"],
      path: "Sources/Stages/1-Template", swiftSettings: strict),
    .target(
      name: "YAML",
      dependencies: ["AltoSource", "AltoDiagnostics", "ImageIR", "Template", "CLibYAML"],
      path: "Sources/Stages/2-YAML", swiftSettings: strict),
    .target(
      name: "Check",
      dependencies: [
        "AltoSource", "AltoDiagnostics", "AltoSchema", "AltoShell", "ImageIR", "YAML",
      ],
      path: "Sources/Stages/3-Check", swiftSettings: strict),
    .target(
      name: "Lower", dependencies: ["AltoSource", "ImageIR", "AltoShell", "Check"],
      path: "Sources/Stages/4-Lower", swiftSettings: strict),
    .target(
      name: "Emit", dependencies: ["ImageIR", "AltoShell"], path: "Sources/Stages/5-Emit",
      swiftSettings: strict),

    // Tools: the only code that touches the world.
    .target(
      name: "Report", dependencies: ["AltoSource", "AltoDiagnostics"], path: "Sources/Tools/Report",
      swiftSettings: strict),
    .target(
      name: "Driver",
      dependencies: [
        "AltoSource", "AltoDiagnostics", "AltoSchema", "ImageIR", "Template", "YAML", "Check",
        "Lower", "Emit", "CLinux", crypto, systemPackage,
      ],
      path: "Sources/Tools/Driver", swiftSettings: strict),
    .executableTarget(
      name: "altoc",
      dependencies: [
        "AltoSource", "AltoDiagnostics", "AltoSchema", "ImageIR", "Driver", "Report", argumentParser,
      ],
      path: "Sources/Tools/altoc", swiftSettings: strict),
    .executableTarget(
      name: "altoc-dev", dependencies: ["AltoDiagnostics", "AltoSchema", argumentParser],
      path: "Sources/Tools/altoc-dev", swiftSettings: strict),

    // Tests, from the inside out.
    .target(
      name: "TestSupport", dependencies: [subprocess, systemPackage], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(name: "AltoSourceTests", dependencies: ["AltoSource"], swiftSettings: strict),
    .testTarget(
      name: "AltoShellTests", dependencies: ["AltoShell", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TemplateTests",
      dependencies: ["AltoSource", "AltoDiagnostics", "ImageIR", "Template", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "YAMLTests",
      dependencies: ["AltoSource", "AltoDiagnostics", "ImageIR", "Template", "YAML", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "CheckTests", dependencies: ["Check", "ImageIR"], swiftSettings: strict),
    .testTarget(
      name: "LowerTests", dependencies: ["AltoSource", "Check", "ImageIR", "Lower"], swiftSettings: strict),
    .testTarget(
      name: "EmitTests", dependencies: ["AltoShell", "Emit", "ImageIR", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportTests", dependencies: ["AltoSource", "AltoDiagnostics", "Report"],
      swiftSettings: strict),
    .testTarget(
      name: "DriverTests", dependencies: ["AltoSource", "Driver", "Template"], swiftSettings: strict),
    // Writes an output folder for tests that kill it.
    .executableTarget(
      name: "DriverFilesWriter", dependencies: ["Check", "Driver", "ImageIR"],
      path: "Tests/DriverFilesWriter",
      swiftSettings: strict),
    .testTarget(
      name: "DriverFilesTests",
      dependencies: [
        "DriverFilesWriter", "AltoSource", "AltoDiagnostics", "ImageIR", "Check", "Template", "Driver",
        "TestSupport",
        systemPackage, crypto,
      ], swiftSettings: strict),
    .testTarget(
      name: "CatalogueTests",
      dependencies: ["AltoSource", "AltoDiagnostics", "Driver", "Template", "TestSupport"],
      exclude: ["Project"], swiftSettings: strict),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "AltoSource", "AltoDiagnostics", "ImageIR", "Template", "YAML", "Check", "Lower", "Driver",
        "Report", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["altoc-dev", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport"], swiftSettings: strict),
    // The language as a whole, stages 1 to 5 behind one another.
    .testTarget(
      name: "LanguageTests",
      dependencies: [
        "AltoSource", "AltoDiagnostics", "AltoSchema", "ImageIR", "Template", "YAML", "Check", "Lower",
        "Emit",
        "Driver", "Report", "TestSupport",
      ], swiftSettings: strict),
    // The JSON Schema of alto.yml, judged by readers that know nothing of altoc, and beside the checker.
    .testTarget(
      name: "SchemaTests",
      dependencies: [
        "altoc", "AltoSource", "AltoDiagnostics", "AltoSchema", "Driver", "Template", "TestSupport",
      ], swiftSettings: strict),
  ]
)
