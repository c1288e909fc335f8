import Foundation

/// A small generator with a seed, so that a failure can be run again (SplitMix64).
package struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  package init(_ seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Up to `count` of the parts, joined.
  package mutating func text(of parts: [String], upTo count: Int) -> String {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in
      parts[Int.random(in: 0..<parts.count, using: &self)]
    }
    .joined()
  }
}

/// The seed of a random test.
///
/// Another one in every run of a developer, so that each looks at something new; always the same in CI, so that a
/// change is judged by itself. `ALTO_TEST_SEED=NUMBER` repeats a run.
package enum TestSeed {
  package static func choose(for test: String) -> UInt64 {
    let environment = ProcessInfo.processInfo.environment
    let given = environment["ALTO_TEST_SEED"].flatMap { UInt64($0) }
    let seed = given ?? (Repository.isCI ? 20_261_123 : UInt64.random(in: 0..<1 << 32))
    print("\(test): ALTO_TEST_SEED=\(seed)")
    return seed
  }
}
