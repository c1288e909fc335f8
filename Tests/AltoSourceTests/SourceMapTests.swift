import AltoSource
import Testing

/// The map of `ab{{ x }}cd` CRLF `{% for %}ef{% endfor %}`, where `x` gave `123` and the loop ran twice.
@Suite struct SourceMapTests {
  private let map: SourceMap = {
    var map = SourceMap(originalCount: 40)
    map.append(.init(start: 0, origin: Span(0..<1), kind: .literal))
    map.append(.init(start: 1, origin: Span(1..<2), kind: .literal))
    map.append(.init(start: 2, origin: Span(2..<9), kind: .computed))
    map.append(.init(start: 5, origin: Span(9..<11), kind: .literal))
    map.append(.init(start: 7, origin: Span(11..<13), kind: .lineBreak))
    let first = map.append(SourceMap.Frame(tag: Span(13..<22), iteration: 1, count: 2, parent: -1))
    map.append(.init(start: 8, origin: Span(22..<24), kind: .literal, frame: first))
    let second = map.append(SourceMap.Frame(tag: Span(13..<22), iteration: 2, count: 2, parent: -1))
    map.append(.init(start: 10, origin: Span(22..<24), kind: .literal, frame: second))
    return map
  }()

  @Test func neighboursOfOneCopyAreOneSegment() {
    #expect(map.segments.first == .init(start: 0, origin: Span(0..<2), kind: .literal))
    #expect(map.segments.count == 6)
  }

  @Test(arguments: [
    (0..<1, 0..<1), (0..<2, 0..<2), (1..<2, 1..<2),  // copied text
    (2..<5, 2..<9), (3..<4, 2..<9), (3..<3, 2..<9),  // a computed value is its expression
    (1..<3, 1..<9), (4..<6, 2..<10), (0..<7, 0..<11),  // mixed
    (7..<8, 11..<13), (6..<9, 10..<23),  // a line break stands for two bytes
    (8..<9, 22..<23), (11..<12, 23..<24),  // both turns of a loop lead to its body
    (9..<11, 23..<24),  // a range over two turns: its first piece
    (1..<1, 1..<1), (12..<12, 24..<24),  // places between
  ])
  func rangesLeadToTheirOrigin(expanded: Range<Int>, original: Range<Int>) {
    #expect(map.original(expanded) == Span(original))
  }

  @Test func onlyCopiesCanBeEdited() {
    #expect(map.isLiteral(0..<2) && map.isLiteral(5..<8) && map.isLiteral(8..<10))
    #expect(!map.isLiteral(1..<3) && !map.isLiteral(2..<5))
    #expect(!map.isLiteral(9..<11), "two turns of a loop are not next to each other in the file")
  }

  @Test func loopsTellTheirTurn() {
    #expect(map.frames(at: 3).isEmpty)
    #expect(map.frames(at: 8).map(\.iteration) == [1])
    #expect(map.frames(at: 11).map(\.iteration) == [2])
  }

  @Test func anEmptyMapLeadsToTheEnd() {
    #expect(SourceMap(originalCount: 7).original(0..<0) == Span(at: 7))
    #expect(SourceMap(originalCount: 7).frames(at: 0).isEmpty)
  }
}
