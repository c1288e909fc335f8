import ImageIR
import Testing

@testable import Check

@Suite struct NameTests {
  @Test(arguments: [
    ("python:3.11-slim", "docker.io/library/python:3.11-slim"),
    ("python", "docker.io/library/python"),
    ("team/python:1", "docker.io/team/python:1"),
    ("index.docker.io/python:1", "docker.io/library/python:1"),
    ("localhost/x:1", "localhost/x:1"),
    ("localhost:5000/a/b/c:v1.2_3-x", "localhost:5000/a/b/c:v1.2_3-x"),
    ("ghcr.io/a/b__c.d-e---f:1", "ghcr.io/a/b__c.d-e---f:1"),
    (
      "a/b@sha256:" + String(repeating: "0a", count: 32),
      "docker.io/a/b@sha256:" + String(repeating: "0a", count: 32)
    ),
    (
      "a:1@sha256:" + String(repeating: "0a", count: 32),
      "docker.io/library/a:1@sha256:" + String(repeating: "0a", count: 32)
    ),
  ])
  func referencesAreWrittenInFull(text: String, full: String) throws {
    #expect(try ImageReference.parse(text).get().description == full)
  }

  @Test(arguments: [
    "", "Python", "a b", "https://a/b", "a:", "a:.x", "a//b", "/a", "a/", "-a", "a-", "a..b", "a___b", "a._b",
    "é",
    "a@sha256:123", "a@sha256", "a:1:2", "exa_mple.org:5/a", "a.b:x/c",
    "a:" + String(repeating: "x", count: 129),
  ])
  func malformedReferencesAreRefused(text: String) {
    #expect(throws: ImageReference.Problem.self) { try ImageReference.parse(text).get() }
  }

  @Test func problemsSuggestWhatWasMeant() {
    guard case .failure(let upper) = ImageReference.parse("Python:3.11") else { return #expect(Bool(false)) }
    #expect(upper.suggestion == "python:3.11")
    guard case .failure(let scheme) = ImageReference.parse("https://a.b/c") else {
      return #expect(Bool(false))
    }
    #expect(scheme.suggestion == "a.b/c")
  }

  @Test(arguments: [
    ("demo-agent", "demo-agent"), ("demo-my_agent", "demo-my_agent"), ("a b", "a-b"), ("-a-", "a"),
    ("a._b", "a-b"),
    ("a___b", "a-b"), ("a---b", "a---b"), ("größe", "gr-e"), ("日本", "image"), ("a.", "a"),
    ("v1.2.3", "v1.2.3"),
  ])
  func imageNamesFitTheGrammar(name: String, mapped: String) {
    #expect(ImageName.map(name) == mapped)
    #expect(ImageReference.isNamePart(Substring(ImageName.map(name))))
  }

  @Test(arguments: ["t2.micro", "m7g.16xlarge", "u-6tb1.metal", "c7i-flex.large", "m7g.metal"])
  func knownInstanceTypesAreAccepted(text: String) {
    guard case .known = InstanceType.judge(text) else { return #expect(Bool(false), "\(text)") }
  }

  @Test(arguments: [("t2.mikro", "t2.micro"), ("t22.micro", "t2.micro"), ("m7g.16xlrge", "m7g.16xlarge")])
  func nearInstanceTypesAreSuggested(text: String, meant: String) {
    guard case .unknown(let suggestion) = InstanceType.judge(text) else { return #expect(Bool(false)) }
    #expect(suggestion == meant)
  }

  @Test(arguments: ["", "t2", "t2.", ".micro", "T2.micro", "t2.micro.x", "micro.t2 ", "t.micro"])
  func malformedInstanceTypesAreRefused(text: String) {
    guard case .malformed = InstanceType.judge(text) else { return #expect(Bool(false), "\(text)") }
  }
}
