import Foundation
import Synchronization
import TestSupport
import Testing

/// Whatever stands in a file: altoc answers, and every place that it names is in the file.
@Suite struct BrokenInputTests {
  private static let scrutiny = Scrutiny()

  @Test(arguments: Fixture.all)
  func everyPrefixIsJudged(fixture: Fixture) throws {
    let files = Self.scrutiny.files(of: fixture)
    let environment = try fixture.options().environment ?? [:]
    for count in 0...fixture.bytes.count {
      let prefix = Array(fixture.bytes[..<count])
      let verdict = Self.scrutiny.judge(prefix, files: files, environment: environment)
      #expect(verdict.faults.isEmpty, "the first \(count) bytes")
    }
  }

  /// `ALTO_TEST_MUTATIONS` sets how many. Input number n of a run is made from the seed plus n alone; a run that
  /// ends in the middle leaves that sum in the file whose name it prints, for `ALTO_TEST_SEED`.
  @Test func mutatedFilesAreJudged() throws {
    let given = ProcessInfo.processInfo.environment["ALTO_TEST_MUTATIONS"].flatMap(Int.init)
    let count = given ?? 4_000
    let first = TestSeed.choose(for: "mutatedFilesAreJudged")
    let fixtures = Fixture.all
    let inputs = fixtures.map(\.bytes)
    let places = fixtures.map { Self.scrutiny.files(of: $0) }
    let progress = try Progress()
    let accepted = Mutex(0)
    let lanes = 2
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      for number in stride(from: lane, to: count, by: lanes) {
        let seed = first &+ UInt64(number)
        progress.note(seed, lane: lane)
        var mutator = Mutator(seed: seed)
        let (bytes, index) = mutator.file(of: inputs)
        let verdict = Self.scrutiny.judge(
          bytes, files: places[index], environment: mutator.pick(Self.environments))
        if verdict.isAccepted { accepted.withLock { $0 += 1 } }
        #expect(
          verdict.faults.isEmpty,
          "ALTO_TEST_SEED=\(seed) ALTO_TEST_MUTATIONS=1: \(String(decoding: bytes, as: UTF8.self))")
      }
    }
    progress.finish()
    let whole = accepted.withLock { $0 }
    print("mutatedFilesAreJudged: \(count) inputs, \(whole) of them still right")
    // Too many or too few would mean that some stage is hardly reached.
    if count >= 1_000 { #expect(count / 50..<count / 2 ~= whole) }
  }

  private static let environments: [[String: String]] = [
    [:], ["X": "a", "TAG": "3.11"], ["X": "a: [b\n- {{ c }}\u{E000}", "INFRA": "ec2"],
    ["X": "", "TOKEN": "'\"$("],
    ["X": "\0", "NAME": "💥"],
  ]
}

/// Which input is being read, in a file that outlives the process.
private struct Progress: Sendable {
  private let path: String
  private let descriptor: Int32

  init() throws {
    path = NSTemporaryDirectory() + "/altoc-mutation-\(ProcessInfo.processInfo.processIdentifier)"
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    print("mutatedFilesAreJudged: the seeds of the inputs at work stand in \(path)")
  }

  /// One line of fixed length for each lane.
  func note(_ seed: UInt64, lane: Int) {
    let digits = String(seed)
    let line = digits + String(repeating: " ", count: 20 - digits.count) + "\n"
    _ = line.withCString { pwrite(descriptor, $0, 21, off_t(21 * lane)) }
  }

  func finish() {
    close(descriptor)
    unlink(path)
  }
}
