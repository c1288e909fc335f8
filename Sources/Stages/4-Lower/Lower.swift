package import Check
package import ImageIR

/// What the command line decides about lowering.
package struct LowerOptions: Sendable {
  /// `--platform`; nil takes the one of the instance family.
  package var platform: Platform?

  package init(platform: Platform? = nil) {
    self.platform = platform
  }
}

/// Stage 4: turns the checked configuration into one image plan for each agent that has an image. Cannot fail.
package func lower(_ config: CheckedConfig, options: LowerOptions = LowerOptions()) -> [ImagePlan] {
  fatalError("placeholder while the stage is being written")
}
