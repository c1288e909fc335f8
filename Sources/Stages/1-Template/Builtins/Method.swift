import AltoDiagnostics

/// The methods of Python that altoc runs, and those it only knows to exist.
enum Method {
  static let ofText = [
    "capitalize", "casefold", "center", "count", "endswith", "find", "format", "index", "isalnum", "isalpha",
    "isdigit",
    "islower", "isspace", "isupper", "join", "ljust", "lower", "lstrip", "partition", "removeprefix",
    "removesuffix",
    "replace", "rfind", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith",
    "strip",
    "swapcase", "title", "upper", "zfill",
  ]
  static let ofDict = ["copy", "get", "items", "keys", "values"]
  static let ofList = ["count", "index"]
  static let ofPath = [
    "as_posix", "exists", "is_absolute", "is_dir", "is_file", "joinpath", "relative_to", "resolve",
    "with_name",
    "with_stem", "with_suffix",
  ]
  static let ofLoop = ["changed", "cycle"]

  /// Attributes of Python's types that altoc does not run: they hide keys of a dict all the same.
  private static let otherOfDict = ["clear", "fromkeys", "pop", "popitem", "setdefault", "update"]
  private static let otherOfText = [
    "encode", "expandtabs", "format_map", "isascii", "isdecimal", "isidentifier", "isnumeric", "isprintable",
    "istitle", "maketrans", "translate",
  ]
  private static let otherOfList = [
    "append", "clear", "copy", "extend", "insert", "pop", "remove", "reverse", "sort",
  ]
  private static let otherOfPath = [
    "absolute", "as_uri", "chmod", "expanduser", "glob", "group", "is_mount", "is_symlink", "iterdir",
    "lstat",
    "match", "mkdir", "open", "owner", "parents", "read_bytes", "read_text", "readlink", "rename", "replace",
    "rglob",
    "rmdir", "samefile", "stat", "symlink_to", "touch", "unlink", "write_bytes", "write_text", "drive", "cwd",
    "home",
    "is_relative_to",
  ]

  /// Every method that altoc runs on some type.
  static let all = Set(ofText + ofDict + ofList + ofPath + ofLoop)

  /// The methods that altoc runs, for suggestions.
  static func names(of type: TypeName) -> [String] {
    switch type {
    case .text: ofText
    case .dict: ofDict
    case .list, .tuple, .range: ofList
    case .path: ofPath + ["parent", "name", "stem", "suffix", "parts"]
    case .loop:
      ofLoop + [
        "index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem",
        "depth",
        "depth0",
      ]
    case .none, .boolean, .integer, .float, .keys, .values, .items, .namespace, .generator, .function,
      .method,
      .matrix, .undefined:
      []
    }
  }

  /// Whether Python's type has the method.
  static func exists(_ name: String, on type: TypeName) -> Bool {
    switch type {
    case .text: ofText.contains(name) || otherOfText.contains(name)
    case .dict: ofDict.contains(name) || otherOfDict.contains(name)
    case .list: ofList.contains(name) || otherOfList.contains(name)
    case .tuple, .range: ofList.contains(name)
    case .path: ofPath.contains(name) || otherOfPath.contains(name)
    case .none, .boolean, .integer, .float, .keys, .values, .items, .namespace, .generator, .loop, .function,
      .method,
      .matrix, .undefined:
      false
    }
  }
}
