import ArgumentParser
import Driver

extension Altoc {
  /// The root help: what altoc is, its commands, and the options of the command that most people run.
  static func overview() -> String {
    let compile = Altoc.helpMessage(for: Compile.self, columns: 100)
    let options = compile.firstRange(of: "ARGUMENTS:").map { String(compile[$0.lowerBound...]) } ?? compile
    return """
      altoc \(AltocVersion.current): compiles an alto.yml into what builds and ships its container image.

      USAGE: altoc [compile] FILE... -o DIR
             altoc check FILE...
             altoc schema

      COMMANDS:
        compile                 Compile every agent of every file (runs when no command is named).
        check                   Show what is wrong; write nothing.
        schema                  Print the JSON Schema of alto.yml, for editors.

      EXAMPLE:
        altoc alto.yml -o build/
        sh build/my-agent/build.sh

      \(options)
      """
  }
}
