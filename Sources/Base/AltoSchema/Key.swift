/// One key of alto.yml: all that the checker, the reference page and the editor need to know of it.
package struct Key: Sendable {
  package let name: StaticString
  /// The path with dots: `image.base`.
  package let path: StaticString
  package let shape: Shape
  package let presence: Presence
  package let binding: Binding
  /// One sentence.
  package let summary: StaticString
  /// The rules, in a few sentences; empty where the summary says it all.
  package let details: StaticString
  /// A value as it stands behind the colon.
  package let example: StaticString
  /// The release that first had it.
  package let since: StaticString
  /// Whether the value is a secret, which no message shows.
  package let isSecret: Bool
  /// What literal text must match, in a list every item; empty where any text is right. See `Pattern`.
  package let pattern: StaticString
  /// Further patterns, each for one `type` of the key's section.
  package let typedPatterns: [TypedPattern]
  /// Words of a choice that are still read, with a warning.
  package let deprecatedWords: [StaticString]
  /// The one `type` of its section that the key belongs to; empty when every type has it.
  package let owner: StaticString
}

/// A pattern for the text of a key that counts with one `type` of its section alone.
package struct TypedPattern: Sendable {
  package let type: StaticString
  package let pattern: StaticString
}

/// What may stand behind a key.
package enum Shape: Sendable {
  case text
  /// `python_version`: a number is read from its source text.
  case textOrNumber
  case choice([StaticString])
  /// A path relative to the folder of alto.yml.
  case path
  case textList
  case pathList
  /// Keys of their own: see `Section.of`.
  case section
  /// Names of the user, each with a scalar.
  case variables
  /// Names of the user, each with any YAML.
  case arguments
  /// `max_concurrency` and lists.
  case matrix
}

package enum Presence: Sendable {
  case required
  /// `standard` is what counts without the key; empty when nothing does.
  case optional(standard: StaticString)
}

/// When an `env()` in the value is looked up.
package enum Binding: Sendable {
  /// While compiling.
  case early
  /// When something builds, pushes or runs.
  case late
  /// The value holds keys, each with a binding of its own.
  case perKey
}

/// A key together with the Swift type of what it gives: an early key cannot be read as late text, nor a late one as a string.
package struct Field<Value>: Sendable {
  package let key: Key

  init(
    _ path: StaticString, _ name: StaticString, _ shape: Shape, _ presence: Presence, _ binding: Binding,
    _ summary: StaticString, details: StaticString = "", example: StaticString, since: StaticString = "0.1",
    isSecret: Bool = false, pattern: StaticString = "", typedPatterns: [TypedPattern] = [],
    deprecatedWords: [StaticString] = [], owner: StaticString = ""
  ) {
    key = Key(
      name: name, path: path, shape: shape, presence: presence, binding: binding, summary: summary,
      details: details, example: example, since: since, isSecret: isSecret,
      pattern: pattern, typedPatterns: typedPatterns, deprecatedWords: deprecatedWords, owner: owner)
  }

  /// The same key read as another kind of value.
  init(viewing other: Field<some Any>) {
    key = other.key
  }
}

/// The value of an early text key.
package enum EarlyText {}
/// The value of a late text key.
package enum LateTextValue {}
/// A list of early texts.
package enum EarlyTextList {}
/// A list of late texts.
package enum LateTextList {}
/// A mapping with keys of its own.
package enum Record {}
/// A mapping with the user's names.
package enum UserMap {}
