package import SystemPackage

/// Why files could not be read or written: what was tried, where, and the system's or altoc's reason.
///
/// These are no findings about the user's input: they end a run with exit code 3.
package struct FileFailure: Error, Hashable, Sendable {
  package enum Action: String, Hashable, Sendable {
    case read
    case write
    case create
    case replace
    case remove
    case lock
  }

  package enum Cause: Hashable, Sendable {
    case system(Errno)
    /// The file is not the one that altoc saw when it looked first.
    case changed
    case refused(Refusal)
  }

  /// What altoc does not do without being told to.
  package enum Refusal: Hashable, Sendable {
    /// A file, or a link to nowhere, stands where the output folder should be.
    case notAFolder
    /// Something stands where an agent's folder should be that altoc did not write.
    case notOurs
    /// altoc wrote the folder and somebody changed this file in it.
    case edited(String)
    /// The output folder is the project or holds it.
    case holdsProject
    /// Another altoc kept the lock for too long.
    case busy
    /// Not a plain name.
    case name
  }

  package let action: Action
  package let path: String
  package let cause: Cause

  package init(_ action: Action, _ path: String, _ cause: Cause) {
    self.action = action
    self.path = path
    self.cause = cause
  }
}

extension FileFailure: CustomStringConvertible {
  /// One line for the terminal, without a full stop.
  package var description: String {
    switch cause {
    case .system(let error): "cannot \(action.rawValue) '\(path)': \(error)"
    case .changed: "'\(path)' changed while altoc was reading it"
    case .refused(let refusal): reason(refusal)
    }
  }

  /// What the user can do about it, where there is something to say.
  package var help: String? {
    switch cause {
    case .system: nil
    case .changed: "run altoc again when nothing writes to the file"
    case .refused(.notAFolder), .refused(.holdsProject), .refused(.name): "give another folder with -o"
    case .refused(.notOurs), .refused(.edited):
      "give another folder with -o, or let --force replace this one and all in it"
    case .refused(.busy): "wait for the other altoc to end"
    }
  }

  private func reason(_ refusal: Refusal) -> String {
    switch refusal {
    case .notAFolder: "the output folder '\(path)' is not a folder"
    case .notOurs: "'\(path)' was not written by altoc and is left alone"
    case .edited(let file): "'\(path)' was changed since altoc wrote it ('\(file)') and is left alone"
    case .holdsProject: "the output folder '\(path)' holds the project"
    case .busy: "another altoc is writing to '\(path)'"
    case .name: "'\(path)' is not a name for a folder"
    }
  }
}

/// Runs a call of the system and says on failure what it was for.
func attempt<Result: ~Copyable>(
  _ action: FileFailure.Action, _ path: @autoclosure () -> String, _ body: () throws(Errno) -> Result
) throws(FileFailure) -> Result {
  do { return try body() } catch { throw FileFailure(action, path(), .system(error)) }
}
