import Testing

@testable import Template

/// The parts that compute, by themselves.
@Suite struct ValueTests {
  @Test(arguments: [
    (0.1, "0.1"), (1.0, "1.0"), (-0.0, "-0.0"), (1e16, "1e+16"), (1e15, "1000000000000000.0"),
    (1e-4, "0.0001"),
    (1e-5, "1e-05"), (123456789.125, "123456789.125"), (.leastNonzeroMagnitude, "5e-324"),
    (1.7976931348623157e308, "1.7976931348623157e+308"),
    (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (9007199254740992, "9007199254740992.0"),
    (1.5e300, "1.5e+300"),
  ])
  func floatsAreWrittenAsPythonDoes(_ value: Double, _ text: String) {
    #expect(FloatText.shortest(value) == text)
  }

  @Test func expansionsAreExact() {
    #expect(FloatText.formatted(0.1, type: .fixed, precision: 30) == "0.100000000000000005551115123126")
    #expect(FloatText.formatted(2.5, type: .fixed, precision: 0) == "2")
    #expect(FloatText.formatted(3.5, type: .fixed, precision: 0) == "4")
    #expect(FloatText.formatted(9.995, type: .fixed, precision: 2) == "9.99")
    #expect(FloatText.formatted(0.5, type: .scientific, precision: 0) == "5e-01")
    #expect(FloatText.formatted(9.99, type: .scientific, precision: 1) == "1.0e+01")
    #expect(FloatText.formatted(1e22, type: .general, precision: 6) == "1e+22")
    #expect(FloatText.formatted(.leastNonzeroMagnitude, type: .scientific, precision: 3) == "4.941e-324")
  }

  @Test func pathsAreTextInParts() {
    #expect(PosixPath("a//./b/").text == "a/b")
    #expect(PosixPath("").text == ".")
    #expect(PosixPath("//a").text == "//a")
    #expect(PosixPath("///a").text == "/a")
    #expect(PosixPath("/").parent.text == "/")
    #expect(PosixPath("a/b.tar.gz").suffixes == [".tar", ".gz"])
  }

  @Test func keysOfADictAreEqualAsInPython() throws {
    var map = OrderedMap()
    try map.set(.int(1), .string("a"))
    try map.set(.bool(true), .string("b"))
    try map.set(.float(1), .string("c"))
    try map.set(.string("e\u{301}"), .int(1))
    try map.set(.string("\u{E9}"), .int(2))
    #expect(map.count == 3)
    #expect(map.values.first?.text == "c")
  }

  @Test func rangesAreCountedAndNotStored() {
    #expect(PythonRange(start: 0, stop: 10, step: 3)?.count == 4)
    #expect(PythonRange(start: 10, stop: 0, step: -3)?.count == 4)
    #expect(PythonRange(start: 0, stop: -5, step: 1)?.count == 0)
    #expect(PythonRange(start: 0, stop: .max, step: 1)?.count == .max)
    #expect(PythonRange(start: .min, stop: .max, step: 1) == nil)
    #expect(PythonRange(start: 0, stop: 1, step: 0) == nil)
  }

  @Test func scopesGiveBackWhatTheyHid() {
    var scopes = Scopes(count: 2)
    let name = NameID(0)
    scopes.set(name, .int(1))
    scopes.enter()
    scopes.set(name, .int(2))
    scopes.enter()
    #expect(scopes[name]?.integer == 2)
    scopes.set(name, .int(3))
    scopes.set(name, .int(4))
    scopes.leave()
    #expect(scopes[name]?.integer == 2)
    scopes.leave()
    #expect(scopes[name]?.integer == 1)
    #expect(scopes[NameID(1)] == nil)
  }
}
