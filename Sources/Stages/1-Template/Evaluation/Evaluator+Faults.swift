import AltoDiagnostics
import AltoSource

extension Evaluator {
  /// Reports `fault`; most are told at `span`, the expression that failed.
  mutating func report(_ fault: Fault, at span: Span) {
    switch fault {
    case .poisoned: break
    case .undefined(let undefined): report(diagnostic(undefined))
    case .variableNotSet(let name, let call):
      let suggestion = nearest(to: name, among: inputs.environment.names)
      report(.variableNotSet(name, suggestion: suggestion, at: call))
    case .matrixComputed(let name, let place): report(.matrixComputed(name, at: place))
    case .matrixWithoutName: report(.matrixWithoutName(at: span))
    case .pythonVersionUnknown(let reason): report(.pythonVersionUnknown(reason: reason, at: span))
    case .misuse(let misuse, let type): report(.wrongType(misuse, type, at: span))
    case .operands(let symbol, let left, let right): report(.wrongOperands(symbol, left, right, at: span))
    case .arguments(let function, let problem): report(.wrongArguments(function, problem, at: span))
    case .value(let problem): report(.wrongValue(problem, at: span))
    case .divisionByZero: report(.divisionByZero(at: span))
    case .overflow: report(.numberTooLarge(literal: false, at: span))
    case .notPrintable(let type): report(.notPrintable(type, at: span))
    case .limit(let limit): report(.templateLimit(limit, at: span))
    case .unknownMethod(let name, let type):
      let suggestion = nearest(to: name, among: Method.names(of: type))
      report(.unknownMethod(name, of: type, suggestion: suggestion, at: span))
    case .unsupported(let part): report(.unsupported(part, at: span))
    case .envCall(let problem): report(.badEnvCall(problem, at: span))
    case .notANamespace(let name): report(.notANamespace(name, at: span))
    case .unknownFilter(let name): report(unknownFilter(name, at: span))
    case .unknownTest(let name): report(unknownTest(name, at: span))
    }
  }

  func unknownFilter(_ name: String, at span: Span) -> Diagnostic {
    if Filter.unsupported.contains(name) { return .unsupported(.filter(name), at: span) }
    let suggestion = nearest(to: name, among: Filter.allCases.map(\.rawValue))
    return .unknownFilter(name, suggestion: suggestion, at: span)
  }

  func unknownTest(_ name: String, at span: Span) -> Diagnostic {
    .unknownTest(name, suggestion: nearest(to: name, among: Test.allCases.map(\.rawValue)), at: span)
  }

  private func diagnostic(_ undefined: Undefined) -> Diagnostic {
    switch undefined.reason {
    case .name(let name): undefinedName(name, at: undefined.span)
    case .attribute(let name, let type):
      .undefinedValue(
        .attribute(name, of: type), suggestion: nearest(to: name, among: Method.names(of: type)),
        at: undefined.span)
    case .item(let key, let type): .undefinedValue(.item(key, of: type), at: undefined.span)
    case .missingElse: .undefinedValue(.missingElse, at: undefined.span)
    case .emptySequence: .undefinedValue(.emptySequence, at: undefined.span)
    case .noPreviousItem: .undefinedValue(.noPreviousItem, at: undefined.span)
    case .noNextItem: .undefinedValue(.noNextItem, at: undefined.span)
    }
  }

  func undefinedName(_ name: String, at span: Span) -> Diagnostic {
    if ["lipsum", "cycler", "joiner"].contains(name) { return .unsupported(.function(name), at: span) }
    let known = syntax.names.indices.filter { scopes[NameID($0)] != nil }.map { syntax.names[$0] }
    return .undefinedName(name, suggestion: nearest(to: name, among: known + Evaluator.globalNames), at: span)
  }
}
