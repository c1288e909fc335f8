/// A filter or a test by the name that a template gives it.
enum Builtin<Known: RawRepresentable<String> & Equatable & Sendable>: Equatable, Sendable {
  case known(Known)
  case unknown(String)

  init(_ name: String) {
    self = Known(rawValue: name).map { .known($0) } ?? .unknown(name)
  }
}

/// The filters that Jinja 3.1 has on its own and altoc runs.
enum Filter: String, CaseIterable, Sendable {
  case abs, attr, batch, capitalize, center, count, d, `default`, dictsort, e, escape, filesizeformat, first,
    float
  case forceescape, format, groupby, indent, int, items, join, last, length, list, lower, map, max, min,
    reject
  case rejectattr, replace, reverse, round, safe, select, selectattr, slice, sort, string, striptags, sum,
    title
  case tojson, trim, truncate, unique, upper, urlencode, wordcount, wordwrap

  /// Filters of Jinja that altoc leaves out.
  static let unsupported: Set<String> = ["random", "urlize", "xmlattr", "pprint"]
}

/// The tests that Jinja 3.1 has.
enum Test: String, CaseIterable, Sendable {
  case boolean, callable, defined, divisibleby, eq, equalto, escaped, even, `false`, filter, float, ge,
    greaterthan, gt
  case `in`, integer, iterable, le, lessthan, lower, lt, mapping, ne, none, number, odd, sameas, sequence,
    string, test
  case `true`, undefined, upper
  case equalSign = "=="
  case notEqualSign = "!="
  case greaterSign = ">"
  case greaterOrEqualSign = ">="
  case lessSign = "<"
  case lessOrEqualSign = "<="
}
