import Glibc
import SystemPackage

/// Calls the system again while a signal interrupts it, and turns -1 into the error.
@discardableResult
func checked<Result: SignedInteger>(_ call: () -> Result) throws(Errno) -> Result {
  while true {
    let result = call()
    if result != -1 { return result }
    let error = Errno(rawValue: errno)
    if error != .interrupted { throw error }
  }
}

/// Makes a folder with a fixed mode, whatever the umask. One that is there already is left as it is.
func makeFolder(at path: String) throws(Errno) {
  do throws(Errno) {
    try checked { mkdir(path, 0o755) }
    try checked { chmod(path, 0o755) }
  } catch {
    guard error == .fileExists else { throw error }
  }
}

/// Waits.
func pause(milliseconds: UInt32) {
  usleep(milliseconds * 1_000)
}
