// All that a port to another system has to replace: the exchange of two names, the copy inside the kernel, holes in
// files, the lock, and the names of fields that differ.

import CLinux
import Glibc
import SystemPackage

extension Descriptor {
  /// Exchanges two names in one step, both relative to this folder.
  ///
  /// - Throws: `Errno.invalidArgument` or `.noFunction` where the file system or kernel cannot, `.improperLink` on
  ///   overlays that hold the folder in a lower layer.
  func exchange(_ first: String, _ second: String) throws(Errno) {
    try checked { renameat2(raw, first, raw, second, UInt32(ALTO_RENAME_EXCHANGE)) }
  }

  /// Copies bytes inside the kernel, as shared blocks where the file system has them, and moves both positions.
  ///
  /// - Returns: how many; 0 at the end.
  func copyRange(to other: borrowing Descriptor, count: Int) throws(Errno) -> Int {
    try checked { copy_file_range(raw, nil, other.raw, nil, count, 0) }
  }

  /// The next part of the file at or behind `offset` that is not a hole; nil when there is none.
  func nextData(from offset: Int) throws(Errno) -> Range<Int>? {
    do throws(Errno) {
      let start = try checked { lseek(raw, offset, CInt(ALTO_SEEK_DATA)) }
      let end = try checked { lseek(raw, start, CInt(ALTO_SEEK_HOLE)) }
      return start..<end
    } catch {
      guard error == .noSuchAddressOrDevice else { throw error }
      return nil
    }
  }

  /// Tries to get the one lock there is on this open folder or file; it goes with the process.
  ///
  /// - Returns: false when somebody else has it.
  func tryLock() throws(Errno) -> Bool {
    do throws(Errno) {
      try checked { flock(raw, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      guard error == .wouldBlock else { throw error }
      return false
    }
  }
}

extension stat {
  var modified: timespec { st_mtim }
  var changed: timespec { st_ctim }
}

extension Errno {
  /// What `exchange` says where it is not supported.
  var isUnsupportedExchange: Bool {
    self == .invalidArgument || self == .noFunction || self == .notSupported || self == .improperLink
  }
}

extension Errno {
  /// What `copyRange` says where only a copy through memory works.
  var isUnsupportedCopy: Bool {
    self == .improperLink || isUnsupportedExchange || self == .notPermitted || self == .textFileBusy
      || self == .badFileDescriptor
  }
}

extension Errno {
  /// What `tryLock` says on file systems that have no locks.
  var isUnsupportedLock: Bool {
    self == .badFileDescriptor || self == .noLocks || self == .notSupported || self == .noFunction
      || self == .invalidArgument
  }
}
