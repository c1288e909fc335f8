extension Code {
  static var template: [Code] { templateSyntax + templateValues + templateReferences }
}

extension Diagnostic {
  /// The same finding, made while a loop of the template ran.
  package func inIteration(_ iteration: Int, of count: Int) -> Diagnostic {
    noting("in turn \(iteration) of \(count) of the loop")
  }
}
