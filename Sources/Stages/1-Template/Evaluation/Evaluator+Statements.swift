import AltoDiagnostics
import AltoSource

extension Evaluator {
  mutating func run(_ body: BodyID) {
    for statement in syntax[body] {
      if isStopped { return }
      run(statement)
    }
  }

  private mutating func run(_ statement: Statement) {
    switch statement {
    case .text(let span):
      output.copy(span, of: source.bytes)
      checkOutput(at: span)
    case .output(let expression, let tag): write(expression, tag: tag)
    case .condition(let condition): run(condition)
    case .loop(let loop): run(loop)
    case .assignment(let target, let value, _): assign(evaluate(value), to: target)
    case .capture(let target, let filtered, let body, _): capture(target, filtered: filtered, body: body)
    case .with(let bindings, let body):
      let values = bindings.map { ($0.target, evaluate($0.value)) }
      scopes.enter()
      for (target, value) in values { assign(value, to: target) }
      run(body)
      scopes.leave()
    case .plain(let body): run(body)
    case .poison(let names): for name in names { scopes.set(name, .poison) }
    }
  }

  // MARK: Output

  private mutating func write(_ expression: ExpressionID, tag: Span) {
    let span = syntax[expression].span
    let writing = Output.Writing(origin: tag, expression: span)
    let value = evaluate(expression)
    do throws(Fault) {
      try write(value, writing)
    } catch {
      report(error, at: span)
      output.writePoison(from: writing)
    }
    checkOutput(at: span)
  }

  private mutating func write(_ value: Value, _ writing: Output.Writing) throws(Fault) {
    if case .late(let late) = value.payload {
      for piece in late.pieces { write(piece, and: value.provenance, writing) }
      return
    }
    let value = try resolved(value)
    let text = try string(of: value)
    let provenance = deepProvenance(of: value)
    output.write(text, provenance, variables: names(provenance), from: writing)
  }

  private mutating func write(_ piece: LateString.Piece, and outer: Provenance, _ writing: Output.Writing) {
    switch piece {
    case .text(let text, var provenance):
      provenance.formUnion(outer)
      output.write(text, provenance, variables: names(provenance), from: writing)
    case .reference(let reference, let span): output.write(reference, at: span, from: writing)
    case .poison: output.writePoison(from: writing)
    }
  }

  // MARK: Conditions

  private mutating func run(_ condition: Statement.Condition) {
    for arm in condition.arms {
      // After a failed test the first text is as good as any: without it more would be missing.
      if isTrue(arm.test) ?? true { return run(arm.body) }
    }
    if let otherwise = condition.otherwise { run(otherwise) }
  }

  /// Whether the test holds; nil when it failed, which was reported.
  mutating func isTrue(_ test: ExpressionID) -> Bool? {
    let value = evaluate(test)
    do throws(Fault) {
      return try truth(of: value)
    } catch {
      report(error, at: syntax[test].span)
      return nil
    }
  }

  // MARK: Assignment

  mutating func assign(_ value: Value, to target: Target) {
    do throws(Fault) {
      try bind(value, to: target)
    } catch {
      report(error, at: target.span)
      for name in target.names { scopes.set(name, .poison) }
    }
  }

  private mutating func bind(_ value: Value, to target: Target) throws(Fault) {
    switch target.kind {
    case .broken: break
    case .name(let name): scopes.set(name, value)
    case .attribute(let name, let attribute):
      let owner = scopes[name]
      if owner?.isPoison == true { return }
      guard let owner else {
        throw .undefined(Undefined(reason: .name(syntax[name]), span: target.span))
      }
      guard case .namespace(let number) = owner.payload else { throw .notANamespace(syntax[name]) }
      try namespaces[number].set(.string(attribute), value)
    case .tuple(let targets):
      if value.isPoison { throw .poisoned }
      let items = try items(of: value)
      guard items.count == targets.count else {
        throw .value(.unpacking(names: targets.count, items: items.count))
      }
      for (target, item) in zip(targets, items) { try bind(item, to: target) }
    }
  }

  private mutating func capture(_ target: Target, filtered: ExpressionID?, body: BodyID) {
    output.startCapture()
    scopes.enter()
    run(body)
    var value = self.value(of: output.endCapture())
    if let filtered {
      captured.append(value)
      value = evaluate(filtered)
      captured.removeLast()
    }
    scopes.leave()
    assign(value, to: target)
  }

  /// Late text as a value: plain text when nothing in it is open.
  func value(of late: LateString) -> Value {
    if late.pieces.isEmpty { return .string("") }
    if late.pieces.count == 1, case .text(let text, let provenance) = late.pieces[0] {
      return Value.string(text).marked(provenance)
    }
    let isOpen = late.pieces.contains { piece in
      switch piece {
      case .text: false
      case .reference, .poison: true
      }
    }
    if isOpen { return Value(.late(late)) }
    var text = ""
    var provenance = Provenance.nothing
    for case .text(let part, let from) in late.pieces {
      text += part
      provenance.formUnion(from)
    }
    return Value.string(text).marked(provenance)
  }
}
