extension Code {
  static var commandLine: [Code] { [] }
}
