import AltoDiagnostics
import AltoSource

/// Checks what was not run, an untaken branch or the body of an empty loop: names, filters, tests, methods,
/// calls of `env`. Nothing is evaluated, and nothing is reported that some other run could get right.
struct StaticCheck {
  private let syntax: Syntax
  private let guarded: Set<NameID>
  private let probed: Set<String>
  /// Every name that the template defines anywhere.
  private let defined: Set<NameID>

  init(_ parser: Parser) {
    syntax = parser.syntax
    guarded = parser.guarded
    probed = parser.probed
    var defined: Set<NameID> = []
    for body in parser.syntax.bodies {
      for statement in body { defined.formUnion(StaticCheck.names(definedBy: statement)) }
    }
    if !defined.isEmpty || parser.syntax.names.contains("loop") {
      for (index, name) in parser.syntax.names.enumerated() where name == "loop" {
        defined.insert(NameID(index))
      }
    }
    self.defined = defined
  }

  private static func names(definedBy statement: Statement) -> [NameID] {
    switch statement {
    case .text, .output, .condition, .plain: []
    case .loop(let loop): loop.target.names
    case .assignment(let target, _, _), .capture(let target, _, _, _): target.names
    case .with(let bindings, _): bindings.flatMap(\.target.names)
    case .poison(let names): names
    }
  }

  /// Checks every expression that `evaluator` did not run.
  func check(_ evaluator: inout Evaluator) {
    for index in syntax.expressions.indices where !evaluator.evaluated[index] {
      check(syntax.expressions[index], &evaluator)
    }
  }

  private func check(_ expression: Expression, _ evaluator: inout Evaluator) {
    switch expression.kind {
    case .name(let id): checkName(id, expression.span, &evaluator)
    case .filter(_, .unknown(let name), let span, _):
      if !probed.contains(name) { evaluator.report(evaluator.unknownFilter(name, at: span)) }
    case .test(_, .unknown(let name), let span, _):
      if !probed.contains(name) { evaluator.report(evaluator.unknownTest(name, at: span)) }
    case .call(let callee, let arguments):
      checkCall(callee, syntax.arguments[arguments], expression.span, &evaluator)
    case .constant, .attribute, .item, .slice, .filter, .test, .unary, .binary, .concatenation, .comparison,
      .and, .or,
      .not, .conditional, .list, .tuple, .dict, .captured, .broken:
      break
    }
  }

  private func checkName(_ id: NameID, _ span: Span, _ evaluator: inout Evaluator) {
    let name = syntax[id]
    guard !defined.contains(id), !guarded.contains(id), !Evaluator.globalNames.contains(name) else { return }
    evaluator.report(evaluator.undefinedName(name, at: span))
  }

  private func checkCall(
    _ callee: ExpressionID, _ arguments: ArgumentList, _ span: Span, _ evaluator: inout Evaluator
  ) {
    switch syntax[callee].kind {
    case .attribute(_, let name):
      guard !Method.all.contains(name) else { return }
      let suggestion = nearest(to: name, among: Method.all.sorted())
      evaluator.report(.unknownMethod(name, of: nil, suggestion: suggestion, at: syntax[callee].span))
    case .name(let id):
      guard syntax[id] == "env", !defined.contains(id) else { return }
      checkEnv(arguments, span, &evaluator)
    case .constant, .item, .slice, .call, .filter, .test, .unary, .binary, .concatenation, .comparison, .and,
      .or,
      .not, .conditional, .list, .tuple, .dict, .captured, .broken:
      break
    }
  }

  private func checkEnv(_ arguments: ArgumentList, _ span: Span, _ evaluator: inout Evaluator) {
    guard arguments.unpackedList == nil, arguments.unpackedDict == nil else { return }
    guard arguments.positional.count + arguments.keywords.count == 1,
      arguments.keywords.allSatisfy({ $0.name == "var" })
    else {
      evaluator.report(.badEnvCall(.arguments, at: span))
      return
    }
    guard case .constant(let value) = syntax[arguments.all[0]].kind else { return }
    guard let name = value.text else {
      evaluator.report(.badEnvCall(.notText(value.typeName), at: span))
      return
    }
    if !Evaluator.isVariableName(name) { evaluator.report(.badEnvCall(.badName(name), at: span)) }
  }
}
