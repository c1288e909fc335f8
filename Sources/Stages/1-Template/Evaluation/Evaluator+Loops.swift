import AltoDiagnostics
import AltoSource

/// A loop that is running.
struct LoopState {
  let id: LoopID
  let items: [Value]
  /// From 0.
  var index = 0
  /// The arguments of the last `loop.changed()`.
  var lastChanged: [Value]?

  init(id: LoopID, items: [Value]) {
    self.id = id
    self.items = items
  }
}

extension Evaluator {
  mutating func run(_ loop: Statement.Loop) {
    guard let items = items(of: loop) else { return runPoisoned(loop) }
    if items.isEmpty {
      guard let otherwise = loop.otherwise else { return }
      scopes.enter()
      run(otherwise)
      scopes.leave()
      return
    }
    loopSerial += 1
    let id = LoopID(index: loops.count, serial: loopSerial)
    loops.append(LoopState(id: id, items: items))
    let outerFrame = output.frame
    for (index, item) in items.enumerated() {
      if isStopped { break }
      loops[id.index].index = index
      output.frame = outerFrame
      output.enter(tag: loop.tag, iteration: index + 1, count: items.count)
      runTurn(of: loop, item, Value(.loop(id)))
    }
    output.frame = outerFrame
    loops.removeLast()
  }

  private mutating func runTurn(of loop: Statement.Loop, _ item: Value, _ state: Value) {
    do throws(Fault) { try spend(1) } catch { return report(error, at: loop.tag) }
    scopes.enter()
    setLoop(state)
    assign(item, to: loop.target)
    run(loop.body)
    scopes.leave()
  }

  private mutating func setLoop(_ value: Value) {
    if let name = loopName { scopes.set(name, value) }
  }

  /// What the loop goes through, its filter applied; nil when that failed, which was reported.
  private mutating func items(of loop: Statement.Loop) -> [Value]? {
    let value = evaluate(loop.iterable)
    do throws(Fault) {
      let items = try items(of: resolvedText(value))
      guard let filter = loop.filter else { return items }
      var kept: [Value] = []
      for item in items {
        scopes.enter()
        assign(item, to: loop.target)
        // A test that failed was reported: the item stays, for the text that it makes.
        if isTrue(filter) ?? true { kept.append(item) }
        scopes.leave()
      }
      return kept
    } catch {
      report(error, at: syntax[loop.iterable].span)
      return nil
    }
  }

  /// Runs the body once over poison, so that what it makes is there for the later stages to see.
  private mutating func runPoisoned(_ loop: Statement.Loop) {
    scopes.enter()
    setLoop(.poison)
    for name in loop.target.names { scopes.set(name, .poison) }
    run(loop.body)
    scopes.leave()
  }
}
