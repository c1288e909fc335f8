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
        "Lower", "Emit", crypto, systemPackage,
      ],
      path: "Sources/Tools/Driver", swiftSettings: strict),
    .executableTarget(
      name: "altoc",
      dependencies: ["AltoSource", "AltoDiagnostics", "Driver", "Report", argumentParser],
      path: "Sources/Tools/altoc", swiftSettings: strict),
    .executableTarget(
      name: "altoc-dev", dependencies: ["AltoDiagnostics", "AltoSchema", argumentParser],
      path: "Sources/Tools/altoc-dev", swiftSettings: strict),
  ]
)
