import AltoSource

/// One piece of a template.
enum Statement: Sendable {
  /// Bytes of the original, to be copied.
  case text(Span)
  /// `{{ … }}`, and `{% print … %}`.
  case output(ExpressionID, tag: Span)
  case condition(Condition)
  case loop(Loop)
  case assignment(Target, ExpressionID, tag: Span)
  /// `{% set name %}…{% endset %}`; `filtered` has `captured` at its bottom.
  case capture(Target, filtered: ExpressionID?, body: BodyID, tag: Span)
  case with([Binding], body: BodyID)
  /// The body of a construct that is not supported, shown as it stands; already reported.
  case plain(BodyID)
  /// Names that something unsupported would have defined: they are poison.
  case poison([NameID])

  struct Condition: Sendable {
    struct Arm: Sendable {
      let test: ExpressionID
      let body: BodyID
    }

    var arms: [Arm]
    var otherwise: BodyID?
  }

  struct Loop: Sendable {
    let target: Target
    let iterable: ExpressionID
    let filter: ExpressionID?
    let body: BodyID
    let otherwise: BodyID?
    let tag: Span
  }

  struct Binding: Sendable {
    let target: Target
    let value: ExpressionID
  }
}

/// What a value is assigned to.
struct Target: Sendable {
  indirect enum Kind: Sendable {
    case name(NameID)
    /// `namespace.attribute`.
    case attribute(NameID, String)
    case tuple([Target])
    /// Already reported.
    case broken
  }

  let kind: Kind
  let span: Span

  /// Every variable it defines.
  var names: [NameID] {
    switch kind {
    case .name(let id): [id]
    case .attribute, .broken: []
    case .tuple(let items): items.flatMap(\.names)
    }
  }
}
