// After an error reading goes on at the next line that is an entry of a block that is open: so one run shows
// the mistakes of several keys and agents.

extension TreeBuilder {
  /// Finds where to go on, closes the blocks that end before, and forgets what will be read again.
  ///
  /// - Parameter offset: lies in the last line that is lost.
  /// - Returns: the lines of one block, which are valid YAML by themselves.
  mutating func resumption(after offset: Int) -> Range<Int>? {
    guard !open.isEmpty else { return freshStart(after: offset) }
    var line = Lines.end(in: text, of: offset) + 1
    while line < text.count {
      guard !Lines.isDocumentMarker(in: text, at: line) else { return nil }
      reopenList(atLine: line)
      if let level = level(ofLine: line) { return resume(at: line, level: level) }
      line = Lines.end(in: text, of: line) + 1
    }
    return nil
  }

  /// The lines behind a block that was read on its own.
  mutating func resumption(behind range: Range<Int>) -> Range<Int>? {
    range.upperBound < text.count ? resumption(after: range.upperBound - 1) : nil
  }

  /// Nothing but plain text has been read, so the first key is the first that looks like one.
  private mutating func freshStart(after offset: Int) -> Range<Int>? {
    guard tree.root.map({ tree[$0].kind == .scalar }) ?? true else { return nil }
    guard let next = Lines.topLevelKey(in: text, after: offset) else { return nil }
    tree.root = nil
    forget(from: next)
    return next..<text.count
  }

  /// The index of the open block that the line is an entry of.
  private func level(ofLine line: Int) -> Int? {
    guard let kind = Lines.entryKind(in: text, at: line) else { return nil }
    let column = Lines.indentation(in: text, of: line)
    return open.indices.last { index in
      let node = tree[open[index].node]
      let start = Int(node.start)
      let isFlow = text[start] == UInt8(ascii: "[") || text[start] == UInt8(ascii: "{")
      return node.kind == kind && !isFlow && start < line && self.column(of: node) == column
    }
  }

  /// A list in the column of its key ends with the first thing that is no item, mistakes included: another
  /// item in that column goes on with it.
  private mutating func reopenList(atLine line: Int) {
    guard Lines.entryKind(in: text, at: line) == .sequence, let innermost = open.last,
      let last = pending.last, last.alias == nil, (pending.count - innermost.firstPending).isMultiple(of: 2),
      pending.count > innermost.firstPending
    else { return }
    let (mapping, list) = (tree[innermost.node], tree[last.node])
    let column = Lines.indentation(in: text, of: line)
    guard mapping.kind == .mapping, list.kind == .sequence, text[Int(list.start)] == UInt8(ascii: "-"),
      column == self.column(of: list), column == self.column(of: mapping)
    else { return }
    pending.removeLast()
    open.append(OpenCollection(node: last.node, firstPending: pending.count, tag: nil))
    pending.append(contentsOf: tree.children[list.content])
  }

  private func column(of node: Node) -> Int {
    Int(node.start) - Lines.start(in: text, of: Int(node.start))
  }

  private mutating func resume(at line: Int, level: Int) -> Range<Int> {
    while open.count > level + 1 { closeCollection(0..<0) }
    forget(from: line)
    // Nothing is further out than the outermost block.
    guard level > 0 else { return line..<text.count }
    let column = Lines.indentation(in: text, of: line)
    var end = line
    while end < text.count {
      let next = Lines.end(in: text, of: end) + 1
      guard next < text.count else { return line..<text.count }
      if endsBlock(line: next, column: column, kind: tree[open[level].node].kind) { return line..<next }
      end = next
    }
    return line..<text.count
  }

  /// Whether a line belongs to a block further out: a continuation line of a value does not look like an
  /// entry.
  private func endsBlock(line: Int, column: Int, kind: Node.Kind) -> Bool {
    guard let entry = Lines.entryKind(in: text, at: line) else { return false }
    let own = Lines.indentation(in: text, of: line)
    // A list may stand in the column of its key.
    return own < column || (own == column && kind == .sequence && entry == .mapping)
  }

  /// Drops anchors and entries that lie behind `offset`, and a key whose value was lost.
  private mutating func forget(from offset: Int) {
    lastScalar = nil
    anchors = anchors.filter { $0.value.range.lowerBound < offset }
    guard let innermost = open.last else { return }
    let size = tree[innermost.node].kind == .mapping ? 2 : 1
    var kept = innermost.firstPending
    while kept + size <= pending.count, Int(tree[pending[kept].node].start) < offset { kept += size }
    pending.removeLast(pending.count - kept)
  }
}
