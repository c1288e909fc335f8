import Emit
import Foundation
import ImageIR
import Testing

@Suite("push-manifest.json")
struct ManifestTests {
  private func text(_ sample: SamplePlan) throws -> String {
    let inputs = EmitInputs(
      version: "0.1.0", contentTag: "c-1", tags: ["v1"],
      context: ContextListing(entries: [.init(path: "workspace/demo/a", content: .link(target: "b"))]),
      sources: [SourceSum(path: "alto.yml", sha256: nil)])
    let artifacts = emit(sample.plan, dockerfile: emitDockerfile(sample.plan), inputs: inputs)
    return try #require(artifacts.first { $0.path == "push-manifest.json" }?.text)
  }

  private func parsed(_ sample: SamplePlan) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text(sample).utf8))
    return try #require(value as? [String: Any])
  }

  @Test func namesOfSecretsAreThereAndNeverALiteralPassword() throws {
    var sample = SamplePlan()
    sample.registry = Registry(
      kind: .dockerhub, username: LateText("Some-One"),
      password: .references([.environment("P"), .environment("A")]))
    sample.commands = [LateText(.environment("TOKEN"))]
    sample.runtime = [("A", LateText([.literal("x"), .reference(.environment("B"))]))]
    sample.references = [.environment("C"), .matrix("m")]
    let manifest = try parsed(sample)
    let authentication = try #require(manifest["authentication"] as? [String: [String]])
    #expect(authentication == ["username": [], "password": ["A", "P"]])
    let text = try text(sample)
    #expect(text.contains("\"literal\" : \"some-one\""))
    #expect((manifest["build"] as? [String: Any])?["secrets"] as? [String] == ["TOKEN"])
    let runtime = try #require(manifest["runtime"] as? [String: Any])
    let delivered = try #require(runtime["references"] as? [[String: Any]])
    #expect(delivered.map { $0["variable"] as? String } == ["ALTO_ENV_C", "ALTO_MATRIX_m"])
    sample.registry = Registry(kind: .dockerhub, username: LateText(.environment("U")), password: .literal)
    #expect(try self.text(sample).contains("\"namespace\" : {\n        \"env\" : \"U\"\n      }"))
  }

  @Test func theSamePlanGivesTheSameBytes() throws {
    #expect(try text(SamplePlan()) == text(SamplePlan()))
    #expect(try !text(SamplePlan()).contains("\\/"))
  }

  @Test func theUsersDockerfileHasNoBaseAndNoSteps() throws {
    var sample = SamplePlan()
    sample.supplied = true
    let manifest = try parsed(sample)
    #expect(manifest["base"] == nil)
    #expect((manifest["build"] as? [String: Any])?["dockerfile"] as? String == "context/Dockerfile")
    #expect(
      manifest["outputs"] as? [String] == ["build.sh", "context/workspace/demo/a", "push-manifest.json"])
  }

  @Test func linesOfTheDockerfileLeadToAltoYML() throws {
    let manifest = try parsed(SamplePlan())
    let map = try #require(manifest["lineMap"] as? [String: [[String: Any]]])
    #expect(map["Dockerfile"]?.first?["line"] as? Int == 2)
    #expect((map["Dockerfile"]?.first?["source"] as? [String: Int]) == ["first": 5, "last": 5])
  }
}
