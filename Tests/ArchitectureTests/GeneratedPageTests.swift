import TestSupport
import Testing

@testable import altoc_dev

@Suite struct GeneratedPageTests {
  @Test func pagesAreWhatTheTablesSay() throws {
    for page in GeneratedPage.all {
      let current = try? page.current(below: Repository.root)
      #expect(current == page.text, "\(page.path) is stale: run 'make generate'")
    }
  }
}
