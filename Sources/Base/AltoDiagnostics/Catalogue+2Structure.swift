package import AltoSource

extension Code {
  static var yamlStructure: [Code] {
    [
      .duplicateKey, .severalDocuments, .unknownAlias, .recursiveAlias, .duplicateAnchor, .unknownTag,
      .tagMismatch, .keyNotScalar, .badMerge, .referenceInProperty,
    ]
  }

  package static let duplicateKey = Code(
    2040, .error, "a key stands twice in one mapping",
    explanation: """
      Every key of a mapping counts once. PyYAML takes the last and drops the others without a word, so a \
      setting can vanish; altoc refuses the file. Keys are compared by value: `1`, `0x1` and `1.0` are the \
      same key.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py
        env:
          MODE: fast
          MODE: slow

      """),
    good: .document(Code.smallDocument))

  package static let severalDocuments = Code(
    2041, .error, "more than one YAML document",
    explanation:
      "An alto.yml is one document. A second `---` starts another one; put all agents into the first.",
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py
      ---
      trainer:

      """),
    good: .document(Code.smallDocument))

  package static let unknownAlias = Code(
    2042, .error, "an alias of an anchor that does not exist",
    explanation: """
      `*name` repeats the node that `&name` has marked further up. No anchor of this name stands above. If \
      `*` is part of a text, put the text in quotes.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py
        env: *shared

      """),
    good: .document(Code.smallDocument))

  package static let recursiveAlias = Code(
    2043, .error, "an alias of the node it stands in",
    explanation: "The alias repeats a list or mapping inside of itself, so it would never end.",
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: function
          cmd: main.run
          kwargs:
            tree: &tree
              - *tree

      """),
    good: .document(Code.smallDocument))

  package static let duplicateAnchor = Code(
    2044, .error, "an anchor stands twice",
    explanation: "PyYAML refuses a second anchor of the same name. Give one of them another name.",
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py
        env:
          A: &value a
          B: &value b

      """),
    good: .document(Code.smallDocument))

  package static let unknownTag = Code(
    2045, .error, "a tag that PyYAML's SafeLoader does not know",
    explanation: """
      A word that starts with `!` before a value is a tag, which names a type. Known are !!str !!int !!float \
      !!bool !!null !!binary !!timestamp !!seq !!map !!set !!omap and !!pairs. If `!` is part of a text, put \
      it in quotes.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py
        env:
          A: !secret a

      """),
    good: .document(Code.smallDocument))

  package static let tagMismatch = Code(
    2046, .error, "a value that does not fit its tag",
    explanation: "The tag before the value names a type, and the value cannot be read as that type.",
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: function
          cmd: main.run
          kwargs:
            epochs: !!int many

      """),
    good: .document(Code.smallDocument))

  package static let keyNotScalar = Code(
    2047, .error, "a list or mapping as a key",
    explanation: """
      A key has to be a single value. Most often a value in brackets or braces was meant: put it in quotes, \
      or behind a key of its own.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: function
          cmd: main.run
          kwargs:
            [a, b]: c

      """),
    good: .document(Code.smallDocument))

  package static let badMerge = Code(
    2048, .error, "'<<' with something that is no mapping",
    explanation: """
      `<<: value` takes over the entries of a mapping, or of each mapping in a list. The value has to be a \
      mapping, most often an alias of one.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py
        env:
          <<: common

      """),
    good: .document(Code.smallDocument))

  package static let referenceInProperty = Code(
    2049, .error, "env() in an anchor, an alias or a tag",
    explanation: """
      Anchors, aliases and tags are read when the file is compiled, and a reference to a variable is not. \
      Write the name itself.
      """,
    bad: .document(
      """
      worker:
        env: &{{ env('NAME') }}
          A: b

      """),
    good: .document(Code.smallDocument))
}

// MARK: - Factories

extension Diagnostic {
  /// - Parameter spelled: how the first of the two is written; keys are compared by value.
  package static func duplicateKey(_ key: String, spelled: String, first: Span, at span: Span) -> Diagnostic {
    let twin = key == spelled ? "" : ", the same key as \(quoted(spelled))"
    return Diagnostic(
      .duplicateKey, at: span, "the key \(quoted(key)) stands twice in this mapping\(twin)",
      related: [Related("first here", at: first)], help: ["remove one of them"])
  }

  package static func severalDocuments(at span: Span) -> Diagnostic {
    Diagnostic(
      .severalDocuments, at: span, "a second document starts here, and an alto.yml is one document",
      help: ["remove this line"])
  }

  package static func unknownAlias(_ name: String, known: [String], at span: Span) -> Diagnostic {
    let suggestion = nearest(to: name, among: known).map { "did you mean \(quoted("*" + $0))?" }
    return Diagnostic(
      .unknownAlias, at: span, "no anchor \(quoted("&" + name)) stands above this alias",
      help: [suggestion ?? "put the value in quotes if it is text"])
  }

  package static func recursiveAlias(_ name: String, anchor: Span, at span: Span) -> Diagnostic {
    Diagnostic(
      .recursiveAlias, at: span, "the alias \(quoted("*" + name)) stands inside of what it repeats",
      related: [Related("the anchor is here", at: anchor)])
  }

  package static func duplicateAnchor(_ name: String, first: Span, at span: Span) -> Diagnostic {
    Diagnostic(
      .duplicateAnchor, at: span, "the anchor \(quoted("&" + name)) stands twice",
      related: [Related("first here", at: first)], help: ["give it another name"])
  }

  package static func unknownTag(_ tag: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownTag, at: span, "the tag \(quoted(tag)) is not known",
      help: ["put the value in quotes if it is text"])
  }

  package static func tagMismatch(_ tag: String, reason: String, at span: Span) -> Diagnostic {
    Diagnostic(.tagMismatch, at: span, "the value does not fit the tag \(quoted(tag)): \(reason)")
  }

  package static func keyNotScalar(isList: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .keyNotScalar, at: span, "a \(isList ? "list" : "mapping") cannot be a key",
      help: ["put it in quotes if it is text"])
  }

  package static func badMerge(found: String, isList: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .badMerge, at: span,
      "'<<' takes a mapping or a list of mappings, not \(isList ? "a list" : quoted(found))",
      help: ["give it an alias of a mapping: '<<: *name'"])
  }

  package static func referenceInProperty(_ property: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .referenceInProperty, at: span, "a reference cannot stand in \(property): its value is not known here",
      help: ["write the name itself"])
  }
}
