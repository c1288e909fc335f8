import Glibc
package import Template

/// Asks the `python3` on PATH for its version: `__version__` of a template.
package enum PythonProbe {
  /// Starts `python3` and waits for its answer, five seconds at most.
  package static func ask() -> PythonVersion {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return .unknown(reason: "no pipe could be opened") }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    guard let child = start(writingTo: ends[1]) else {
      close(ends[1])
      return .unknown(reason: "there is no python3 on PATH")
    }
    close(ends[1])
    let answer = read(from: ends[0], milliseconds: 5000)
    if answer == nil { kill(child, SIGKILL) }
    var status: CInt = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    guard let answer else { return .unknown(reason: "python3 did not answer within five seconds") }
    let version = answer.prefix { $0 != "\n" }
    guard status == 0, version.split(separator: ".").count == 3 else {
      return .unknown(reason: "python3 did not say its version")
    }
    return .known(String(version))
  }

  private static func start(writingTo end: CInt) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, end, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let program = "import sys; print('%d.%d.%d' % sys.version_info[:3])"
    // -I: neither the current folder nor PYTHON* variables may change what runs.
    let texts = ["python3", "-I", "-c", program]
    var words: [UnsafeMutablePointer<CChar>?] = texts.map { text in strdup(text) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var child: pid_t = 0
    return posix_spawnp(&child, "python3", &actions, nil, &words, environ) == 0 ? child : nil
  }

  /// What was written until the end; nil when the time runs out.
  private static func read(from end: CInt, milliseconds: Int) -> String? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    var left = milliseconds
    while left > 0 {
      var waiting = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, 100)
      if ready == 0 { left -= 100 }
      guard ready > 0 else { continue }
      let count = Glibc.read(end, &buffer, buffer.count)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      if count > 0 { bytes += buffer[..<count] }
      if bytes.count > 1024 { return nil }
    }
    return nil
  }
}
