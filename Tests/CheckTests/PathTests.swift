import Testing

@testable import Check

@Suite struct PathTests {
  @Test(arguments: [
    ("a/b", "a/b"), (".", ""), ("", ""), ("./a/./b/", "a/b"), ("a/../b", "b"), ("/home/x/p/src", "src"),
    ("/home/x/p", ""), ("a//b", "a/b"), ("../p/a", "a"),
  ])
  func pathsInsideAreRelative(path: String, relative: String) {
    #expect(ProjectPath(path, of: "/home/x/p").relative == relative)
  }

  @Test(arguments: ["..", "../q", "/home/x", "/home/x/pq", "/", "a/../../.."])
  func pathsOutsideHaveNoRelativeForm(path: String) {
    #expect(ProjectPath(path, of: "/home/x/p").relative == nil)
  }

  @Test func foldersAboveContain() {
    #expect(ProjectPath("..", of: "/home/x/p").contains("/home/x/p"))
    #expect(!ProjectPath("../p2", of: "/home/x/p").contains("/home/x/p"))
    #expect(ProjectPath("/", of: "/home/x/p").contains("/home/x/p"))
  }

  @Test(arguments: [
    ("def run():\n  pass", "run"), ("async def run(): pass", "run"), ("class run: ...", "run"),
    ("run = other", "run"),
    ("from x import run", "run"), ("from x import y as run", "run"), ("import a, run", "run"),
    ("if True:\n    def run(): ...", "run"), ("(a, run) = 1, 2", "run"),
    ("from x import (\n  a,\n  run,\n)", "run"),
    ("with open() as run: pass", "run"), ("run: int = 3", "run"),
  ])
  func moduleNamesAreFound(text: String, name: String) {
    #expect(PythonModule(text).names.contains(name))
  }

  @Test(arguments: ["def runs(): pass", "# def run(): pass", "print('run')", "\"\"\"run\"\"\""])
  func otherNamesAreNot(text: String) {
    #expect(!PythonModule(text).names.contains("run"))
    #expect(!PythonModule(text).isOpen)
  }

  @Test(arguments: ["from x import *", "def __getattr__(name): ...", "globals()['run'] = 1"])
  func openModulesAreKnown(text: String) {
    #expect(PythonModule(text).isOpen)
  }

  @Test func pythonNames() {
    for name in ["a", "_", "é", "名", "a1", "True_"] { #expect(PythonName.isIdentifier(name)) }
    for name in ["", "1a", "a-b", "class", "None", "a b", "a.b"] { #expect(!PythonName.isIdentifier(name)) }
    for name in ["A", "_", "a1"] { #expect(PythonName.isVariable(name)) }
    for name in ["", "1A", "A-B", "É"] { #expect(!PythonName.isVariable(name)) }
  }
}
