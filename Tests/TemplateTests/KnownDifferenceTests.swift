import Testing

/// Templates that Jinja renders and altoc refuses, on purpose.
@Suite struct KnownDifferenceTests {
  @Test(arguments: [
    // An undefined value is an error wherever it would show, and a name that nothing defines also where it is
    // not run.
    ("{{ [nope] }}", "ALTO1020 nope"),
    ("{{ [[][0]] }}", "ALTO1021 [][0]"),
    ("{{ nope if false else 1 }}", "ALTO1020 nope"),
    ("{{ true or nope }}", "ALTO1020 nope"),
    ("{{ false and nope }}", "ALTO1020 nope"),
    ("{{ (nope, 1)[1] }}x{{ nope }}", "ALTO1020 nope"),
    ("{% if false %}{{ nope }}{% endif %}", "ALTO1020 nope"),
    ("{% for x in [] %}{{ 'a'|nope }}{% endfor %}", "ALTO1022 nope"),
    ("{{ []|map('nope')|list }}", "ALTO1022 []|map('nope')"),
    // Addresses differ in every run.
    ("{{ 'a'.upper }}", "ALTO1034 'a'.upper"),
    ("{{ [1]|map('string') }}", "ALTO1034 [1]|map('string')"),
    ("{{ env }}", "ALTO1034 env"),
    // Jinja overlooks a tag that opens at the very end.
    ("a{#", "ALTO1001 {#"),
    ("a{% raw %}", "ALTO1005 {%"),
    // Integers have 64 bits.
    ("{{ 9223372036854775807 + 1 }}", "ALTO1010 9223372036854775807 + 1"),
    ("{{ 9223372036854775808 }}", "ALTO1010 9223372036854775808"),
    ("{{ 2 ** 64 }}", "ALTO1010 2 ** 64"),
    ("{{ -9223372036854775807 - 2 }}", "ALTO1010 -9223372036854775807 - 2"),
    ("{{ 9223372036854775807 * 2 }}", "ALTO1010 9223372036854775807 * 2"),
    ("{{ '9223372036854775808'|int }}", "ALTO1010 '9223372036854775808'|int"),
    ("{{ 1e19|int }}", "ALTO1010 1e19|int"),
    // Left out.
    ("{{ [1]|random }}", "ALTO1008 random"),
    ("{{ 'a'|urlize }}", "ALTO1008 urlize"),
    ("{{ {}|xmlattr }}", "ALTO1008 xmlattr"),
    ("{{ 1|pprint }}", "ALTO1008 pprint"),
    ("{{ lipsum() }}", "ALTO1008 lipsum"),
    ("{{ cycler(1) }}", "ALTO1008 cycler"),
    ("{{ joiner() }}", "ALTO1008 joiner"),
    ("{{ 'a'.encode() }}", "ALTO1024 'a'.encode()"),
    ("{{ [1].append(2) }}", "ALTO1024 [1].append(2)"),
    ("{{ '&hearts;'|striptags }}", "ALTO1008 '&hearts;'|striptags"),
  ])
  func isReported(_ template: String, _ finding: String) {
    #expect(expand(template).findings == [finding])
  }
}
