extension Code {
  static var faults: [Code] { [] }
}
