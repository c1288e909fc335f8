import AltoSource
import Testing

@Suite struct NearestTests {
  private let keys = ["infra", "image", "entrypoint", "requirements", "env", "mounts", "artifacts", "matrix"]

  @Test(arguments: [
    ("infr", "infra"), ("imgae", "image"), ("Image", "image"), ("entry_point", "entrypoint"),
    ("requirments", "requirements"), ("mount", "mounts"), ("artefacts", "artifacts"), ("evn", "env"),
    ("matirx", "matrix"), ("entrypiont", "entrypoint"),
  ])
  func typosAreSeen(typo: String, meant: String) {
    #expect(nearest(to: typo, among: keys) == meant)
  }

  @Test(arguments: [
    "", "x", "registry", "command", "volumes", "🚀", "infrastructure", String(repeating: "a", count: 9999),
  ])
  func unrelatedWordsGetNoSuggestion(word: String) {
    #expect(nearest(to: word, among: keys) == nil)
  }

  @Test func theFirstOfEqualsWins() {
    #expect(nearest(to: "ab", among: ["aa", "ac"]) == "aa")
  }
}
