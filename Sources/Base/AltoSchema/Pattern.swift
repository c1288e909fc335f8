/// The forms of literal text, as regular expressions in the part that ECMAScript, Python and Rust read alike.
///
/// They refuse nothing that the checker takes. Where the file system has a say they take more than it does.
package enum Pattern {
  /// Some character that is no white space.
  package static let filled: StaticString = #"\S"#

  /// `{{ … }}`, `{% … %}` or `{# … #}` somewhere in the text.
  package static let template: StaticString = #"\{[{%#][\s\S]*[}%#]\}"#

  /// `FAMILY.SIZE`.
  static let instanceType: StaticString = #"^[a-z][a-z-]*[0-9][a-z0-9-]*\.[a-z0-9-]+$"#

  static let machineImage: StaticString = #"^ami-(?:[0-9a-f]{8}|[0-9a-f]{17})$"#

  /// One to three numbers with dots.
  static let pythonVersion: StaticString = #"^[0-9]+(?:\.[0-9]+){0,2}$"#

  /// The grammar of OCI's distribution: host and port, names, tag, digest.
  static let imageReference: StaticString = #"""
    ^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::[0-9]+)?/)?\#
    [a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*)*\#
    (?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?\#
    (?:@(?:sha256:[0-9a-f]{64}|(?!sha256:)[a-z][^:@\s]*:[0-9a-f]{32,}))?$
    """#

  static let engineAddress: StaticString = #"^(?:unix|tcp|ssh)://[\s\S]"#

  /// A path with a name in it: not of dots and slashes alone.
  static let namedPath: StaticString = #"[^./]|\.{3}"#

  /// The same, or the folder of alto.yml itself.
  static let pathBelow: StaticString = #"[^./]|\.{3}|^\.(?:/\.?)*$"#

  /// `MODULE.FUNCTION`, both identifiers of Python.
  static let function: StaticString =
    #"^[^\s -@\[-\^`{-~][^\s -/:-@\[-\^`{-~]*\.[^\s -@\[-\^`{-~][^\s -/:-@\[-\^`{-~]*$"#

  static let notebook: StaticString = #"[\s\S]\.ipynb$"#

  /// The name of an agent: a name for a folder.
  static let agentName: StaticString = #"^(?!\.{1,2}$)[^/\u0000-\u001f\u007f-\u009f]{1,255}$"#

  /// The name of a variable that no part of altoc uses itself.
  static let variableName: StaticString = #"^(?!ALTO_ENV_|ALTO_MATRIX_)[A-Za-z_][0-9A-Za-z_]*$"#

  static let matrixName: StaticString = #"^[A-Za-z_][0-9A-Za-z_]*$"#

  /// An identifier of Python that is no keyword. Every character beyond ASCII counts as a letter.
  static let identifier: StaticString = #"""
    ^(?!(?:False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|\#
    global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)$)\#
    [^\s -@\[-\^`{-~][^\s -/:-@\[-\^`{-~]*$
    """#

  /// What the literal value of a variable must not hold: a Dockerfile cannot say a line break, no container a NUL.
  static let unsayable: StaticString = #"[\n\u0000]"#
}
