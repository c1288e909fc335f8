import SystemPackage

/// A folder that was opened and locked.
struct FolderLock: ~Copyable {
  private let folder: Descriptor
  /// False on file systems without locks (some network ones): two runs at once then still do no harm to each other's
  /// agents, but nobody may remove what looks left over.
  let isHeld: Bool

  private init(_ folder: consuming Descriptor, isHeld: Bool) {
    self.folder = folder
    self.isHeld = isHeld
  }

  /// Opens the folder and waits for the lock.
  static func wait(for path: String, patience: Duration) throws(FileFailure) -> FolderLock {
    let clock = ContinuousClock()
    let end = clock.now + patience
    while true {
      let folder = try open(path)
      let state = try attempt(.lock, path) { () throws(Errno) in try tryLock(folder) }
      // Whoever had the lock may have removed or replaced the folder itself.
      let isCurrent =
        (try? FileStatus.following(path).identity.inode) == (try? folder.status().identity.inode)
      if let isHeld = state, isCurrent {
        return FolderLock(folder, isHeld: isHeld)
      }
      guard clock.now < end else { throw FileFailure(.lock, path, .refused(.busy)) }
      pause(milliseconds: 20)
    }
  }

  consuming func release() -> Descriptor { folder }

  private static func open(_ path: String) throws(FileFailure) -> Descriptor {
    do throws(Errno) { return try Descriptor(folder: path) } catch {
      let isNoFolder = error == .notDirectory || error == .noSuchFileOrDirectory
      throw FileFailure(.read, path, isNoFolder ? .refused(.notAFolder) : .system(error))
    }
  }

  /// - Returns: nil when another process has it, false where there are no locks.
  private static func tryLock(_ folder: borrowing Descriptor) throws(Errno) -> Bool? {
    do throws(Errno) { return try folder.tryLock() ? true : nil } catch {
      guard error.isUnsupportedLock else { throw error }
      return false
    }
  }
}
