import Driver
import ImageIR

extension Session {
  /// Prints one stage of every file, or of every agent, to stdout.
  mutating func printStage(_ stage: EmitStage, of files: [Compilation], _ settings: OutputSettings) {
    do throws(FileFailure) {
      var texts: [(title: String, text: String)] = []
      for file in files {
        texts += try file.texts(of: stage, agents: input.agent, settings)
      }
      // One text is printed as it is, so that it can be piped on.
      for (title, text) in texts {
        console.printRaw(texts.count > 1 ? "==> \(title) <==\n\(text)\n" : text)
      }
    } catch {
      fail(error)
    }
  }
}
