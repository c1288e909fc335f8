import AltoSource
import Template

/// Leads from the decoded text of one scalar back to its source in the expanded text.
///
/// libyaml gives the decoded text and the two ends, so the source is read once more, by the same rules; the
/// result is the same bytes, each with its place.
struct ScalarMap {
  /// A run of decoded bytes with one origin.
  struct Run: Equatable {
    var decoded: Range<Int>
    var source: Range<Int>
    /// Copied byte for byte; else the run belongs to its source as a whole.
    var isCopy: Bool
  }

  /// In order of both texts, without empty runs.
  private(set) var runs: [Run] = []
  /// What the source decodes to.
  private(set) var bytes: [UInt8] = []
  /// Where the content begins in the source.
  let start: Int

  init(start: Int) {
    self.start = start
  }

  /// Reads the source of a scalar.
  init(of node: NodeID, in tree: Tree) {
    let entry = tree[node]
    self =
      switch entry.style {
      case .plain, .singleQuoted, .doubleQuoted: FlowScan.map(of: entry, in: tree.expanded.text)
      case .literal, .folded: BlockScan.map(of: entry, in: tree.expanded.text)
      }
  }

  mutating func copy(_ source: Range<Int>, of text: [UInt8]) {
    guard !source.isEmpty else { return }
    let decoded = bytes.count..<bytes.count + source.count
    bytes.append(contentsOf: text[source])
    if let last = runs.last, last.isCopy, last.source.upperBound == source.lowerBound {
      runs[runs.count - 1].source = last.source.lowerBound..<source.upperBound
      runs[runs.count - 1].decoded = last.decoded.lowerBound..<decoded.upperBound
    } else {
      runs.append(Run(decoded: decoded, source: source, isCopy: true))
    }
  }

  mutating func append(_ decoded: some Collection<UInt8>, from source: Range<Int>) {
    runs.append(Run(decoded: bytes.count..<bytes.count + decoded.count, source: source, isCopy: false))
    bytes.append(contentsOf: decoded)
  }
}

extension ScalarMap {
  /// The source of a range of decoded bytes; ranges beyond the end are cut.
  func source(of range: Range<Int>) -> Range<Int> {
    guard let last = runs.last else { return start..<start }
    guard range.lowerBound < last.decoded.upperBound else {
      return last.source.upperBound..<last.source.upperBound
    }
    let first = run(atDecoded: range.lowerBound)
    let lower =
      first.isCopy
      ? first.source.lowerBound + range.lowerBound - first.decoded.lowerBound : first.source.lowerBound
    guard !range.isEmpty else { return lower..<lower }
    let end = min(range.upperBound, last.decoded.upperBound)
    let final = run(atDecoded: end - 1)
    let upper =
      final.isCopy ? final.source.lowerBound + end - final.decoded.lowerBound : final.source.upperBound
    return lower..<upper
  }

  /// The decoded offset of a byte of the source that was copied; nil for any other.
  func decoded(of offset: Int) -> Int? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].source.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count, runs[low].isCopy, runs[low].source.contains(offset) else { return nil }
    return runs[low].decoded.lowerBound + offset - runs[low].source.lowerBound
  }

  /// The run that holds a decoded byte.
  private func run(atDecoded offset: Int) -> Run {
    var low = 0
    var high = runs.count - 1
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].decoded.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return runs[low]
  }
}
