package import ImageIR

/// Writes the Dockerfile of a generated build; nil when the user's own is used.
///
/// Comes before the rest because its bytes are part of the content tag that the others carry.
package func emitDockerfile(_ plan: ImagePlan) -> Artifact? {
  fatalError("placeholder while the stage is being written")
}
